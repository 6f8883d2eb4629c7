package dev.athanor.matter.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.symmetry.internal.FixedSpace;
import dev.athanor.matter.symmetry.internal.SpecialPositions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WyckoffPositionsTest {
  /**
   * Letters, multiplicities and site symmetries as spglib 2.0.2 gives them for a crystal with a
   * site on each position; recorded with {@code src/test/python/wyckoff_letters.py}. Symbols of
   * sites are compared in the first setting of each type only: spglib prints that one's for all
   * settings.
   */
  @Test
  void positionsOfAllSettingsHaveTheRecordedLettersAndThoseOfAllTypesTheSiteSymmetry()
      throws IOException {
    int types = 0;
    int settings = 0;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    WyckoffPositionsTest.class.getResourceAsStream("wyckoff_letters.txt")),
                StandardCharsets.UTF_8))) {
      for (String line : reader.lines().filter(l -> !l.startsWith("#")).toList()) {
        String[] parts = line.split(" ", -1);
        SpaceGroup group = SpaceGroup.all().get(Integer.parseInt(parts[0]) - 1);
        boolean first = SpaceGroup.settings(group.number()).get(0).equals(group);
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (WyckoffPosition position : WyckoffPositions.of(group)) {
          String[] recorded = parts[expected.size() + 1].split(":", -1);
          expected.add(recorded[0] + ":" + recorded[1] + (first ? ":" + recorded[2] : ""));
          found.add(
              position.letter()
                  + ":"
                  + position.multiplicity()
                  + (first ? ":" + position.siteSymmetry() : ""));
          types += first ? 1 : 0;
          settings++;
        }
        assertThat(parts).as(line).hasSize(found.size() + 1);
        assertThat(found).as(group.fullSymbol()).isEqualTo(expected);
      }
    }
    assertThat(types).isEqualTo(1731);
    assertThat(settings).isEqualTo(3467);
  }

  /** The table names one point of each position; that these are all follows from the operations. */
  @Test
  void theTableHasEachPositionThatTheOperationsMakeOnce() {
    for (int number = 1; number <= 230; number++) {
      SpaceGroup group = SpaceGroup.settings(number).get(0);
      Set<Set<FixedSpace>> derived = new HashSet<>(new SpecialPositions(group.operations()).all());
      Set<Set<FixedSpace>> tabulated = new HashSet<>();
      SpecialPositions positions = new SpecialPositions(group.operations());
      for (WyckoffPosition position : WyckoffPositions.of(group)) {
        tabulated.add(positions.orbit(position.representative().space()));
      }
      assertThat(tabulated).as(group.symbol()).isEqualTo(derived);
    }
  }

  @Test
  void everySettingHasAsManyPositionsAsItsType() {
    for (SpaceGroup group : SpaceGroup.all()) {
      List<WyckoffPosition> positions = WyckoffPositions.of(group);
      List<WyckoffPosition> standard =
          WyckoffPositions.of(SpaceGroup.settings(group.number()).get(0));
      assertThat(positions).as(group.fullSymbol()).hasSameSizeAs(standard);
      WyckoffPosition general = positions.get(positions.size() - 1);
      assertThat(general.multiplicity()).isEqualTo(group.operations().size());
      assertThat(general.siteSymmetry()).isEqualTo("1");
      double enlarged =
          (double) group.operations().size() / standard.get(standard.size() - 1).multiplicity();
      for (int i = 0; i < positions.size(); i++) {
        assertThat((double) positions.get(i).multiplicity())
            .as(group.fullSymbol())
            .isEqualTo(enlarged * standard.get(i).multiplicity());
      }
    }
  }

  @Test
  void coordinatesOfOnePositionAreImagesOfEachOther() {
    SpaceGroup group = SpaceGroup.ofNumber(194).orElseThrow();
    WyckoffPosition k = WyckoffPositions.of(group).get(10);
    assertThat(k.letter()).isEqualTo("k");
    assertThat(k.freeParameters()).isEqualTo(2);
    Vector3 parameters = new Vector3(0.17, 0, 0.06);
    Vector3 first = k.representative().apply(parameters);
    for (CoordinateTriplet triplet : k.coordinates()) {
      Vector3 point = triplet.apply(parameters);
      assertThat(
              group.operations().stream()
                  .map(operation -> operation.apply(first).minus(point))
                  .anyMatch(
                      d ->
                          Math.abs(d.x() - Math.rint(d.x())) < 1e-9
                              && Math.abs(d.y() - Math.rint(d.y())) < 1e-9
                              && Math.abs(d.z() - Math.rint(d.z())) < 1e-9))
          .isTrue();
      assertThat(CoordinateTriplet.parse(triplet.toString())).isEqualTo(triplet);
    }
  }
}
