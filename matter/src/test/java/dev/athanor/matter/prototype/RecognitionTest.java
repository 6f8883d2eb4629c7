package dev.athanor.matter.prototype;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.symmetry.SiteOrbit;
import dev.athanor.matter.symmetry.SpaceGroup;
import dev.athanor.matter.symmetry.SymmetryAnalysis;
import dev.athanor.matter.symmetry.WyckoffPosition;
import dev.athanor.matter.symmetry.WyckoffPositions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecognitionTest {
  private static final PrototypeLibrary LIBRARY = PrototypeLibrary.standard();

  static List<Prototype> all() {
    return LIBRARY.all();
  }

  /** The crystal that the table describes has the space group and positions that it claims. */
  @ParameterizedTest
  @MethodSource("all")
  void theSymmetryIsThatOfTheTable(Prototype prototype) {
    SymmetryAnalysis symmetry = SymmetryAnalysis.of(prototype.referenceCrystal(), 1e-3);
    assertThat(symmetry.spaceGroup().number())
        .as(prototype.name())
        .isEqualTo(prototype.spaceGroupNumber());
    assertThat(symmetry.pearsonSymbol()).as(prototype.name()).isEqualTo(prototype.pearson());
    Map<Element, List<Integer>> found = new EnumMap<>(Element.class);
    for (SiteOrbit orbit : symmetry.asymmetricUnit()) {
      found
          .computeIfAbsent(orbit.site().majorElement(), e -> new ArrayList<>())
          .add(orbit.position().multiplicity());
    }
    found.values().forEach(list -> list.sort(null));
    Map<Element, List<Integer>> listed = new EnumMap<>(Element.class);
    for (WyckoffOrbit orbit : prototype.orbits()) {
      listed
          .computeIfAbsent(
              prototype.reference().getOrDefault(orbit.slot(), Element.H), e -> new ArrayList<>())
          .add(orbit.multiplicity());
    }
    listed.values().forEach(list -> list.sort(null));
    assertThat(found).as(prototype.name()).isEqualTo(listed);
  }

  /**
   * Letters are those of the tables: where a setting of two origins is described, a shift between
   * them may exchange equal positions, so that the letter is looked up among the equal ones.
   */
  @ParameterizedTest
  @MethodSource("all")
  void lettersNameThePlaces(Prototype prototype) {
    SpaceGroup group = prototype.spaceGroup();
    List<WyckoffPosition> positions = WyckoffPositions.of(group);
    for (WyckoffOrbit orbit : prototype.orbits()) {
      WyckoffPosition named =
          positions.stream()
              .filter(p -> p.letter().equals(orbit.letter()))
              .findFirst()
              .orElseThrow();
      assertThat(named.multiplicity()).isEqualTo(orbit.multiplicity());
      assertThat(named.freeParameters()).isEqualTo(orbit.parameters().size());
      List<Vector3> places = PrototypeCell.places(orbit, group);
      assertThat(
              positions.stream()
                  .filter(p -> p.multiplicity() == orbit.multiplicity())
                  .filter(p -> p.siteSymmetry().length() == named.siteSymmetry().length())
                  .filter(p -> places.stream().anyMatch(place -> lies(place, p))))
          .as(prototype.name() + " " + orbit.symbol())
          .isNotEmpty();
      if (SpaceGroup.settings(group.number()).stream().noneMatch(s -> s.choice().equals("2"))) {
        assertThat(places).anyMatch(place -> lies(place, named));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyTypeKnowsItself(Prototype prototype) {
    RecognisedPrototype found =
        LIBRARY.recognise(prototype.conventionalReferenceCrystal()).orElseThrow();
    assertThat(found.prototype().name()).isEqualTo(prototype.name());
    assertThat(found.rms()).isLessThan(1e-3);
    Map<String, Element> elements = new TreeMap<>();
    found.slots().forEach((slot, shares) -> elements.put(slot, shares.keySet().iterator().next()));
    assertThat(elements.values())
        .containsExactlyInAnyOrderElementsOf(prototype.reference().values());
  }

  @ParameterizedTest
  @CsvSource({
    "A15,'A=Nb,B=Sn',A15 (Cr3Si type),'A = Nb, B = Sn'",
    "ThCr2Si2,'A=Ba,B=Fe,C=As',ThCr2Si2 type,'A = Ba, B = Fe, C = As'",
    "antiperovskite,'A=Sc,B=B,C=Rh',E2_1 (Ni3MgC (antiperovskite) type),'A = Sc, B = B, C = Rh'",
    "perovskite,'A=La,B=Al,C=O',E2_1 (CaTiO3 (cubic perovskite) type),'A = La, B = Al, C = O'",
    "C14,'A=Sc,B=Os',C14 (MgZn2 type),'A = Sc, B = Os'",
    "half-Heusler,'A=Hf,B=Ni,C=Sn',C1_b (MgAgAs (half-Heusler) type),'A = Hf, B = Ni, C = Sn'"
  })
  void decorationsAreRecognisedWhenShaken(
      String type, String decoration, String label, String occupants) {
    Map<String, Element> elements = new TreeMap<>();
    for (String part : decoration.split(",", -1)) {
      elements.put(part.substring(0, 1), Element.ofSymbol(part.substring(2)).orElseThrow());
    }
    Crystal crystal = LIBRARY.find(type).orElseThrow().decorate(elements);
    SplittableRandom random = new SplittableRandom(11);
    List<Site> shaken = new ArrayList<>();
    for (Site site : crystal.sites()) {
      Vector3 kick =
          new Vector3(
              0.004 * (random.nextDouble() - 0.5),
              0.004 * (random.nextDouble() - 0.5),
              0.004 * (random.nextDouble() - 0.5));
      shaken.add(site.movedTo(site.position().plus(crystal.lattice().toFractional(kick))));
    }
    RecognisedPrototype found =
        LIBRARY.recognise(new Crystal(crystal.lattice(), shaken).supercell(1, 1, 2)).orElseThrow();
    assertThat(found.label()).isEqualTo(label);
    if (!type.equals("half-Heusler")) {
      assertThat(found.occupants()).isEqualTo(occupants);
    }
  }

  @Test
  void sharedSitesAreOneOccupant() {
    Site mixed = new Site(Map.of(Element.Mo, 0.4, Element.Re, 0.6), new Vector3(0, 0, 0));
    Crystal alloy =
        new Crystal(Lattice.cubic(3.13), List.of(mixed, mixed.movedTo(new Vector3(0.5, 0.5, 0.5))));
    RecognisedPrototype found = LIBRARY.recognise(alloy).orElseThrow();
    assertThat(found.label()).isEqualTo("A2 (W type)");
    assertThat(found.occupants()).isEqualTo("A = Mo 0.40 Re 0.60");
  }

  @Test
  void whatIsInNoListIsNotRecognised() {
    Crystal odd =
        new Crystal(
            Lattice.ofParameters(4, 5, 6, 80, 85, 95),
            List.of(Site.of(Element.Fe, 0.1, 0.2, 0.3), Site.of(Element.S, 0.6, 0.4, 0.8)));
    assertThat(LIBRARY.recognise(odd)).isEmpty();
  }

  /**
   * True when the point is one of the position's, its parameters read off where they stand alone.
   */
  private static boolean lies(Vector3 place, WyckoffPosition position) {
    return position.coordinates().stream()
        .anyMatch(
            triplet -> {
              Vector3 d = triplet.apply(place).minus(place);
              return near(d.x()) && near(d.y()) && near(d.z());
            });
  }

  private static boolean near(double difference) {
    return Math.abs(difference - Math.rint(difference)) < 1e-4;
  }
}
