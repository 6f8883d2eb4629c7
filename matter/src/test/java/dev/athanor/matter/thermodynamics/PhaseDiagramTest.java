package dev.athanor.matter.thermodynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PhaseDiagramTest {
  private static final Element[] ELEMENTS = {
    Element.Re, Element.Zr, Element.B, Element.Si, Element.Mo, Element.O, Element.Fe, Element.U
  };

  @Test
  void decomposesAMixtureIntoItsNeighbours() {
    PhaseDiagram diagram =
        PhaseDiagram.withElementsAtZero(
            List.of(entry("ZrRe2", -0.4), entry("Zr5Re24", -0.2), entry("ZrRe", -0.1)));

    Decomposition decomposition = diagram.decompose(Composition.parse("ZrRe"));

    // halfway between Zr and ZrRe2 by atoms of Re: 3/4 of the atoms are in ZrRe2
    assertThat(decomposition.hullEnergy()).isCloseTo(-0.3, within(1e-12));
    assertThat(decomposition.shares()).hasSize(2);
    assertThat(decomposition.shares().get(0).entry().id()).isEqualTo("ZrRe2");
    assertThat(decomposition.shares().get(0).fraction()).isCloseTo(0.75, within(1e-12));
    assertThat(diagram.energyAboveHull(entry("ZrRe", -0.1))).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void aStablePhaseIsOnTheHullAndBelowThatOfTheOthers() {
    PhaseEntry stable = entry("ZrRe2", -0.4);
    PhaseDiagram diagram = PhaseDiagram.withElementsAtZero(List.of(stable, entry("ZrRe", -0.1)));

    assertThat(diagram.energyAboveHull(stable)).isCloseTo(0, within(1e-12));
    // between ZrRe (-0.1 at 1/2) and Re: two thirds of the way
    assertThat(diagram.distanceToHullOfOthers(stable)).isCloseTo(-0.4 + 0.1 * 2 / 3, within(1e-12));
  }

  @Test
  void aCandidateThatIsNotInTheDiagramMayLieBelowIt() {
    PhaseDiagram diagram = PhaseDiagram.withElementsAtZero(List.of(entry("ZrRe2", -0.4)));
    assertThat(diagram.energyAboveHull(entry("Zr2Re4", -0.5))).isCloseTo(-0.1, within(1e-12));
  }

  @Test
  void ofEntriesWithTheSameRatiosTheLowestCounts() {
    PhaseDiagram diagram =
        PhaseDiagram.withElementsAtZero(
            List.of(entry("ZrRe2", -0.1), entry("Zr4Re8", -0.4), entry("Zr2Re4", -0.3)));
    assertThat(diagram.size()).isEqualTo(3);
    assertThat(diagram.lowest(Composition.parse("Zr3Re6")).orElseThrow().id()).isEqualTo("Zr4Re8");
    assertThat(diagram.decompose(Composition.parse("ZrRe2")).shares()).hasSize(1);
  }

  @Test
  void anElementWithoutAPhaseIsAnError() {
    PhaseDiagram diagram = PhaseDiagram.of(List.of(entry("Zr", 0), entry("ZrRe2", -0.4)));
    assertThatThrownBy(() -> diagram.decompose(Composition.parse("ZrRe")))
        .isInstanceOfSatisfying(
            MatterException.class,
            e -> {
              assertThat(e.code()).isEqualTo(MatterErrors.NO_REFERENCE);
              assertThat(e).hasMessageContaining("Re");
            });
  }

  @Test
  void energiesMustBeFinite() {
    assertThatThrownBy(() -> entry("ZrRe2", Double.NaN))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("finite");
  }

  @Test
  void manyElementsAreFoundByScanning() {
    Composition alloy = Composition.parse("LiBeBCNOFNaMgAlSiPSCl");
    PhaseDiagram diagram =
        PhaseDiagram.withElementsAtZero(
            List.of(new PhaseEntry("alloy", alloy, 0.1), entry("NaCl", -2), entry("MgO", -3)));
    assertThat(diagram.decompose(alloy).hullEnergy())
        .isCloseTo((2 * -2 + 2 * -3) / 14.0, within(1e-12));
  }

  @Test
  void polymorphsOfAPhaseAreNoOthers() {
    PhaseEntry low = entry("ZrRe2", -0.4);
    PhaseEntry high = entry("Zr4Re8", -0.3);
    PhaseDiagram diagram =
        PhaseDiagram.withElementsAtZero(List.of(high, low, low, entry("ZrRe", -0.1)));
    assertThat(diagram.energyAboveHull(high)).isCloseTo(0.1, within(1e-12));
    assertThat(diagram.distanceToHullOfOthers(high) - diagram.distanceToHullOfOthers(low))
        .isCloseTo(0.1, within(1e-12));
    assertThat(diagram.decomposeIntoOthers(low.composition()).shares())
        .extracting(share -> share.entry().id())
        .containsExactlyInAnyOrder("ZrRe", "Re");
  }

  @Test
  void fractionalFormulasAreCompositionsLikeOthers() {
    PhaseDiagram diagram =
        PhaseDiagram.withElementsAtZero(
            List.of(entry("Zr0.1Re0.2", -0.4), entry("Zr0.3333333Re0.6666667", -0.5)));
    assertThat(diagram.size()).isEqualTo(3);
    assertThat(diagram.energyAboveHull(entry("ZrRe2", -0.4))).isCloseTo(0.1, within(1e-9));
    assertThat(diagram.distanceToHullOfOthers(entry("ZrRe2", -0.4))).isCloseTo(-0.4, within(1e-12));
  }

  @Test
  void anElementsLowestPhaseIsTheReference() {
    PhaseDiagram diagram =
        PhaseDiagram.withElementsAtZero(
            List.of(
                new PhaseEntry("hcp", Composition.parse("Zr2"), 0.02),
                new PhaseEntry("odd", Composition.parse("Re"), -0.05),
                entry("ZrRe", -0.2)));
    assertThat(diagram.energyAboveHull(entry("Zr", 0.02))).isCloseTo(0.02, within(1e-15));
    assertThat(diagram.distanceToHullOfOthers(entry("Re", -0.05))).isZero();
    assertThat(diagram.decompose(Composition.parse("ZrRe3")).hullEnergy())
        .isCloseTo(-0.125, within(1e-12));
  }

  @Property(tries = 300)
  void membersAreNeverBelowTheHullAndVerticesAreTheirOwnDecomposition(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 8) int width) {
    List<PhaseEntry> entries = withElements(randomEntries(random, width, 25), width);
    PhaseDiagram diagram = PhaseDiagram.of(entries);
    for (PhaseEntry entry : entries) {
      double distance = diagram.energyAboveHull(entry);
      assertThat(distance).isGreaterThanOrEqualTo(0);
      Decomposition decomposition = diagram.decompose(entry.composition());
      if (distance == 0) {
        assertThat(decomposition.shares()).hasSize(1);
      }
      // without its own composition a phase falls into something that is not lower than the hull
      assertThat(diagram.decomposeIntoOthers(entry.composition()).hullEnergy())
          .isGreaterThanOrEqualTo(decomposition.hullEnergy() - 1e-11);
    }
  }

  /** On a binary every mixture of two phases can be tried. */
  @Property(tries = 300)
  void equalsBruteForceOnBinaries(@ForAll Random random, @ForAll @IntRange(max = 12) int count) {
    List<PhaseEntry> entries = randomEntries(random, 2, count);
    PhaseDiagram diagram = PhaseDiagram.withElementsAtZero(withBoth(entries));
    List<PhaseEntry> all = new ArrayList<>(entries);
    all.add(entry("Re", 0));
    all.add(entry("Zr", 0));
    Composition query = randomComposition(random, 2);
    double x = query.fraction(Element.Zr);

    double lowest = Double.POSITIVE_INFINITY;
    for (PhaseEntry a : all) {
      double xa = a.composition().fraction(Element.Zr);
      for (PhaseEntry b : all) {
        double xb = b.composition().fraction(Element.Zr);
        if (Math.abs(xa - x) < 1e-12) {
          lowest = Math.min(lowest, a.formationEnergyPerAtom());
        } else if (xa < x && x < xb) {
          double share = (xb - x) / (xb - xa);
          lowest =
              Math.min(
                  lowest,
                  share * a.formationEnergyPerAtom() + (1 - share) * b.formationEnergyPerAtom());
        }
      }
    }
    assertThat(diagram.decompose(query).hullEnergy()).isCloseTo(lowest, within(1e-9));
  }

  /** The optimum of a linear program is at one of its basic solutions: here all are tried. */
  @Property(tries = 200)
  void equalsTheBestOfAllBasicSolutions(
      @ForAll Random random, @ForAll @IntRange(min = 2, max = 4) int width) {
    List<PhaseEntry> entries = withElements(randomEntries(random, width, 10), width);
    Composition query = randomComposition(random, width);
    List<Element> elements = List.copyOf(query.elements());
    List<PhaseEntry> relevant =
        entries.stream().filter(e -> elements.containsAll(e.composition().elements())).toList();
    double lowest = BasicSolutions.lowest(relevant, query, elements);
    assertThat(PhaseDiagram.of(entries).decompose(query).hullEnergy())
        .isCloseTo(lowest, within(1e-9));
  }

  @Property(tries = 300)
  void anotherEntryNeverRaisesTheHull(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 5) int width) {
    List<PhaseEntry> entries = new ArrayList<>(randomEntries(random, width, 20));
    Composition query = randomComposition(random, width);
    double before =
        PhaseDiagram.withElementsAtZero(withElements(entries, width)).decompose(query).hullEnergy();
    entries.add(new PhaseEntry("new", randomComposition(random, width), random.nextGaussian()));
    double after =
        PhaseDiagram.withElementsAtZero(withElements(entries, width)).decompose(query).hullEnergy();
    assertThat(after).isLessThanOrEqualTo(before + 1e-9);
  }

  @Property(tries = 300)
  void theMixtureHasTheCompositionAndTheEnergyAskedFor(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 6) int width) {
    PhaseDiagram diagram =
        PhaseDiagram.withElementsAtZero(withElements(randomEntries(random, width, 30), width));
    Composition query = randomComposition(random, width);
    Decomposition decomposition = diagram.decompose(query);
    for (Element element : query.elements()) {
      double sum =
          decomposition.shares().stream()
              .mapToDouble(s -> s.fraction() * s.entry().composition().fraction(element))
              .sum();
      assertThat(sum).isCloseTo(query.fraction(element), within(1e-8));
    }
    double energy =
        decomposition.shares().stream()
            .mapToDouble(s -> s.fraction() * s.entry().formationEnergyPerAtom())
            .sum();
    assertThat(decomposition.hullEnergy()).isCloseTo(energy, within(1e-8));
  }

  private static List<PhaseEntry> withBoth(List<PhaseEntry> entries) {
    return withElements(entries, 2);
  }

  private static List<PhaseEntry> withElements(List<PhaseEntry> entries, int width) {
    List<PhaseEntry> all = new ArrayList<>(entries);
    for (int i = 0; i < width; i++) {
      all.add(entry(ELEMENTS[i].symbol(), 0));
    }
    return all;
  }

  private static List<PhaseEntry> randomEntries(Random random, int width, int count) {
    List<PhaseEntry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Composition composition = randomComposition(random, width);
      if (composition.elements().size() > 1) {
        // rounded, so that ties and flat stretches of the hull occur
        double energy = Math.round(random.nextGaussian() * 20) / 20.0;
        entries.add(new PhaseEntry("entry" + i, composition, energy));
      }
    }
    return entries;
  }

  private static Composition randomComposition(Random random, int width) {
    EnumMap<Element, Double> amounts = new EnumMap<>(Element.class);
    while (amounts.isEmpty()) {
      for (int i = 0; i < width; i++) {
        int amount = random.nextInt(5);
        if (amount > 0) {
          amounts.put(ELEMENTS[i], (double) amount);
        }
      }
    }
    return new Composition(Map.copyOf(amounts));
  }

  private static PhaseEntry entry(String formula, double energy) {
    return new PhaseEntry(formula, Composition.parse(formula), energy);
  }
}
