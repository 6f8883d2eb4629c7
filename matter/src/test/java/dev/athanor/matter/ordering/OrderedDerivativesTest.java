package dev.athanor.matter.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.ordering.OrderedDerivative.ScoreKind;
import dev.athanor.matter.prototype.PrototypeLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderedDerivativesTest {
  private static final OrderingSettings EXACT = OrderingSettings.USUAL.withShareTolerance(0);

  /**
   * The published counts split by composition: of the twelve fcc structures of four atoms seven are
   * A3B and five A2B2; two more of AB have two atoms.
   */
  @ParameterizedTest
  @CsvSource({"0.5,2,2", "0.25,4,7", "0.5,4,7", "0.333333333333,3,3"})
  void solidSolutionsOnTheFaceCentredLattice(double share, int cells, int expected) {
    List<OrderedDerivative> found =
        OrderedDerivatives.all(fcc(share), EXACT.upTo(cells).withShareTolerance(1e-6));
    // sizes below that cannot have the composition give nothing, sizes that can add theirs
    assertThat(found).hasSize(expected);
    for (OrderedDerivative derivative : found) {
      Composition composition = derivative.crystal().composition();
      assertThat(composition.fraction(Element.Au)).isCloseTo(share, within(1e-9));
      assertThat(derivative.crystal().isOrdered()).isTrue();
      assertThat(derivative.crystal().volumePerAtom()).isCloseTo(16, within(1e-9));
    }
  }

  /** Weights of all orderings of a cell, superperiodic ones apart, are the ways to fill it. */
  @Test
  void multiplicitiesCountTheWaysToFill() {
    List<OrderedDerivative> found = OrderedDerivatives.all(simpleCubic(0.5), EXACT.upTo(2));
    // three superlattices up to symmetry, each filled in two ways that a translation exchanges
    assertThat(found).hasSize(3);
    assertThat(found).allMatch(d -> d.multiplicity() == 2 && d.cells() == 2);
  }

  @Test
  void emptyPlacesAreOccupantsToo() {
    // every fourth atom missing from a simple cubic lattice
    Crystal parent =
        new Crystal(
            Lattice.cubic(3), List.of(new Site(Map.of(Element.Po, 0.75), new Vector3(0, 0, 0))));
    List<OrderedDerivative> found = OrderedDerivatives.all(parent, EXACT.upTo(4));
    List<OrderedDerivative> mixed = OrderedDerivatives.all(simpleCubic(0.25), EXACT.upTo(4));
    assertThat(found).hasSameSizeAs(mixed).isNotEmpty();
    assertThat(found).allMatch(d -> d.crystal().sites().size() == 3 && d.cells() == 4);
  }

  @Test
  void fixedSitesStayAndEveryKindOfSiteKeepsItsShares() {
    // rock salt whose cation is shared and anion whole
    Crystal parent =
        new Crystal(
            PrototypeLibrary.standard().find("NaCl").orElseThrow().lattice(),
            List.of(
                new Site(Map.of(Element.Li, 0.5, Element.Fe, 0.5), new Vector3(0, 0, 0)),
                Site.of(Element.O, 0.5, 0.5, 0.5)));
    List<OrderedDerivative> found = OrderedDerivatives.all(parent, EXACT.upTo(2));
    assertThat(found).hasSize(2);
    assertThat(found).allMatch(d -> d.crystal().composition().reducedFormula().equals("LiFeO2"));
    assertThat(found).allMatch(d -> d.kind() == ScoreKind.ELECTROSTATIC);
    assertThat(found.get(0).score()).isLessThan(found.get(1).score());
  }

  /** Layers of like charge repel: alpha-NaFeO2 (hR4) is preferred to tP4 with Fe 3+. */
  @Test
  void chargesRankTheLayeredOxideRight() {
    Crystal parent =
        new Crystal(
            PrototypeLibrary.standard().find("NaCl").orElseThrow().lattice(),
            List.of(
                new Site(Map.of(Element.Na, 0.5, Element.Fe, 0.5), new Vector3(0, 0, 0)),
                Site.of(Element.O, 0.5, 0.5, 0.5)));
    Map<Element, Double> charges = Map.of(Element.Na, 1.0, Element.Fe, 3.0, Element.O, -2.0);
    List<OrderedDerivative> found =
        OrderedDerivatives.all(parent, EXACT.upTo(4).withCharges(charges));
    // gamma-LiFeO2 (I4_1/amd, four cells) has the best point-charge energy on this lattice
    assertThat(found.get(0).cells()).isEqualTo(4);
    assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(a.score(), b.score()));
  }

  @Test
  void anOrderedCrystalIsItsOwnOrdering() {
    Crystal crystal =
        PrototypeLibrary.standard().find("A15").orElseThrow().conventionalReferenceCrystal();
    List<OrderedDerivative> found = OrderedDerivatives.all(crystal, EXACT.upTo(3));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).crystal().sites()).hasSize(8);
    assertThat(found.get(0).multiplicity()).isEqualTo(1);
  }

  @Test
  void sharesAreRoundedWithinTheToleranceOnly() {
    Crystal parent = simpleCubic(0.52);
    assertThat(OrderedDerivatives.all(parent, EXACT.upTo(4))).isEmpty();
    assertThat(OrderedDerivatives.all(parent, EXACT.upTo(2).withShareTolerance(0.03))).hasSize(3);
    // an element may not vanish, however small its share
    assertThat(OrderedDerivatives.all(simpleCubic(0.01), EXACT.upTo(3).withShareTolerance(0.05)))
        .isEmpty();
  }

  @Test
  void splitPlacesAreNotFilledTwice() {
    Crystal parent =
        new Crystal(
            Lattice.cubic(4),
            List.of(
                new Site(Map.of(Element.Cu, 0.5), new Vector3(0.05, 0.5, 0.5)),
                new Site(Map.of(Element.Cu, 0.5), new Vector3(-0.05, 0.5, 0.5)),
                Site.of(Element.Au, 0, 0, 0)));
    List<OrderedDerivative> found = OrderedDerivatives.all(parent, EXACT.upTo(2));
    assertThat(found).isNotEmpty();
    assertThat(found)
        .allMatch(d -> Math.round(d.crystal().composition().amount(Element.Cu)) == d.cells());
    OrderingSettings careless =
        new OrderingSettings(2, 60, 0, 0.01, 0, 1000, 100_000, Optional.empty());
    assertThat(OrderedDerivatives.all(parent, careless)).hasSizeGreaterThan(found.size());
  }

  @Test
  void tooManyIsAnErrorAndCanBeSampled() {
    Crystal parent = fcc(0.5);
    OrderingSettings few = EXACT.upTo(8).withLimits(60, 50, 2_000_000);
    assertThatThrownBy(() -> OrderedDerivatives.all(parent, few))
        .isInstanceOfSatisfying(
            MatterException.class,
            e -> assertThat(e.code()).isEqualTo(MatterErrors.TOO_MANY_ORDERINGS))
        .hasMessageContaining("sample");
    assertThatThrownBy(
            () -> OrderedDerivatives.all(parent, EXACT.upTo(8).withLimits(60, 10_000, 500)))
        .isInstanceOf(MatterException.class);
    List<OrderedDerivative> sample =
        OrderedDerivatives.sample(parent, EXACT.upTo(16).withLimits(60, 50, 1), 25, 7);
    assertThat(sample).hasSize(25);
    assertThat(sample).isSortedAccordingTo((a, b) -> Double.compare(a.score(), b.score()));
    assertThat(OrderedDerivatives.sample(parent, EXACT.upTo(16).withLimits(60, 50, 1), 25, 7))
        .isEqualTo(sample);
    for (OrderedDerivative derivative : sample) {
      assertThat(derivative.crystal().composition().fraction(Element.Au)).isEqualTo(0.5);
    }
  }

  /** All orderings of two cells are found by drawing, and nothing else. */
  @Test
  void aLargeSampleIsTheWholeList() {
    List<Double> all = scores(OrderedDerivatives.all(fcc(0.5), EXACT.upTo(4)));
    List<Double> drawn = scores(OrderedDerivatives.sample(fcc(0.5), EXACT.upTo(4), 500, 3));
    assertThat(drawn).isEqualTo(all);
  }

  /**
   * On the face-centred lattice, atoms of L1_0 keep more to unlike neighbours than those of L1_1.
   */
  @Test
  void withoutChargesLikeAtomsKeepApart() {
    List<OrderedDerivative> found = OrderedDerivatives.all(fcc(0.5), EXACT.upTo(2));
    assertThat(found).allMatch(d -> d.kind() == ScoreKind.LIKE_ATOMS_APART);
    // L1_0: four of twelve neighbours alike; L1_1: six
    assertThat(found.get(0).score()).isBetween(2.0, 3.0);
    assertThat(found.get(1).score()).isGreaterThan(found.get(0).score() + 0.5);
  }

  private static List<Double> scores(List<OrderedDerivative> derivatives) {
    List<Double> result = new ArrayList<>();
    derivatives.forEach(d -> result.add(Math.round(d.score() * 1e9) / 1e9 + d.cells()));
    result.sort(null);
    return result;
  }

  private static Crystal fcc(double share) {
    List<Site> sites = new ArrayList<>();
    for (Vector3 place :
        List.of(
            new Vector3(0, 0, 0),
            new Vector3(0, 0.5, 0.5),
            new Vector3(0.5, 0, 0.5),
            new Vector3(0.5, 0.5, 0))) {
      sites.add(new Site(Map.of(Element.Au, share, Element.Cu, 1 - share), place));
    }
    return new Crystal(Lattice.cubic(4), sites);
  }

  private static Crystal simpleCubic(double share) {
    return new Crystal(
        Lattice.cubic(3),
        List.of(new Site(Map.of(Element.Au, share, Element.Cu, 1 - share), new Vector3(0, 0, 0))));
  }
}
