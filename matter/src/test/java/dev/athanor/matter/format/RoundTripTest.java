package dev.athanor.matter.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.symmetry.SpaceGroup;
import dev.athanor.matter.symmetry.SymmetryOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripTest {
  @Provide
  Arbitrary<Crystal> ordered() {
    return Arbitraries.longs().map(seed -> crystal(new Random(seed), false));
  }

  @Provide
  Arbitrary<Crystal> disordered() {
    return Arbitraries.longs().map(seed -> crystal(new Random(seed), true));
  }

  /** Sites on a grid of a tenth of the cell, so that no two are one place. */
  private static Crystal crystal(Random random, boolean shared) {
    Lattice lattice =
        Lattice.ofParameters(
            3 + 9 * random.nextDouble(),
            3 + 9 * random.nextDouble(),
            3 + 9 * random.nextDouble(),
            65 + 45 * random.nextDouble(),
            65 + 45 * random.nextDouble(),
            65 + 45 * random.nextDouble());
    List<Site> sites = new ArrayList<>();
    int count = 1 + random.nextInt(10);
    for (int i = 0; i < count; i++) {
      Vector3 place =
          new Vector3(
              i / 10.0 + 0.05 * random.nextDouble(),
              random.nextInt(10) / 10.0 + 0.05 * random.nextDouble(),
              random.nextDouble());
      Element first = Element.ofAtomicNumber(1 + random.nextInt(94));
      Element second = Element.ofAtomicNumber(1 + first.atomicNumber() % 94);
      double share = 0.1 + 0.4 * random.nextDouble();
      sites.add(
          shared && random.nextBoolean()
              ? new Site(
                  Map.of(first, share, second, random.nextBoolean() ? 1 - share : 0.3), place)
              : Site.of(first, place));
    }
    return new Crystal(lattice, sites);
  }

  @Property(tries = 200)
  void cif(@ForAll("disordered") Crystal crystal) {
    String text = CifWriter.write(CrystalRecord.of("a b/c", crystal));
    assertSame(crystal, CifReader.read(text, "x.cif").records().get(0).crystal());
  }

  @Property(tries = 200)
  void poscar(@ForAll("ordered") Crystal crystal) {
    CrystalRecord back = PoscarReader.read(PoscarWriter.write(CrystalRecord.of("x", crystal)), "x");
    assertSame(crystal, back.crystal());
  }

  @Property(tries = 200)
  void extendedXyz(@ForAll("ordered") Crystal crystal) {
    CrystalRecord entry =
        new CrystalRecord(
            "an \"id\"", crystal, Map.of("energy", -1.25), Map.of("note", "two words"));
    List<CrystalRecord> back =
        ExtendedXyzReader.read(ExtendedXyzWriter.write(List.of(entry, entry)), "x");
    assertThat(back).hasSize(2);
    assertThat(back.get(1).id()).isEqualTo(entry.id());
    assertThat(back.get(1).number("energy")).contains(-1.25);
    assertThat(back.get(1).text("note")).contains("two words");
    assertSame(crystal, back.get(1).crystal());
  }

  @Property(tries = 200)
  void jsonLines(@ForAll("disordered") Crystal crystal) {
    assertSame(
        crystal,
        CrystalJsonLines.parse(CrystalJsonLines.format(CrystalRecord.of("x", crystal))).crystal());
  }

  @Property(tries = 100)
  void cifWithSymmetry(@ForAll("settings") SpaceGroup group, @ForAll long seed) {
    Random random = new Random(seed);
    // a cube, or the hexagonal cell, is kept by every operation of its settings
    boolean hexagonal =
        group.number() >= 143 && group.number() <= 194 && !group.choice().equals("R");
    Lattice lattice = Lattice.ofParameters(12, 12, 12, 90, 90, hexagonal ? 120 : 90);
    // at least 0.9 angstrom from every image in every setting: closer ones would be joined
    Vector3 place =
        new Vector3(
            0.202 + 0.003 * random.nextDouble(),
            0.142 + 0.003 * random.nextDouble(),
            0.434 + 0.003 * random.nextDouble());
    List<Site> sites = new ArrayList<>();
    for (SymmetryOperation operation : group.operations()) {
      sites.add(Site.of(Element.Si, operation.apply(place).wrapped()));
    }
    Crystal crystal = new Crystal(lattice, sites);
    String text = CifWriter.write(CrystalRecord.of("x", crystal), group);
    assertThat(text.lines().filter(line -> line.startsWith("Si"))).hasSize(1);
    CifStructure back = CifReader.read(text, "x").structures().get(0);
    assertThat(back.spaceGroupNumber()).hasValue(group.number());
    assertThat(back.record().crystal().sites()).hasSameSizeAs(sites);
  }

  @Provide
  Arbitrary<SpaceGroup> settings() {
    return Arbitraries.of(SpaceGroup.all());
  }

  private static void assertSame(Crystal expected, Crystal actual) {
    Lattice a = expected.lattice();
    Lattice b = actual.lattice();
    assertThat(b.a().length()).isCloseTo(a.a().length(), within(1e-6));
    assertThat(b.b().length()).isCloseTo(a.b().length(), within(1e-6));
    assertThat(b.c().length()).isCloseTo(a.c().length(), within(1e-6));
    assertThat(b.alpha()).isCloseTo(a.alpha(), within(1e-6));
    assertThat(b.beta()).isCloseTo(a.beta(), within(1e-6));
    assertThat(b.gamma()).isCloseTo(a.gamma(), within(1e-6));
    assertThat(actual.sites()).hasSameSizeAs(expected.sites());
    for (Site site : expected.sites()) {
      assertThat(actual.sites()).anyMatch(other -> isSame(site, other));
    }
  }

  private static boolean isSame(Site a, Site b) {
    return near(a.position().x(), b.position().x())
        && near(a.position().y(), b.position().y())
        && near(a.position().z(), b.position().z())
        && a.occupancies().keySet().equals(b.occupancies().keySet())
        && a.occupancies().entrySet().stream()
            .allMatch(
                e -> Math.abs(e.getValue() - b.occupancies().getOrDefault(e.getKey(), 0.0)) < 1e-6);
  }

  private static boolean near(double a, double b) {
    double difference = a - b;
    return Math.abs(difference - Math.rint(difference)) < 1e-6;
  }
}
