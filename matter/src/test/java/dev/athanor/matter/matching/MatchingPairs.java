package dev.athanor.matter.matching;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Crystals;
import dev.athanor.matter.format.CrystalJsonLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** Pairs made from the structures beside the project, the same ones for the same seed. */
final class MatchingPairs {
  static final List<Path> SOURCES =
      List.of(
          Path.of("../../shared/data/mp2018/train.jsonl.gz"),
          Path.of("../../shared/data/mp_more/structures.jsonl.gz"));

  private static final int LARGEST = 40;

  private final Random random;
  private final List<CrystalRecord> pool = new ArrayList<>();
  private final List<MatchingPair> pairs = new ArrayList<>();

  private MatchingPairs(long seed) {
    random = new Random(seed);
  }

  /** Two thousand pairs; one in twenty lines of the sources takes part. */
  static List<MatchingPair> of(long seed) throws IOException {
    MatchingPairs made = new MatchingPairs(seed);
    made.fill();
    made.disguised();
    made.different("formula", 250, r -> reduced(r).reducedFormula());
    made.different("prototype", 250, r -> reduced(r).anonymousFormula());
    return made.pairs;
  }

  private static Composition reduced(CrystalRecord entry) {
    return entry.crystal().composition().reduced();
  }

  /** Lines of the sources by a name of their composition. */
  static Map<String, List<String>> groups(Function<Composition, String> key) throws IOException {
    Map<String, List<String>> groups = new TreeMap<>();
    for (Path source : SOURCES) {
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(source)), StandardCharsets.UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          int start = line.indexOf("\"formula\":\"") + 11;
          Composition composition =
              Composition.parse(line.substring(start, line.indexOf('"', start)));
          groups.computeIfAbsent(key.apply(composition), k -> new ArrayList<>()).add(line);
        }
      }
    }
    return groups;
  }

  /** A third of the pool shares formulas with another member, so that there is what to compare. */
  private void fill() throws IOException {
    Map<String, List<String>> byFormula = groups(Composition::reducedFormula);
    for (List<String> lines : byFormula.values()) {
      if (random.nextInt(lines.size() > 1 ? 8 : 20) == 0) {
        lines.stream()
            .limit(6)
            .map(CrystalJsonLines::parse)
            .filter(r -> r.crystal().sites().size() <= LARGEST)
            .forEach(pool::add);
      }
    }
  }

  private CrystalRecord any(int largest) {
    CrystalRecord entry = pool.get(random.nextInt(pool.size()));
    return entry.crystal().sites().size() <= largest ? entry : any(largest);
  }

  private void disguised() {
    for (int i = 0; i < 200; i++) {
      CrystalRecord entry = any(LARGEST);
      add("same", entry, "", Disguise.redescribed(entry.crystal(), random));
    }
    for (int i = 0; i < 300; i++) {
      CrystalRecord entry = any(LARGEST);
      double most = 0.01 + 0.045 * random.nextDouble();
      Crystal strained = Disguise.strained(entry.crystal(), most, random);
      add("strained", entry, percent(most), Disguise.redescribed(strained, random));
    }
    for (int i = 0; i < 400; i++) {
      CrystalRecord entry = any(LARGEST);
      double amplitude = 0.02 + 0.28 * random.nextDouble();
      Crystal rattled = Crystals.rattled(entry.crystal(), amplitude, random);
      add("rattled", entry, angstrom(amplitude), Disguise.redescribed(rattled, random));
    }
    for (int i = 0; i < 300; i++) {
      CrystalRecord entry = any(20);
      int factor = 2 + random.nextInt(3);
      double amplitude = i % 3 == 0 ? 0.02 + 0.28 * random.nextDouble() : 0;
      Crystal supercell = Disguise.supercell(entry.crystal(), factor, random);
      Crystal rattled = amplitude > 0 ? Crystals.rattled(supercell, amplitude, random) : supercell;
      add("supercell", entry, factor + " " + angstrom(amplitude), rattled);
    }
    for (int i = 0; i < 300; i++) {
      CrystalRecord entry = any(LARGEST);
      Crystal permuted = Disguise.permuted(entry.crystal(), random);
      add("permuted", entry, "", Disguise.redescribed(permuted, random));
    }
  }

  private void add(String kind, CrystalRecord entry, String remark, Crystal second) {
    pairs.add(
        new MatchingPair(
            (entry.id() + " " + kind + " " + remark).strip(), kind, entry.crystal(), second));
  }

  private void different(String kind, int count, Function<CrystalRecord, String> key) {
    Map<String, List<CrystalRecord>> groups = new TreeMap<>();
    for (CrystalRecord entry : pool) {
      groups.computeIfAbsent(key.apply(entry), k -> new ArrayList<>()).add(entry);
    }
    List<List<CrystalRecord>> several =
        groups.values().stream().filter(list -> list.size() > 1).toList();
    int made = 0;
    while (made < count) {
      List<CrystalRecord> group = several.get(random.nextInt(several.size()));
      CrystalRecord first = group.get(random.nextInt(group.size()));
      CrystalRecord second = group.get(random.nextInt(group.size()));
      // cells with different numbers of sites mostly differ at a glance
      boolean easy = first.crystal().sites().size() != second.crystal().sites().size();
      if (!first.id().equals(second.id()) && (!easy || random.nextInt(4) == 0)) {
        pairs.add(
            new MatchingPair(
                first.id() + " " + second.id() + " of one " + kind,
                kind,
                first.crystal(),
                second.crystal()));
        made++;
      }
    }
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
  }

  private static String angstrom(double length) {
    return String.format(Locale.ROOT, "%.2f angstrom", length);
  }
}
