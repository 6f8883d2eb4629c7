package dev.athanor.matter.molecule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MorganFingerprintTest {
  /** Counted by hand: rounds 0, 1 and 2, environments of the same bonds once. */
  @ParameterizedTest
  @CsvSource({"C,1,1", "CC,2,3", "CCO,6,6", "CCC,4,6", "c1ccccc1,3,18", "FC(F)(F)F,4,10"})
  void environmentsAreThoseOfThePaper(String smiles, int kinds, int all) {
    Map<Long, Integer> environments = MorganFingerprint.environments(Smiles.parse(smiles), 2);
    assertThat(environments.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(all);
    assertThat(environments).hasSize(kinds);
  }

  @Property(tries = 100)
  void theOrderOfAtomsDoesNotMatter(@ForAll long seed) {
    MolecularGraph graph = Smiles.parse("CC(=O)Nc1ccc(O)cc1");
    assertThat(MorganFingerprint.of(SmilesTest.shuffled(graph, new Random(seed))))
        .isEqualTo(MorganFingerprint.of(graph))
        .hasSameHashCodeAs(MorganFingerprint.of(graph));
  }

  @Test
  void drawingsOfOneRingAreAlikeAndOtherMoleculesAreNot() {
    MorganFingerprint first = MorganFingerprint.of(Smiles.parse("CC1=C(O)C=CC=C1"));
    MorganFingerprint second = MorganFingerprint.of(Smiles.parse("CC1=CC=CC=C1O"));
    assertThat(first.tanimoto(second)).isEqualTo(1);
    MorganFingerprint ethanol = MorganFingerprint.of(Smiles.parse("CCO"));
    MorganFingerprint propanol = MorganFingerprint.of(Smiles.parse("CCCO"));
    assertThat(ethanol.tanimoto(propanol)).isBetween(0.2, 0.8);
    assertThat(ethanol.tanimoto(first)).isLessThan(ethanol.tanimoto(propanol));
    assertThat(
            MorganFingerprint.of(Smiles.parse("FC(F)F"))
                .tanimoto(MorganFingerprint.of(Smiles.parse("N"))))
        .isCloseTo(0, within(1e-12));
    assertThat(ethanol.bits().cardinality()).isEqualTo(ethanol.count()).isEqualTo(6);
  }
}
