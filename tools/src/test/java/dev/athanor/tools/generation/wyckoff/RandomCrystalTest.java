package dev.athanor.tools.generation.wyckoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.GeometryCheck;
import dev.athanor.matter.symmetry.SpaceGroup;
import dev.athanor.matter.symmetry.SymmetryAnalysis;
import dev.athanor.matter.symmetry.SymmetryOperation;
import dev.athanor.matter.symmetry.WyckoffPositions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is drawn in a group has its symmetry, the atoms asked for, and room. */
class RandomCrystalTest {
  private static final Map<Element, Integer> PEROVSKITE =
      Map.of(Element.Ca, 1, Element.Ti, 1, Element.O, 3);

  private static SpaceGroup group(int number) {
    return SpaceGroup.ofNumber(number).orElseThrow();
  }

  /** Groups of each system and centring. */
  @Test
  void aDrawnCrystalHasItsGroupsSymmetryAndItsAtoms() {
    int drawn = 0;
    for (int number :
        List.of(1, 2, 12, 14, 38, 62, 63, 71, 123, 139, 148, 160, 166, 194, 216, 221)) {
      SpaceGroup group = group(number);
      Map<Element, Integer> atoms = Map.of(Element.Ca, 2, Element.Ti, 2, Element.O, 6);
      Optional<Crystal> crystal = draw(group, atoms, 116);
      if (crystal.isEmpty()) {
        continue;
      }
      drawn++;
      assertThat(crystal.get().composition().reducedFormula()).isEqualTo("CaTiO3");
      assertThat(GeometryCheck.of(crystal.get()).isPossible()).isTrue();
      assertThat(crystal.get().lattice().volume() / crystal.get().sites().size())
          .isCloseTo(11.6, within(1e-6));
      int operations = SymmetryAnalysis.of(crystal.get(), 1e-3).operations().size();
      long wanted = group.operations().stream().map(RandomCrystalTest::rotation).distinct().count();
      assertThat(operations).as("group %d", number).isGreaterThanOrEqualTo((int) wanted);
    }
    assertThat(drawn).isGreaterThan(9);
  }

  private static List<Integer> rotation(SymmetryOperation operation) {
    return IntStream.range(0, 9).mapToObj(i -> operation.rotation(i / 3, i % 3)).toList();
  }

  private static Optional<Crystal> draw(
      SpaceGroup group, Map<Element, Integer> atoms, double volume) {
    for (int seed = 0; seed < 40; seed++) {
      Optional<Crystal> crystal = RandomCrystal.draw(group, atoms, volume, new Random(seed));
      if (crystal.isPresent()) {
        return crystal;
      }
    }
    return Optional.empty();
  }

  @Test
  void theSameSeedDrawsTheSameCrystal() {
    Optional<Crystal> first = RandomCrystal.draw(group(2), PEROVSKITE, 60, new Random(3));
    assertThat(RandomCrystal.draw(group(2), PEROVSKITE, 60, new Random(3))).isEqualTo(first);
    assertThat(RandomCrystal.draw(group(2), PEROVSKITE, 60, new Random(4))).isNotEqualTo(first);
  }

  @Test
  void atomsThatCannotBeSeatedAreNot() {
    // 227 has no position for fewer than eight atoms of the conventional cell, two of the primitive
    assertThat(
            RandomCrystal.draw(group(227), Map.of(Element.Ti, 1, Element.O, 2), 60, new Random(1)))
        .isEmpty();
    // no room: a tenth of the volume
    assertThat(draw(group(221), PEROVSKITE, 6)).isEmpty();
  }

  @Test
  void positionsAddUpAndFixedOnesAreTakenOnce() {
    for (int seed = 0; seed < 50; seed++) {
      List<PositionChoice.Seat> seats =
          PositionChoice.draw(
                  WyckoffPositions.of(group(123)),
                  Map.of(Element.Ca, 2, Element.Ti, 2, Element.O, 6),
                  new Random(seed))
              .orElseThrow();
      assertThat(
              seats.stream()
                  .collect(
                      Collectors.groupingBy(
                          PositionChoice.Seat::element,
                          Collectors.summingInt(seat -> seat.position().multiplicity()))))
          .isEqualTo(Map.of(Element.Ca, 2, Element.Ti, 2, Element.O, 6));
      assertThat(
              seats.stream()
                  .filter(seat -> seat.position().freeParameters() == 0)
                  .map(seat -> seat.position().letter()))
          .doesNotHaveDuplicates();
    }
  }
}
