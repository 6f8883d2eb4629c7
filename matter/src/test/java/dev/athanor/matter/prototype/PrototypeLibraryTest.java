package dev.athanor.matter.prototype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.GeometryCheck;
import dev.athanor.matter.matching.StructureFingerprint;
import dev.athanor.matter.prototype.Prototype.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrototypeLibraryTest {
  private static final PrototypeLibrary LIBRARY = PrototypeLibrary.standard();

  static List<Prototype> all() {
    return LIBRARY.all();
  }

  @Test
  void holdsTheTypesThatSuperconductorsFavour() {
    assertThat(LIBRARY.all()).hasSizeGreaterThanOrEqualTo(160);
    Set<String> names = new HashSet<>();
    LIBRARY.all().forEach(p -> assertThat(names.add(p.name())).as(p.name()).isTrue());
    for (String symbol :
        List.of(
            "A15", "C14", "C15", "C36", "D8_b", "A12", "B2", "B1", "L1_2", "D7_3", "C32", "L2_1",
            "C1_b", "E2_1", "E9_3", "C11_b", "D2_d", "D8_8", "D8_m", "D8_l", "B8_1", "C_c")) {
      assertThat(LIBRARY.find(symbol)).as(symbol).isPresent();
    }
    for (String name :
        List.of(
            "ThCr2Si2",
            "ZrCuSiAs",
            "Mo3Al2C",
            "Cr2AlC (MAX)",
            "BaNiSn3",
            "CaBe2Ge2",
            "CeNiC2",
            "LaFe4P12 (filled skutterudite)",
            "YCrB4",
            "CePt3B",
            "PbMo6S8 (Chevrel)")) {
      assertThat(LIBRARY.find(name)).as(name).isPresent();
    }
  }

  @Test
  void holdsManyTernaryIntermetallics() {
    assertThat(LIBRARY.ofSlots(3).stream().filter(p -> p.kind() == Kind.INTERMETALLIC))
        .hasSizeGreaterThanOrEqualTo(25);
  }

  /** Formula, space group and Pearson symbol as the literature gives them for the type. */
  @ParameterizedTest
  @CsvSource({
    "A15,A3B,223,cP8",
    "C14,AB2,194,hP12",
    "C15,AB2,227,cF24",
    "C36,AB2,194,hP24",
    "D8_b,AB2,136,tP30",
    "Re24Ti5 (chi),A5B24,217,cI58",
    "L1_2,A3B,221,cP4",
    "D7_3,A3B4,220,cI28",
    "ThCr2Si2,AB2C2,139,tI10",
    "CaBe2Ge2,AB2C2,129,tP10",
    "BaNiSn3,ABC3,107,tI10",
    "ZrCuSiAs,ABCD,129,tP8",
    "Mo3Al2C,A3B2C,213,cP24",
    "Fe3W3C (eta carbide),A3B3C,227,cF112",
    "L2_1,A2BC,225,cF16",
    "C1_b,ABC,216,cF12",
    "E0_1,ABC,129,tP6",
    "Cr2AlC (MAX),A2BC,194,hP8",
    "TiNiSi,ABC,62,oP12",
    "ZrNiAl,ABC,189,hP9",
    "LaFe4P12 (filled skutterudite),AB4C12,204,cI34",
    "D8_8,A5B3,193,hP16",
    "D8_m,A5B3,140,tI32",
    "D8_l,A5B3,140,tI32",
    "CeNiC2,ABC2,38,oC8",
    "TiFeSi,ABC,46,oI36",
    "YCrB4,ABC4,55,oP24",
    "PbMo6S8 (Chevrel),AB6C8,148,hR15",
    "D8_5,A6B7,166,hR13",
    "Th7Fe3,A7B3,186,hP20"
  })
  void typesAreAsPublished(String name, String formula, int spaceGroup, String pearson) {
    Prototype prototype = LIBRARY.find(name).orElseThrow();
    assertThat(prototype.spaceGroupNumber()).isEqualTo(spaceGroup);
    assertThat(prototype.pearson()).isEqualTo(pearson);
    assertThat(prototype.formula().chars().sorted().toArray())
        .as(prototype.formula())
        .isEqualTo(formula.chars().sorted().toArray());
  }

  @ParameterizedTest
  @MethodSource("all")
  void cellsAreWhole(Prototype prototype) {
    Crystal crystal = prototype.referenceCrystal();
    assertThat(GeometryCheck.of(crystal).isPossible()).as(prototype.name()).isTrue();
    int atoms = Integer.parseInt(prototype.pearson().substring(2));
    int centring =
        switch (prototype.pearson().charAt(1)) {
          case 'P', 'R' -> 1;
          case 'I', 'C' -> 2;
          case 'F' -> 4;
          default -> throw new AssertionError(prototype.pearson());
        };
    assertThat(crystal.sites()).as(prototype.name()).hasSize(atoms / centring);
  }

  @ParameterizedTest
  @MethodSource("all")
  void decoratingWithTheReferenceGivesItBack(Prototype prototype) {
    Crystal crystal = prototype.decorate(prototype.reference());
    assertThat(
            StructureFingerprint.of(crystal)
                .distance(StructureFingerprint.of(prototype.referenceCrystal())))
        .isLessThan(StructureFingerprint.SAME);
    assertThat(crystal.lattice().volume())
        .as(prototype.name())
        .isCloseTo(prototype.lattice().volume(), within(0.25 * prototype.lattice().volume()));
  }

  @Test
  void aDecorationHasRoomForItsAtoms() {
    Prototype heusler = LIBRARY.find("L2_1").orElseThrow();
    Crystal crystal = heusler.decorate(Map.of("A", Element.Re, "B", Element.Y, "C", Element.Sb));
    assertThat(crystal.composition().reducedFormula()).isEqualTo("YRe2Sb");
    GeometryCheck check = GeometryCheck.of(crystal);
    assertThat(check.verdict()).isEqualTo(GeometryCheck.Verdict.PLAUSIBLE);
    assertThat(check.volumeRatio()).isBetween(0.8, 1.35);
  }

  /** Solid solutions on the three lattices of the metals, at about Vegard's volume. */
  @ParameterizedTest
  @CsvSource({"fcc,Cu,Ni,11.4", "bcc,Mo,Nb,16.8", "hcp,Ti,Zr,20.4"})
  void solidSolutions(String lattice, Element host, Element guest, double volumePerAtom) {
    Crystal alloy =
        LIBRARY
            .find(lattice)
            .orElseThrow()
            .decorateShared(Map.of("A", Map.of(host, 0.5, guest, 0.5)));
    assertThat(alloy.isOrdered()).isFalse();
    assertThat(alloy.composition().fraction(guest)).isEqualTo(0.5);
    assertThat(alloy.volumePerAtom()).isCloseTo(volumePerAtom, within(0.06 * volumePerAtom));
  }

  @Test
  void aliasesNameTheirTypes() {
    assertThat(LIBRARY.find("MgB2").orElseThrow().name()).isEqualTo("AlB2");
    assertThat(LIBRARY.find("chevrel").orElseThrow().pearson()).isEqualTo("hR15");
    assertThat(LIBRARY.find("no such type")).isEmpty();
  }

  @Test
  void aSlotWithoutAnElementIsAnError() {
    Prototype heusler = LIBRARY.find("L2_1").orElseThrow();
    assertThatThrownBy(() -> heusler.decorate(Map.of("A", Element.Re)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("slot B");
  }

  @Test
  void decorationsComeWithTheMostFamiliarFirst() {
    Prototype type = LIBRARY.find("ThCr2Si2").orElseThrow();
    List<PrototypeDecoration> decorations =
        PrototypeDecoration.all(type, List.of(Element.Ge, Element.Re, Element.La));
    assertThat(decorations).hasSize(6);
    assertThat(decorations.get(0).elements())
        .isEqualTo(Map.of("A", Element.La, "B", Element.Re, "C", Element.Ge));
    assertThat(decorations.get(0).score()).isGreaterThan(decorations.get(5).score());
    assertThat(PrototypeDecoration.all(type, List.of(Element.Re, Element.La))).isEmpty();
  }
}
