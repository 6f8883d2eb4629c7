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
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StructureFingerprintTest {
  /** One step of rounding, which any number may fall on either side of. */
  private static final double STEP = 0.0201;

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
    assertThat(fingerprint.distance(StructureFingerprint.of(turned))).isLessThanOrEqualTo(STEP);
    assertThat(fingerprint.distance(StructureFingerprint.of(crystal.supercell(2, 1, 2))))
        .isLessThanOrEqualTo(STEP);
    assertThat(
            fingerprint.distance(
                StructureFingerprint.of(crystal.withLattice(crystal.lattice().scaled(1.02)))))
        .isLessThanOrEqualTo(STEP);
    Crystal rattled = Crystals.rattled(crystal.supercell(2, 1, 1), 0.01, random);
    assertThat(fingerprint.distance(StructureFingerprint.of(rattled)))
        .isLessThanOrEqualTo(StructureFingerprint.SAME);
  }

  @Property(tries = 60)
  void randomCellsTooAreThemselvesHoweverDescribed(@ForAll Random random) {
    Crystal crystal = Crystals.random(random);
    Assume.that(Disguise.isClearCut(crystal));
    StructureFingerprint fingerprint = StructureFingerprint.of(crystal);
    Crystal turned = Crystals.redescribed(Crystals.rotated(crystal, random), random);
    assertThat(fingerprint.distance(StructureFingerprint.of(turned))).isLessThanOrEqualTo(STEP);
    assertThat(fingerprint.distance(StructureFingerprint.of(crystal.supercell(1, 3, 1))))
        .isLessThanOrEqualTo(STEP);
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
    byte[] half = Arrays.copyOf(out.toByteArray(), out.size() / 2);
    assertThatThrownBy(() -> StructureIndex.load(new ByteArrayInputStream(half)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void polytypesAreToldApart() {
    List<String> stackings =
        List.of("AB", "ABC", "ABAC", "ABCAC", "ABCACB", "ABABAC", "ABCABAC", "ABABABAC");
    StructureMatcher matcher = StructureMatcher.standard();
    List<ReducedCrystal> crystals =
        stackings.stream().map(s -> matcher.reduced(Stackings.of(s, false))).toList();
    for (int i = 0; i < crystals.size(); i++) {
      for (int j = 0; j < i; j++) {
        String pair = stackings.get(i) + " " + stackings.get(j);
        assertThat(matcher.fits(crystals.get(i), crystals.get(j), SpeciesRule.SAME))
            .as(pair)
            .isFalse();
        // of equally many layers only the matcher tells these two apart
        assertThat(
                StructureFingerprint.of(crystals.get(i))
                    .matches(StructureFingerprint.of(crystals.get(j))))
            .as(pair)
            .isEqualTo(pair.equals("ABABAC ABCACB"));
      }
    }
    for (String laves : List.of("MgZn2", "MgCu2")) {
      assertThat(fingerprint(laves).anonymousDistance(fingerprint("MgNi2")))
          .isGreaterThan(StructureFingerprint.OTHER_CELL);
    }
  }

  /** Where fingerprints and the matcher differ on the library, the matcher's verdict is listed. */
  @Test
  void prototypesOfOneFormulaAreToldApart() {
    StructureMatcher matcher = StructureMatcher.standard();
    Set<String> near = new HashSet<>();
    Set<String> missed = new HashSet<>();
    List<Prototype> all = LIBRARY.all();
    List<ReducedCrystal> crystals =
        all.stream().map(p -> matcher.reduced(p.referenceCrystal())).toList();
    List<StructureFingerprint> fingerprints =
        crystals.stream().map(StructureFingerprint::of).toList();
    int same = 0;
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean close =
            fingerprints.get(i).anonymousDistance(fingerprints.get(j))
                <= StructureFingerprint.SAME_ARRANGEMENT;
        boolean match = matcher.fits(crystals.get(i), crystals.get(j), SpeciesRule.ANONYMOUS);
        String pair = all.get(j).name() + " = " + all.get(i).name();
        same += match ? 1 : 0;
        if (close && !match) {
          near.add(pair);
        } else if (match && !close) {
          missed.add(pair);
        }
      }
    }
    assertThat(same).isGreaterThan(5);
    assertThat(near).as("near, but other structures").hasSizeLessThan(4);
    // cubic types and their tetragonal distortions, which the matcher's tolerances join
    assertThat(missed).as("the same within the matcher's tolerances").hasSizeLessThan(6);
  }

  @Test
  void anIndexOfAnotherVersionIsRefusedWithItsNumber() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(0x41544853);
      out.writeInt(1);
      out.writeInt(46);
      out.writeInt(0);
    }
    assertThatThrownBy(() -> StructureIndex.load(new ByteArrayInputStream(bytes.toByteArray())))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("version 1")
        .hasMessageContaining("reads version 2");
  }

  /** Thousands of entries that often share formulas; every answer against every entry. */
  @Test
  void answersAreThoseOfBruteForce() {
    Random random = new Random(20261123);
    StructureIndex.Builder builder = StructureIndex.builder();
    for (int i = 0; i < 3_000; i++) {
      builder.add("s" + i, Crystals.random(random));
    }
    StructureIndex index = builder.build();
    int asked = 0;
    for (int i = 0; i < 300; i++) {
      StructureFingerprint fingerprint = StructureFingerprint.of(Crystals.random(random));
      List<StructureIndex.Match> nearest = new ArrayList<>();
      List<StructureIndex.Match> alike = new ArrayList<>();
      for (int entry = 0; entry < index.size(); entry++) {
        StructureFingerprint other = index.fingerprint(entry);
        nearest.add(new StructureIndex.Match(index.id(entry), fingerprint.distance(other)));
        alike.add(new StructureIndex.Match(index.id(entry), fingerprint.anonymousDistance(other)));
      }
      assertThat(index.nearest(fingerprint, 7)).isEqualTo(first(nearest));
      assertThat(index.nearestByPrototype(fingerprint, 7)).isEqualTo(first(alike));
      asked += index.nearest(fingerprint, 1).size();
    }
    assertThat(asked).isGreaterThan(100);
  }

  private static List<StructureIndex.Match> first(List<StructureIndex.Match> all) {
    return all.stream()
        .filter(match -> Double.isFinite(match.distance()))
        .sorted(
            Comparator.comparingDouble(StructureIndex.Match::distance)
                .thenComparing(StructureIndex.Match::id))
        .limit(7)
        .toList();
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
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
