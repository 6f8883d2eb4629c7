package dev.athanor.matter.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.format.CifReader;
import dev.athanor.matter.format.CifWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SymmetryAnalysisTest {
  private static final long SEED = Long.getLong("symmetry.seed", 20261123);

  @Test
  void everyTypeIsFoundInAnyCellWithAnyOriginAndInSpiteOfNoise() {
    for (int number = 1; number <= 230; number++) {
      Random random = new Random(SEED + number);
      Crystal exact = GeneratedCrystals.standard(number, random);
      Crystal hidden = GeneratedCrystals.disguised(PrimitiveCell.of(exact, 1e-5), random);
      Crystal noisy = GeneratedCrystals.rattled(hidden, 1e-3, random);
      String seed = "type " + number + ", -Dsymmetry.seed=" + SEED;

      SymmetryAnalysis found = SymmetryAnalysis.of(noisy, 1e-2);
      assertThat(found.spaceGroup().number()).as(seed).isEqualTo(number);
      Crystal primitive = found.standardPrimitive();
      assertThat(numberOf(primitive, 1e-6)).as(seed).isEqualTo(number);
      Crystal standard = found.standardConventional();
      assertThat(standard.sites().size() % primitive.sites().size()).as(seed).isZero();
      assertThat(standard.lattice().volume())
          .as(seed)
          .isCloseTo(exact.lattice().volume(), within(1e-2 * exact.lattice().volume()));
      assertLetters(exact, number, seed);
    }
  }

  /** Crystals described in a left-handed basis keep their hand: P 31 does not become P 32. */
  @Test
  void theHandOfACrystalDoesNotDependOnTheBasis() {
    Random random = new Random(SEED);
    for (int number : new int[] {76, 78, 144, 145, 152, 212}) {
      Crystal crystal = GeneratedCrystals.standard(number, random);
      BasisChange mirror = BasisChange.of(0, 1, 0, 1, 0, 0, 0, 0, 1);
      List<Site> sites =
          crystal.sites().stream().map(s -> s.movedTo(mirror.toNew(s.position()))).toList();
      Crystal leftHanded = new Crystal(mirror.apply(crystal.lattice()), sites);
      assertThat(numberOf(leftHanded, 1e-5)).isEqualTo(number);
    }
  }

  /**
   * In the standard cell itself the letters are those of the positions that the sites were put on.
   */
  private static void assertLetters(Crystal exact, int number, String seed) {
    SymmetryAnalysis analysis = SymmetryAnalysis.of(exact, 1e-5);
    assertThat(analysis.spaceGroup().number()).as(seed).isEqualTo(number);
    List<String> letters = analysis.wyckoffLetters();
    List<Integer> equivalent = analysis.equivalentSites();
    for (SiteOrbit orbit : analysis.asymmetricUnit()) {
      int inCell = orbit.members().size();
      assertThat(orbit.position().multiplicity()).as(seed).isEqualTo(inCell);
      for (int member : orbit.members()) {
        assertThat(letters.get(member)).as(seed).isEqualTo(orbit.position().letter());
        assertThat(equivalent.get(member)).as(seed).isEqualTo(orbit.members().get(0));
      }
    }
  }

  @Test
  void operationsMapTheCrystalOntoItselfInItsOwnCell() {
    for (int number : new int[] {5, 14, 43, 88, 122, 146, 167, 194, 205, 227, 230}) {
      Random random = new Random(SEED + number);
      Crystal crystal =
          GeneratedCrystals.disguised(
              PrimitiveCell.of(GeneratedCrystals.standard(number, random), 1e-4), random);
      SymmetryAnalysis analysis = SymmetryAnalysis.of(crystal, 1e-4);
      List<CellOperation> operations = analysis.operations();
      Set<String> distinct = new HashSet<>();
      for (CellOperation operation : operations) {
        distinct.add(operation.toString());
        for (Site site : crystal.sites()) {
          assertThat(distanceToNearest(crystal, site, operation.apply(site.position())))
              .isLessThan(1e-4);
        }
      }
      assertThat(distinct).hasSameSizeAs(operations);
      assertThat(operations.get(0).apply(new Vector3(0.1, 0.2, 0.3)))
          .isEqualTo(new Vector3(0.1, 0.2, 0.3));
    }
  }

  @Test
  void theTransformationLeadsToTheStandardCell() {
    Random random = new Random(SEED);
    Crystal crystal = GeneratedCrystals.disguised(GeneratedCrystals.standard(62, random), random);
    SymmetryAnalysis analysis = SymmetryAnalysis.of(crystal, 1e-4);
    Crystal standard = analysis.standardConventional();
    for (Site site : crystal.sites()) {
      Vector3 moved = analysis.transformation().toStandard(site.position());
      assertThat(distanceToNearest(standard, site, moved)).isLessThan(1e-3);
      Vector3 back = analysis.transformation().fromStandard(moved).minus(site.position());
      assertThat(back.length()).isLessThan(1e-9);
    }
  }

  @Test
  void saltAndDiamondHaveTheirTextbookSymmetry() {
    Crystal salt =
        new Crystal(
            new Lattice(
                new Vector3(0, 2.82, 2.82), new Vector3(2.82, 0, 2.82), new Vector3(2.82, 2.82, 0)),
            List.of(Site.of(Element.Na, 0, 0, 0), Site.of(Element.Cl, 0.5, 0.5, 0.5)));
    SymmetryAnalysis analysis = SymmetryAnalysis.of(salt, SymmetryAnalysis.USUAL_TOLERANCE);

    assertThat(analysis.spaceGroup().number()).isEqualTo(225);
    assertThat(analysis.spaceGroup().shortSymbol()).isEqualTo("Fm-3m");
    assertThat(analysis.spaceGroup().hallSymbol()).isEqualTo("-F 4 2 3");
    assertThat(analysis.pointGroup()).isEqualTo("m-3m");
    assertThat(analysis.tolerance()).isEqualTo(SymmetryAnalysis.USUAL_TOLERANCE);
    assertThat(analysis.wyckoffLetters()).containsExactlyInAnyOrder("a", "b");
    assertThat(analysis.siteSymmetries()).containsExactly("m-3m", "m-3m");
    assertThat(analysis.standardConventional().sites()).hasSize(8);
    assertThat(analysis.standardConventional().lattice().a().length())
        .isCloseTo(5.64, within(1e-9));
    assertThat(analysis.operations()).hasSize(48);

    Crystal diamond =
        new Crystal(
            salt.lattice(),
            List.of(Site.of(Element.C, 0, 0, 0), Site.of(Element.C, .25, .25, .25)));
    assertThat(SymmetryAnalysis.of(diamond, 1e-3).spaceGroup().shortSymbol()).isEqualTo("Fd-3m");
    assertThat(SymmetryAnalysis.of(diamond, 1e-3).siteSymmetries()).containsOnly("-43m");
    assertThat(SpaceGroup.settings(14).get(0).shortSymbol()).isEqualTo("P2_1/c");
    assertThat(SpaceGroup.settings(194).get(0).shortSymbol()).isEqualTo("P6_3/mmc");
  }

  @Test
  void mixturesOfElementsAreKindsOfTheirOwn() {
    Site mixed = new Site(Map.of(Element.Fe, 0.5, Element.Co, 0.5), Vector3.ZERO);
    Site other = new Site(Map.of(Element.Fe, 0.7, Element.Co, 0.3), new Vector3(0.5, 0.5, 0.5));
    Crystal alloy = new Crystal(Lattice.cubic(2.9), List.of(mixed, other));
    Crystal uniform =
        new Crystal(Lattice.cubic(2.9), List.of(mixed, mixed.movedTo(new Vector3(0.5, 0.5, 0.5))));

    assertThat(numberOf(alloy, 1e-3)).isEqualTo(221);
    assertThat(numberOf(uniform, 1e-3)).isEqualTo(229);
    assertThat(SymmetryAnalysis.of(uniform, 1e-3).standardConventional().sites())
        .allSatisfy(site -> assertThat(site.occupancies()).isEqualTo(mixed.occupancies()));
  }

  @Test
  void theToleranceDecidesBetweenTwoSymmetries() {
    Crystal nearlyCubic =
        new Crystal(
            Lattice.ofParameters(4, 4, 4.02, 90, 90, 90), List.of(Site.of(Element.Po, 0, 0, 0)));
    assertThat(numberOf(nearlyCubic, 0.001)).isEqualTo(123);
    assertThat(numberOf(nearlyCubic, 0.05)).isEqualTo(221);
    Crystal sheared =
        new Crystal(
            Lattice.ofParameters(4, 4, 4, 90, 90, 90.3), List.of(Site.of(Element.Po, 0, 0, 0)));
    assertThat(SymmetryAnalysis.of(sheared, 0.1, 0.1).spaceGroup().number()).isEqualTo(65);
    assertThat(SymmetryAnalysis.of(sheared, 0.1, 1).spaceGroup().number()).isEqualTo(221);
  }

  @Test
  void aSymmetrisedFileHoldsTheStandardCell() {
    Random random = new Random(SEED);
    for (int number : new int[] {2, 15, 70, 141, 166, 194, 227}) {
      Crystal crystal =
          GeneratedCrystals.disguised(GeneratedCrystals.standard(number, random), random);
      SymmetryAnalysis analysis = SymmetryAnalysis.of(crystal, 1e-4);
      String text = CifWriter.write("example", analysis);

      assertThat(text)
          .containsPattern("_space_group_IT_number +" + number + "\n")
          .contains("_space_group_name_Hall")
          .contains("_atom_site_Wyckoff_symbol");
      CrystalRecord read = CifReader.read(text, "example.cif").records().get(0);
      Crystal standard = analysis.standardConventional();
      assertThat(read.crystal().sites()).hasSameSizeAs(standard.sites());
      for (Site site : standard.sites()) {
        assertThat(distanceToNearest(read.crystal(), site, site.position())).isLessThan(1e-6);
      }
    }
  }

  @Test
  void whatIsTooLargeOrDoubledIsRefused() {
    Crystal large =
        new Crystal(Lattice.cubic(3), List.of(Site.of(Element.Fe, 0, 0, 0))).supercell(18, 18, 18);
    assertThatThrownBy(() -> SymmetryAnalysis.of(large, 0.01))
        .isInstanceOfSatisfying(
            MatterException.class, e -> assertThat(e.code()).isEqualTo(MatterErrors.TOO_LARGE));
    Crystal doubled =
        new Crystal(
            Lattice.cubic(3), List.of(Site.of(Element.Fe, 0, 0, 0), Site.of(Element.Fe, 1, 0, 0)));
    assertThatThrownBy(() -> SymmetryAnalysis.of(doubled, 0.01))
        .isInstanceOfSatisfying(
            MatterException.class,
            e -> assertThat(e.code()).isEqualTo(MatterErrors.BAD_COORDINATES));
    assertThatThrownBy(() -> SymmetryAnalysis.of(large, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aToleranceAsWideAsBondsIsLowered() {
    Crystal pair =
        new Crystal(
            Lattice.cubic(3),
            List.of(Site.of(Element.H, 0, 0, 0), Site.of(Element.H, 0.25, 0.01, 0)));
    SymmetryAnalysis analysis = SymmetryAnalysis.of(pair, 2);
    assertThat(analysis.tolerance()).isLessThanOrEqualTo(0.75);
  }

  private static int numberOf(Crystal crystal, double tolerance) {
    return SymmetryAnalysis.of(crystal, tolerance).spaceGroup().number();
  }

  private static double distanceToNearest(Crystal crystal, Site kind, Vector3 point) {
    List<Double> distances = new ArrayList<>();
    for (Site site : crystal.sites()) {
      if (site.occupancies().equals(kind.occupancies())) {
        Vector3 d = site.position().minus(point);
        Vector3 nearest =
            new Vector3(
                d.x() - Math.rint(d.x()), d.y() - Math.rint(d.y()), d.z() - Math.rint(d.z()));
        distances.add(crystal.lattice().toCartesian(nearest).length());
      }
    }
    return distances.stream().mapToDouble(Double::doubleValue).min().orElse(Double.MAX_VALUE);
  }
}
