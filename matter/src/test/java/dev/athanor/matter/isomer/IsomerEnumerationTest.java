package dev.athanor.matter.isomer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Smiles;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsomerEnumerationTest {
  private static final IsomerSettings EVERYTHING = IsomerSettings.everything();

  /**
   * Alkanes: OEIS A000602. C6H6: MOLGEN and many others. C6H6O and the other hydrocarbons of six
   * carbons: Masinter et al., J. Am. Chem. Soc. 96, 7702 (1974). Alcohols and ethers: textbooks.
   */
  @ParameterizedTest
  @CsvSource({
    "CH4,1",
    "C2H6,1",
    "C3H8,1",
    "C4H10,2",
    "C5H12,3",
    "C6H14,5",
    "C7H16,9",
    "C8H18,18",
    "C9H20,35",
    "C6H6,217",
    "C6H8,159",
    "C6H10,77",
    "C6H12,25",
    "C6H6O,2237",
    "C4H8O,26",
    "C2H6O,2",
    "C3H8O,3",
    "C4H10O,7",
    "C4H11N,8",
    "H2O,1",
    "NH3,1",
    "HF,1",
    "N2,1",
    "C2,0"
  })
  void countsAreThePublishedOnes(String formula, long isomers) {
    assertThat(IsomerEnumeration.count(Composition.parse(formula), EVERYTHING))
        .isEqualTo(new IsomerCount(isomers, IsomerEnding.COMPLETE));
  }

  /** OEIS A134818: multigraphs of degree four at most, that is, hydrocarbons of n carbons. */
  @ParameterizedTest
  @CsvSource({"1,1", "2,3", "3,9", "4,37", "5,146", "6,772", "7,4449", "8,30307"})
  void hydrocarbonsAddUp(int carbons, long structures) {
    long sum = 0;
    for (int hydrogens = 0; hydrogens <= 2 * carbons + 2; hydrogens += 2) {
      String formula = "C" + carbons + (hydrogens == 0 ? "" : "H" + hydrogens);
      sum += IsomerEnumeration.count(Composition.parse(formula), EVERYTHING).reported();
    }
    assertThat(sum).isEqualTo(structures);
  }

  /** Every molecule is of the formula, in one piece, within its valences, and there only once. */
  @ParameterizedTest
  @ValueSource(strings = {"C4H5NO", "C3H6FNO", "C5H8O", "C2H3NO3", "C6H6", "C5H5N"})
  void noneComesTwice(String formula) {
    Composition composition = Composition.parse(formula);
    IsomerSettings settings = IsomerSettings.plausible().without(Set.of());
    Set<String> seen = new HashSet<>();
    IsomerList list = IsomerEnumeration.list(composition, settings);
    for (MolecularGraph graph : list.isomers()) {
      assertThat(graph.composition()).isEqualTo(composition);
      assertThat(graph.isConnected()).isTrue();
      assertThat(graph.charge()).isZero();
      String text = Smiles.write(graph);
      assertThat(seen.add(text)).as(text).isTrue();
      assertThat(Smiles.parse(text).composition()).as(text).isEqualTo(composition);
    }
    assertThat(list.ending()).isEqualTo(IsomerEnding.COMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c1ccccc1",
        "CC(=O)NC",
        "O=[N+]([O-])c1ccon1",
        "C1CC2CC1C2",
        "Cc1ccccc1O",
        "N#CCC(=O)O",
        "FC(F)(F)C#N",
        "OCC1C2CC1O2",
        "c1cnc2nccn2c1",
        "NCC(=O)O"
      })
  void knownMoleculesAreThere(String smiles) {
    MolecularGraph wanted = Smiles.parse(smiles);
    String text = Smiles.write(wanted);
    Set<String> found = new HashSet<>();
    IsomerEnumeration.forEach(
        wanted.composition(),
        IsomerSettings.plausible().within(1_000_000, Duration.ofMinutes(5)),
        graph -> {
          found.add(Smiles.write(graph));
          return !found.contains(text);
        });
    assertThat(found).contains(text);
  }

  /** InChI neutralises amino acids, so that the drawing without charges finds the zwitterion. */
  @Test
  void zwitterionsAreFoundByTheirNeutralDrawing() {
    String key = InchiKey.of(Smiles.parse("[NH3+]CC(=O)[O-]")).firstBlock();
    assertThat(
            IsomerEnumeration.list(Composition.parse("C2H5NO2"), IsomerSettings.plausible())
                .isomers()
                .stream()
                .map(graph -> InchiKey.of(graph).firstBlock()))
        .contains(key);
  }

  @Test
  void drawingsOfOneRingAreOneMoleculeWhereAskedFor() {
    Composition xylene = Composition.parse("C8H10");
    IsomerSettings merged =
        new IsomerSettings(
            IsomerSettings.Sameness.HYDROGENS, false, Set.of(), 100_000, Duration.ofMinutes(1));
    assertThat(IsomerEnumeration.count(xylene, merged).reported())
        .isLessThan(IsomerEnumeration.count(xylene, EVERYTHING).reported());
  }

  @Test
  void limitsAreKeptAndTold() {
    Composition formula = Composition.parse("C5H8N2O");
    assertThat(IsomerEnumeration.count(formula, EVERYTHING.within(100, Duration.ofMinutes(1))))
        .isEqualTo(new IsomerCount(100, IsomerEnding.COUNT_LIMIT));
    assertThat(
            IsomerEnumeration.count(formula, EVERYTHING.within(1_000_000, Duration.ofNanos(1)))
                .ending())
        .isEqualTo(IsomerEnding.TIME_LIMIT);
    assertThat(IsomerEnumeration.forEach(formula, EVERYTHING, graph -> false))
        .isEqualTo(new IsomerCount(1, IsomerEnding.STOPPED));
    assertThat(
            IsomerEnumeration.list(formula, EVERYTHING.within(7, Duration.ofMinutes(1))).isomers())
        .hasSize(7);
  }

  @Test
  void anInterruptedThreadStops() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> IsomerEnumeration.count(Composition.parse("C5H8N2O"), EVERYTHING))
          .isInstanceOfSatisfying(
              MatterException.class, e -> assertThat(e.code()).isEqualTo(MatterErrors.CANCELLED));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "C6H5Cl,UNSUPPORTED_MOLECULE",
    "H2,UNSUPPORTED_MOLECULE",
    "C10H22,TOO_LARGE",
    "C0.5H2,BAD_FORMULA"
  })
  void otherFormulasAreRefused(String formula, MatterErrors code) {
    assertThatThrownBy(() -> IsomerEnumeration.count(Composition.parse(formula), EVERYTHING))
        .isInstanceOfSatisfying(MatterException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CH3", "CH6", "C2H5", "CHO"})
  void whatValenceForbidsHasNoIsomers(String formula) {
    assertThat(IsomerEnumeration.count(Composition.parse(formula), EVERYTHING))
        .isEqualTo(new IsomerCount(0, IsomerEnding.COMPLETE));
  }
}
