package dev.athanor.matter.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CrystalTest {
  private static final Crystal TUNGSTEN =
      new Crystal(
          Lattice.cubic(3.165),
          List.of(Site.of(Element.W, 0, 0, 0), Site.of(Element.W, 0.5, 0.5, 0.5)));

  @Test
  void densityIsThatOfTheHandbook() {
    assertThat(TUNGSTEN.density()).isCloseTo(19.26, within(0.03));
    assertThat(TUNGSTEN.volumePerAtom()).isCloseTo(15.85, within(0.01));
  }

  @Property(tries = 100)
  void aSupercellIsTheSameMatter(@ForAll Random random) {
    Crystal crystal = Crystals.random(random);
    Crystal large = crystal.supercell(1, 2, 3);
    assertThat(large.sites()).hasSize(6 * crystal.sites().size());
    assertThat(large.density()).isCloseTo(crystal.density(), within(1e-9));
    assertThat(large.composition().reducedFormula())
        .isEqualTo(crystal.composition().reducedFormula());
  }

  @Property(tries = 100)
  void fractionalAndCartesianCoordinatesAreInverse(@ForAll Random random) {
    Lattice lattice = Crystals.random(random).lattice();
    Vector3 place = new Vector3(random.nextDouble(), random.nextDouble(), random.nextDouble());
    Vector3 back = lattice.toFractional(lattice.toCartesian(place));
    assertThat(back.minus(place).length()).isLessThan(1e-12);
    assertThat(lattice.a().dot(lattice.reciprocal().a())).isCloseTo(1, within(1e-12));
    assertThat(lattice.a().dot(lattice.reciprocal().b())).isCloseTo(0, within(1e-12));
  }

  @Test
  void everySoundCellHasAnInverse() {
    Lattice needle = Lattice.ofRows(new double[][] {{1, 0, 0}, {200, 1, 0}, {0, 200, 1}});
    assertThat(needle.c().dot(needle.reciprocal().c())).isCloseTo(1, within(1e-9));
    Lattice box = Lattice.cubic(5000);
    assertThat(box.reciprocal().a().length()).isCloseTo(1 / 5000.0, within(1e-12));
  }

  @Property(tries = 100)
  void parametersSurviveTheVectors(@ForAll Random random) {
    Lattice lattice = Crystals.random(random).lattice();
    Lattice again =
        Lattice.ofParameters(
            lattice.a().length(),
            lattice.b().length(),
            lattice.c().length(),
            lattice.alpha(),
            lattice.beta(),
            lattice.gamma());
    assertThat(again.volume()).isCloseTo(lattice.volume(), within(1e-7));
    assertThat(again.c().minus(lattice.c()).length()).isLessThan(1e-7);
  }

  @Test
  void substitutionKeepsThePlaces() {
    Crystal rhenium = TUNGSTEN.substituted(Map.of(Element.W, Element.Re));
    assertThat(rhenium.composition()).isEqualTo(Composition.parse("Re2"));
    assertThat(rhenium.sites().get(1).position()).isEqualTo(TUNGSTEN.sites().get(1).position());
  }

  @Test
  void substitutionMergesShares() {
    Crystal shared =
        new Crystal(
            Lattice.cubic(4),
            List.of(new Site(Map.of(Element.Nb, 0.25, Element.Ta, 0.75), Vector3.ZERO)));
    assertThat(shared.isOrdered()).isFalse();
    assertThat(shared.substituted(Map.of(Element.Ta, Element.Nb)).isOrdered()).isTrue();
  }

  @Test
  void whatIsNoCrystalIsRefused() {
    assertCode(MatterErrors.MISSING_SITES, () -> new Crystal(Lattice.cubic(1), List.of()));
    assertCode(
        MatterErrors.BAD_LATTICE,
        () -> new Lattice(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(1, 1, 0)));
    assertCode(
        MatterErrors.BAD_LATTICE,
        () -> new Lattice(new Vector3(Double.NaN, 0, 0), new Vector3(0, 1, 0), Vector3.ZERO));
    assertCode(MatterErrors.BAD_LATTICE, () -> Lattice.ofParameters(3, 3, 3, 10, 80, 120));
    assertCode(MatterErrors.BAD_LATTICE, () -> Lattice.ofParameters(3, 0, 3, 90, 90, 90));
    assertCode(MatterErrors.BAD_LATTICE, () -> Lattice.ofParameters(3, 3, 3, 90, 180, 90));
    assertCode(
        MatterErrors.BAD_OCCUPANCY,
        () -> new Site(Map.of(Element.Nb, 0.8, Element.Ta, 0.8), Vector3.ZERO));
    assertCode(MatterErrors.BAD_OCCUPANCY, () -> new Site(Map.of(), Vector3.ZERO));
    assertCode(MatterErrors.BAD_OCCUPANCY, () -> new Site(Map.of(Element.Nb, -0.1), Vector3.ZERO));
    assertCode(
        MatterErrors.BAD_COORDINATES, () -> Site.of(Element.Nb, 0, Double.POSITIVE_INFINITY, 0));
    assertCode(MatterErrors.TOO_LARGE, () -> TUNGSTEN.supercell(100, 100, 100));
    assertCode(MatterErrors.TOO_LARGE, () -> TUNGSTEN.supercell(0, 1, 1));
  }

  @Test
  void wrappingStaysBelowOne() {
    assertThat(new Vector3(-1e-18, 1, -0.25).wrapped()).isEqualTo(new Vector3(0, 0, 0.75));
  }

  @Test
  void aRecordKeepsWhatItWasGiven() {
    Map<String, Double> numbers = new HashMap<>(Map.of("tc_K", 9.2));
    CrystalRecord entry = new CrystalRecord("a", TUNGSTEN, numbers, Map.of("family", "element"));
    numbers.put("tc_K", 0.0);
    assertThat(entry.number("tc_K")).contains(9.2);
    assertThat(entry.number("gap")).isEmpty();
    assertThat(entry.text("family")).contains("element");
    assertThat(CrystalRecord.of("b", TUNGSTEN).text("family")).isEmpty();
  }

  private static void assertCode(MatterErrors code, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(MatterException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
