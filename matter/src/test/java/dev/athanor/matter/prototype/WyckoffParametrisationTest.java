package dev.athanor.matter.prototype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.prototype.Prototype.Place;
import dev.athanor.matter.symmetry.SymmetryOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WyckoffParametrisationTest {
  private static final PrototypeLibrary LIBRARY = PrototypeLibrary.standard();

  static List<Prototype> all() {
    return LIBRARY.all();
  }

  /** Occupied positions of the types that the literature tabulates, settings as in our table. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A15|223: A 6c; B 2a",
        "C14|194: A 4f; B 2a 6h",
        "C15|227: A 8b; B 16c",
        "C36|194: A 4e 4f; B 4f 6g 6h",
        "sigma|136: A 2a 8i; B 4f 8i 8j",
        "alpha-Mn|217: A 2a 8c 24g 24g",
        "CsCl|221: A 1a; B 1b",
        "NaCl|225: A 4a; B 4b",
        "Cu3Au|221: A 3c; B 1a",
        "Th3P4|220: A 12b; B 16c",
        "ThCr2Si2|139: A 2a; B 4d; C 4e",
        "LaFeAsO|129: A 2c; B 2b; C 2a; D 2c",
        "MgB2|191: A 1a; B 2d",
        "Mo3Al2C|213: A 12d; B 8c; C 4a",
        "eta-carbide|227: A 16d 32e; B 48f; C 16c",
        "Heusler|225: A 8c; B 4b; C 4a",
        "half-Heusler|216: A 4a; B 4d; C 4b",
        "perovskite|221: A 1b; B 1a; C 3d",
        "antiperovskite|221: A 1a; B 1b; C 3c",
        "Chevrel|148: A 3a; B 18f; C 6c 18f",
        "fcc|225: A 4a",
        "bcc|229: A 2a",
        "hcp|194: A 2d",
        "LaRu3Si2|193: A 2b; B 6g; C 4d",
        "SrPt3P|129: A 2a; B 2c 4e; C 2c",
        "ScRe2Si3|42: A 16e; B 8c 8d 16e; C 8b 8c 8c 8d 16e"
      })
  void positionsAreAsTabulated(String name, String occupation) {
    assertThat(LIBRARY.find(name).orElseThrow().occupation()).isEqualTo(occupation);
  }

  @ParameterizedTest
  @MethodSource("all")
  void multiplicitiesAddUpToThePearsonSymbol(Prototype prototype) {
    int sum = prototype.orbits().stream().mapToInt(WyckoffOrbit::multiplicity).sum();
    int atoms = Integer.parseInt(prototype.pearson().substring(2));
    // rhombohedral Pearson symbols count the primitive cell
    int cells = prototype.pearson().charAt(1) == 'R' ? 3 : 1;
    assertThat(sum).isEqualTo(atoms * cells);
    assertThat(prototype.conventionalReferenceCrystal().sites()).hasSize(sum);
    assertThat(prototype.places()).hasSize(prototype.placeCount());
    String family = prototype.pearson().substring(0, 1);
    int number = prototype.spaceGroupNumber();
    assertThat(family)
        .isEqualTo(
            number <= 2
                ? "a"
                : number <= 15
                    ? "m"
                    : number <= 74 ? "o" : number <= 142 ? "t" : number <= 194 ? "h" : "c");
    assertThat(prototype.spaceGroupSymbol().charAt(0))
        .isEqualTo(number == 38 ? 'A' : prototype.pearson().charAt(1));
  }

  /** A free coordinate may take any value without a place more or less. */
  @ParameterizedTest
  @MethodSource("all")
  void freeCoordinatesAreFree(Prototype prototype) {
    for (WyckoffOrbit orbit : prototype.orbits()) {
      Map<String, Double> moved = new TreeMap<>();
      double step = 0.0137;
      for (Map.Entry<String, Double> value : orbit.values().entrySet()) {
        moved.put(value.getKey(), value.getValue() + step);
        step += 0.0071;
      }
      assertThat(PrototypeCell.places(orbit.withValues(moved), prototype.spaceGroup()))
          .hasSize(orbit.multiplicity());
    }
  }

  /** As many coordinates are free as the operations that keep the place leave. */
  @ParameterizedTest
  @MethodSource("all")
  void noCoordinateIsFixedWithoutNeed(Prototype prototype) {
    for (WyckoffOrbit orbit : prototype.orbits()) {
      Vector3 place = orbit.position();
      double trace = 0;
      int kept = 0;
      for (SymmetryOperation operation : prototype.spaceGroup().operations()) {
        Vector3 shift = operation.apply(place).minus(place);
        if (nearInteger(shift.x()) && nearInteger(shift.y()) && nearInteger(shift.z())) {
          trace += operation.trace();
          kept++;
        }
      }
      // the mean of the matrices projects on what they leave; its trace is the dimension
      assertThat((double) orbit.parameters().size())
          .as(prototype.name() + " " + orbit.symbol())
          .isCloseTo(trace / kept, within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void cellsHaveTheShapeOfTheirFamily(Prototype prototype) {
    int number = prototype.spaceGroupNumber();
    assertThat(prototype.cell().alpha()).isCloseTo(90, within(1e-6));
    if (number > 142 && number <= 194) {
      assertThat(prototype.cell().gamma()).isCloseTo(120, within(1e-6));
    } else {
      assertThat(prototype.cell().gamma()).isCloseTo(90, within(1e-6));
    }
    if (number > 74) {
      assertThat(prototype.cell().a().length())
          .isCloseTo(prototype.cell().b().length(), within(1e-6));
    }
    if (number > 194) {
      assertThat(prototype.cell().c().length())
          .isCloseTo(prototype.cell().a().length(), within(1e-6));
    }
  }

  @Test
  void otherParametersMoveTheAtoms() {
    Prototype type = LIBRARY.find("ThCr2Si2").orElseThrow();
    List<Map<String, Double>> values = new ArrayList<>(List.of(Map.of(), Map.of()));
    values.add(Map.of("z", 0.36));
    Prototype moved = type.withParameters(type.cell(), values);
    Crystal crystal = moved.conventionalReferenceCrystal();
    assertThat(crystal.sites().stream().map(s -> s.position().z()))
        .anyMatch(z -> Math.abs(z - 0.36) < 1e-12)
        .anyMatch(z -> Math.abs(z - 0.86) < 1e-12);
    assertThat(moved.places().stream().map(Place::wyckoff).distinct())
        .containsExactly("a", "d", "e");
    assertThatThrownBy(() -> type.withParameters(type.cell(), List.of(Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 orbits");
  }

  @Test
  void tripletsAreRead() {
    OrbitCoordinates triplet = new OrbitCoordinates("x,2x,-z+1/4");
    assertThat(triplet.parameters()).containsExactly("x", "z");
    Vector3 place = triplet.at(Map.of("x", 0.1, "z", 0.05));
    assertThat(place.y()).isCloseTo(0.2, within(1e-12));
    assertThat(place.z()).isCloseTo(0.2, within(1e-12));
    for (String bad : List.of("x,y", "x,y,w", "x,,z", "x,yz,z", "x,y,1/", "x;y;z")) {
      assertThatThrownBy(() -> new OrbitCoordinates(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void anOrbitOfAnotherMultiplicityIsRefused() {
    Prototype type = LIBRARY.find("A15").orElseThrow();
    WyckoffOrbit wrong =
        new WyckoffOrbit("A", 8, "c", type.orbits().get(0).coordinates(), Map.of());
    assertThatThrownBy(() -> PrototypeCell.places(wrong, type.spaceGroup()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("6 places");
    assertThatThrownBy(
            () ->
                new WyckoffOrbit("A", 6, "c", type.orbits().get(0).coordinates(), Map.of("x", 0.)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean nearInteger(double value) {
    return Math.abs(value - Math.rint(value)) < 1e-4;
  }
}
