package dev.athanor.matter.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Crystals;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StructureMatcherTest {
  private static final StructureMatcher MATCHER = StructureMatcher.standard();

  @Property(tries = 60)
  void aCrystalIsItselfHoweverDescribed(@ForAll Random random) {
    Crystal crystal = Crystals.random(random);
    Assume.that(Disguise.isClearCut(crystal));
    StructureMatch match =
        MATCHER.match(crystal, Disguise.redescribed(crystal, random)).orElseThrow();
    assertThat(match.rms()).isLessThan(1e-6);
    assertThat(match.speciesMap()).allSatisfy((from, to) -> assertThat(from).isEqualTo(to));
    assertThat(Math.abs(match.latticeMap().determinant())).isEqualTo(1);
    int factor = 2 + random.nextInt(3);
    assertThat(MATCHER.fits(Disguise.supercell(crystal, factor, random), crystal)).isTrue();
  }

  @Property(tries = 40)
  void partnersHaveTheSameElementsAndLieWhereTheyShould(@ForAll Random random) {
    Crystal crystal = Crystals.random(random);
    Assume.that(Disguise.isClearCut(crystal));
    Crystal other = Disguise.redescribed(Crystals.rattled(crystal, 0.02, random), random);
    StructureMatch match = MATCHER.match(crystal, other).orElseThrow();
    assertThat(match.rms()).isLessThanOrEqualTo(match.maxDistance()).isLessThan(0.05);
    List<Site> first = match.first().crystal().sites();
    List<Site> second = match.second().crystal().sites();
    assertThat(match.siteMap()).hasSize(second.size()).doesNotHaveDuplicates();
    for (int i = 0; i < second.size(); i++) {
      assertThat(first.get(match.siteMap().get(i)).majorElement())
          .isEqualTo(second.get(i).majorElement());
    }
    Lattice mapped = match.latticeMap().apply(match.first().crystal().lattice());
    assertThat(mapped.alpha()).isCloseTo(match.second().crystal().lattice().alpha(), within(5.0));
  }

  /** The same two sites 0.2 and 0.24 of the mean distance apart: each moves by half of it. */
  @Test
  void theMeanDisplacementIsTakenOff() {
    Crystal straight = twoSites(0.5);
    StructureMatch match = MATCHER.match(straight, twoSites(0.6)).orElseThrow();
    double unit = Math.cbrt(4 * 4 * 6 / 2.0);
    assertThat(match.rms()).isCloseTo(0.05 * 6 / unit, within(1e-9));
    assertThat(match.maxDistance()).isCloseTo(match.rms(), within(1e-9));
    assertThat(MATCHER.fits(straight, twoSites(0.5 + 0.59 * unit / 6))).isTrue();
    assertThat(MATCHER.fits(straight, twoSites(0.5 + 0.61 * unit / 6))).isFalse();
  }

  @Test
  void edgesAndAnglesHaveTheirTolerance() {
    Crystal cube = of(Lattice.ofParameters(4, 4, 4, 90, 90, 90));
    assertThat(MATCHER.fits(cube, of(Lattice.ofParameters(4, 4, 4.7, 90, 90, 90)))).isTrue();
    assertThat(MATCHER.fits(cube, of(Lattice.ofParameters(4, 4, 5.5, 90, 90, 90)))).isFalse();
    assertThat(MATCHER.fits(cube, of(Lattice.ofParameters(4, 4, 4, 90, 90, 94)))).isTrue();
    assertThat(MATCHER.fits(cube, of(Lattice.ofParameters(4, 4, 4, 90, 90, 96)))).isFalse();
    Crystal larger = of(Lattice.cubic(6));
    assertThat(MATCHER.fits(cube, larger)).isTrue();
    StructureMatcher unscaled = new StructureMatcher(MatchingTolerance.STANDARD.withScale(false));
    assertThat(unscaled.fits(cube, larger)).isFalse();
    assertThat(unscaled.fits(cube, of(Lattice.cubic(4.4)))).isTrue();
  }

  @Test
  void rulesForSpecies() {
    Crystal salt = salt(Element.Na, Element.Cl);
    Crystal fluoride = salt(Element.Li, Element.F);
    assertThat(MATCHER.fits(salt, fluoride)).isFalse();
    assertThat(MATCHER.fits(salt, fluoride, SpeciesRule.PERMUTED)).isFalse();
    assertThat(MATCHER.match(salt, fluoride, SpeciesRule.ANONYMOUS).orElseThrow().rms())
        .isLessThan(1e-9);
    Crystal perovskite = perovskite(Element.Ca, Element.Ti, Element.O);
    Crystal exchanged = perovskite(Element.Ti, Element.Ca, Element.O);
    assertThat(MATCHER.fits(perovskite, exchanged)).isFalse();
    assertThat(
            MATCHER.match(perovskite, exchanged, SpeciesRule.PERMUTED).orElseThrow().speciesMap())
        .isEqualTo(Map.of(Element.Ca, Element.Ti, Element.Ti, Element.Ca, Element.O, Element.O));
    Crystal anti = perovskite(Element.O, Element.Ti, Element.Ca);
    assertThat(MATCHER.fits(perovskite, anti)).isFalse();
    assertThat(MATCHER.fits(perovskite, anti, SpeciesRule.PERMUTED)).isTrue();
    Crystal chloride =
        new Crystal(
            Lattice.cubic(4.1),
            List.of(Site.of(Element.Cs, 0, 0, 0), Site.of(Element.Cl, 0.5, 0.5, 0.5)));
    assertThat(MATCHER.fits(salt, chloride, SpeciesRule.ANONYMOUS)).isFalse();
  }

  @Test
  void sharedSitesMatchSitesWithTheSameShares() {
    Crystal alloy = shared(0.3333);
    assertThat(MATCHER.fits(alloy, shared(0.333))).isTrue();
    assertThat(MATCHER.fits(alloy, shared(0.4))).isFalse();
    assertThat(MATCHER.fits(alloy, salt(Element.Nb, Element.C))).isFalse();
    Crystal likewise = alloy.substituted(Map.of(Element.Nb, Element.Zr, Element.Ti, Element.Hf));
    assertThat(MATCHER.match(alloy, likewise, SpeciesRule.ANONYMOUS).orElseThrow().speciesMap())
        .containsEntry(Element.Nb, Element.Zr)
        .containsEntry(Element.Ti, Element.Hf);
  }

  @Test
  void supercellsAreFoundWhereAskedFor() {
    Crystal small = perovskite(Element.Ca, Element.Ti, Element.O);
    Crystal large = Crystals.rattled(small.supercell(1, 2, 2), 0.2, new Random(3));
    StructureMatcher asItIs = new StructureMatcher(MatchingTolerance.STANDARD.withPrimitive(false));
    assertThat(asItIs.fits(small, large)).isFalse();
    StructureMatcher patient =
        new StructureMatcher(MatchingTolerance.STANDARD.withPrimitive(false).withSupercell(true));
    for (StructureMatch match :
        List.of(
            patient.match(small, large).orElseThrow(), patient.match(large, small).orElseThrow())) {
      assertThat(Math.abs(match.latticeMap().determinant())).isEqualTo(4);
      assertThat(match.siteMap()).hasSize(20);
      assertThat(match.rms()).isBetween(0.01, 0.15);
    }
    assertThat(patient.fits(small, small.supercell(3, 1, 1))).isTrue();
  }

  @Test
  void slightlyDistortedSupercellsHaveTheirParentsCell() {
    Crystal parent = perovskite(Element.Ca, Element.Ti, Element.O);
    Random random = new Random(11);
    Crystal distorted = Crystals.rattled(parent.supercell(2, 2, 1), 0.05, random);
    ReducedCrystal reduced = MATCHER.reduced(distorted);
    assertThat(reduced.siteCount()).isEqualTo(5);
    assertThat(reduced.crystal().volumePerAtom()).isCloseTo(parent.volumePerAtom(), within(1e-9));
    Crystal far = Crystals.rattled(parent.supercell(2, 2, 1), 0.5, random);
    assertThat(MATCHER.reduced(far).siteCount()).isEqualTo(20);
  }

  /** 512 atoms at random: the worst for a search that has no symmetry to go by. */
  @Test
  void largeCellsEnd() {
    Random random = new Random(5);
    Crystal gas = gas(512, random);
    assertThat(MATCHER.fits(gas, Disguise.redescribed(gas, random))).isTrue();
    assertThat(MATCHER.fits(gas, gas(512, random))).isFalse();
    Crystal copper =
        new Crystal(
            Lattice.cubic(3.61),
            List.of(
                Site.of(Element.Cu, 0, 0, 0),
                Site.of(Element.Cu, 0, 0.5, 0.5),
                Site.of(Element.Cu, 0.5, 0, 0.5),
                Site.of(Element.Cu, 0.5, 0.5, 0)));
    Crystal block = copper.supercell(5, 5, 5);
    assertThat(MATCHER.reduced(block).siteCount()).isEqualTo(1);
    StructureMatcher asItIs = new StructureMatcher(MatchingTolerance.STANDARD.withPrimitive(false));
    assertThat(asItIs.fits(block, Crystals.rattled(block, 0.3, random))).isTrue();
  }

  @Test
  void thereIsAnEndToPatience() {
    Crystal needle = of(Lattice.ofParameters(0.01, 0.01, 4_000, 90, 90, 90));
    Crystal cube = of(Lattice.ofParameters(2_000, 2_000, 2_000, 90, 90, 90));
    StructureMatcher unscaled = new StructureMatcher(MatchingTolerance.STANDARD.withScale(false));
    assertThatThrownBy(() -> unscaled.fits(needle, cube))
        .isInstanceOfSatisfying(
            MatterException.class,
            problem -> assertThat(problem.code()).isEqualTo(MatterErrors.TOO_LARGE));
  }

  @Test
  void tolerancesAreThoseOfPymatgenAndCheckThemselves() {
    assertThat(MatchingTolerance.STANDARD)
        .isEqualTo(new MatchingTolerance(0.2, 0.3, 5, true, true, false));
    assertThatThrownBy(() -> new MatchingTolerance(0, 0.3, 5, true, true, false))
        .isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> new MatchingTolerance(0.2, Double.NaN, 5, true, true, false))
        .isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> new MatchingTolerance(0.2, 0.3, 90, true, true, false))
        .isInstanceOf(MatterException.class);
  }

  private static Crystal of(Lattice lattice) {
    return new Crystal(lattice, List.of(Site.of(Element.Po, 0, 0, 0)));
  }

  private static Crystal twoSites(double z) {
    return new Crystal(
        Lattice.ofParameters(4, 4, 6, 90, 90, 90),
        List.of(Site.of(Element.Ga, 0, 0, 0), Site.of(Element.As, 0.5, 0.5, z)));
  }

  private static Crystal salt(Element cation, Element anion) {
    return new Crystal(
        Lattice.ofParameters(4, 4, 4, 60, 60, 60),
        List.of(Site.of(cation, 0, 0, 0), Site.of(anion, 0.5, 0.5, 0.5)));
  }

  private static Crystal shared(double titanium) {
    return new Crystal(
        Lattice.ofParameters(3.1, 3.1, 3.1, 60, 60, 60),
        List.of(
            new Site(Map.of(Element.Ti, titanium, Element.Nb, 1 - titanium), Vector3.ZERO),
            Site.of(Element.C, 0.5, 0.5, 0.5)));
  }

  private static Crystal perovskite(Element large, Element small, Element anion) {
    return new Crystal(
        Lattice.cubic(3.9),
        List.of(
            Site.of(large, 0, 0, 0),
            Site.of(small, 0.5, 0.5, 0.5),
            Site.of(anion, 0, 0.5, 0.5),
            Site.of(anion, 0.5, 0, 0.5),
            Site.of(anion, 0.5, 0.5, 0)));
  }

  private static Crystal gas(int count, Random random) {
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sites.add(Site.of(Element.Si, random.nextDouble(), random.nextDouble(), random.nextDouble()));
    }
    return new Crystal(Lattice.cubic(Math.cbrt(20.0 * count)), sites);
  }
}
