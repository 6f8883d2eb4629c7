package dev.athanor.matter.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Crystals;
import dev.athanor.matter.prototype.Prototype;
import dev.athanor.matter.prototype.PrototypeLibrary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StructureFingerprintTest {
  private static final PrototypeLibrary LIBRARY = PrototypeLibrary.standard();

  static List<Prototype> prototypes() {
    return LIBRARY.all();
  }

  @ParameterizedTest
  @MethodSource("prototypes")
  void aCrystalIsItselfHoweverDescribed(Prototype prototype) {
    Random random = new Random(prototype.name().hashCode());
    Crystal crystal = prototype.referenceCrystal();
    StructureFingerprint fingerprint = StructureFingerprint.of(crystal);
    Crystal turned = Crystals.redescribed(Crystals.rotated(crystal, random), random);
    assertThat(fingerprint.distance(StructureFingerprint.of(turned))).isLessThanOrEqualTo(0.0051);
    assertThat(fingerprint.distance(StructureFingerprint.of(crystal.supercell(2, 1, 2))))
        .isLessThanOrEqualTo(0.0051);
    assertThat(
            fingerprint.distance(
                StructureFingerprint.of(crystal.withLattice(crystal.lattice().scaled(1.02)))))
        .isLessThanOrEqualTo(0.0051);
    Crystal rattled = Crystals.rattled(crystal.supercell(2, 1, 1), 0.01, random);
    assertThat(fingerprint.distance(StructureFingerprint.of(rattled))).isLessThan(0.0175);
    Crystal shaken = Crystals.rattled(crystal.supercell(2, 1, 1), 0.03, random);
    assertThat(fingerprint.distance(StructureFingerprint.of(shaken))).isLessThan(0.0375);
  }

  @Property(tries = 60)
  void randomCellsTooAreThemselvesHoweverDescribed(@ForAll Random random) {
    Crystal crystal = Crystals.random(random);
    StructureFingerprint fingerprint = StructureFingerprint.of(crystal);
    Crystal turned = Crystals.redescribed(Crystals.rotated(crystal, random), random);
    assertThat(fingerprint.distance(StructureFingerprint.of(turned))).isLessThanOrEqualTo(0.0051);
    assertThat(fingerprint.distance(StructureFingerprint.of(crystal.supercell(1, 3, 1))))
        .isLessThanOrEqualTo(0.0051);
  }

  @Test
  void polymorphsDiffer() {
    assertThat(distance("TiO2 (rutile)", "TiO2 (anatase)")).isGreaterThan(0.1);
    assertThat(distance("ZnS (sphalerite)", "ZnS (wurtzite)"))
        .isGreaterThan(StructureFingerprint.SAME);
  }

  /** The three ways to put three elements into the half-Heusler type share all unlike distances. */
  @Test
  void theOrderOfElementsOnOneLatticeShows() {
    Prototype type = LIBRARY.find("C1_b").orElseThrow();
    StructureFingerprint one =
        StructureFingerprint.of(
            type.decorate(Map.of("A", Element.Ti, "B", Element.Ni, "C", Element.Sn)));
    StructureFingerprint other =
        StructureFingerprint.of(
            type.decorate(Map.of("A", Element.Ni, "B", Element.Ti, "C", Element.Sn)));
    assertThat(one.anonymousDistance(other)).isLessThan(StructureFingerprint.SAME);
    assertThat(one.distance(other)).isGreaterThan(StructureFingerprint.SAME);
  }

  @Test
  void otherFormulasAreInfinitelyFar() {
    StructureFingerprint salt = fingerprint("NaCl");
    assertThat(salt.distance(fingerprint("CsCl"))).isInfinite();
    assertThat(salt.anonymousDistance(fingerprint("ThCr2Si2"))).isInfinite();
    assertThat(fingerprint("PbFCl").anonymousDistance(fingerprint("CeFeSi"))).isFinite();
  }

  @Test
  void theIndexTellsWhatIsKnown() {
    StructureIndex index = index();
    Crystal rutile = crystal("TiO2 (rutile)");
    Novelty known = index.novelty(Crystals.rattled(rutile.supercell(1, 2, 1), 0.01, new Random(7)));
    assertThat(known.verdict()).isEqualTo(Novelty.Verdict.KNOWN);
    assertThat(known.nearest().orElseThrow().id()).isEqualTo("TiO2 (rutile)");

    Crystal titaniumFluorite =
        crystal("CaF2 (fluorite)")
            .substituted(Map.of(Element.Ca, Element.Ti, Element.F, Element.O));
    assertThat(index.novelty(titaniumFluorite).verdict())
        .isEqualTo(Novelty.Verdict.KNOWN_COMPOSITION_OTHER_STRUCTURE);

    Crystal rheniumDioxide = rutile.substituted(Map.of(Element.Ti, Element.Re));
    Novelty novelty = index.novelty(rheniumDioxide);
    assertThat(novelty.verdict()).isEqualTo(Novelty.Verdict.NEW_COMPOSITION);
    assertThat(novelty.nearest()).isEmpty();
    assertThat(index.nearestByPrototype(StructureFingerprint.of(rheniumDioxide), 1).get(0).id())
        .isEqualTo("TiO2 (rutile)");
  }

  @Test
  void theIndexSurvivesTheDisk() throws IOException {
    StructureIndex index = index();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    index.save(out);
    StructureIndex again = StructureIndex.load(new ByteArrayInputStream(out.toByteArray()));
    assertThat(again.size()).isEqualTo(index.size());
    for (Prototype prototype : LIBRARY.all()) {
      StructureFingerprint fingerprint = StructureFingerprint.of(prototype.referenceCrystal());
      assertThat(again.nearest(fingerprint, 5)).isEqualTo(index.nearest(fingerprint, 5));
      assertThat(again.nearestByPrototype(fingerprint, 5))
          .isEqualTo(index.nearestByPrototype(fingerprint, 5));
      assertThat(again.novelty(fingerprint).verdict()).isEqualTo(Novelty.Verdict.KNOWN);
    }
    byte[] wrong = gzip("something else entirely");
    assertThatThrownBy(() -> StructureIndex.load(new ByteArrayInputStream(wrong)))
        .isInstanceOf(MatterException.class);
    byte[] half = java.util.Arrays.copyOf(out.toByteArray(), out.size() / 2);
    assertThatThrownBy(() -> StructureIndex.load(new ByteArrayInputStream(half)))
        .isInstanceOf(IOException.class);
  }

  /** Twins are perovskite and antiperovskite, one arrangement of two kinds of compound. */
  @Test
  void prototypesOfOneFormulaAreToldApart() {
    Set<String> twins = new HashSet<>();
    Set<String> close = new HashSet<>();
    List<Prototype> all = LIBRARY.all();
    List<StructureFingerprint> fingerprints =
        all.stream().map(p -> StructureFingerprint.of(p.referenceCrystal())).toList();
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        double distance = fingerprints.get(i).anonymousDistance(fingerprints.get(j));
        String pair = all.get(j).name() + " = " + all.get(i).name();
        if (distance < 0.0125) {
          twins.add(pair);
        } else if (distance <= StructureFingerprint.SAME) {
          close.add(pair);
        }
      }
    }
    assertThat(twins).containsExactly("CaTiO3 (cubic perovskite) = Ni3MgC (antiperovskite)");
    // stackings of the same layers: taken for one by the tolerance that relaxed crystals need
    assertThat(close)
        .containsExactlyInAnyOrder(
            "CrB = MoB", "MgZn2 = MgNi2", "MgCu2 = MgNi2", "CrSi2 = TiSi2", "YCrB4 = ThMoB4");
  }

  private static StructureIndex index() {
    StructureIndex.Builder builder = StructureIndex.builder();
    LIBRARY.all().forEach(p -> builder.add(p.name(), p.referenceCrystal()));
    return builder.build();
  }

  private static double distance(String a, String b) {
    return fingerprint(a).distance(fingerprint(b));
  }

  private static StructureFingerprint fingerprint(String name) {
    return StructureFingerprint.of(crystal(name));
  }

  private static Crystal crystal(String name) {
    return LIBRARY.find(name).orElseThrow().referenceCrystal();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (java.util.zip.GZIPOutputStream zip = new java.util.zip.GZIPOutputStream(out)) {
      zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
