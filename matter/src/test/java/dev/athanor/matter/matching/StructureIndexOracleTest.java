package dev.athanor.matter.matching;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Crystals;
import dev.athanor.matter.format.CrystalJsonLines;
import dev.athanor.matter.oracle.OracleReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The index over all structures beside the project: as exact as brute force, how fast, and how well
 * fingerprints agree with the structure matcher, which {@link MatchingOracleTest} judges.
 */
@Tag("oracle")
class StructureIndexOracleTest {
  private static final long SEED = 20261123;
  private static final int QUERIES = 500;
  private static final int PAIRS = 12_000;
  private static final StructureMatcher MATCHER = StructureMatcher.standard();

  private final List<Path> sources =
      List.of(
          MatchingPairs.SOURCES.get(0),
          MatchingPairs.SOURCES.get(0).resolveSibling("val.jsonl.gz"),
          MatchingPairs.SOURCES.get(1));
  private final Random random = new Random(SEED);
  private final StructureIndex.Builder builder = StructureIndex.builder();
  private final List<Crystal> queries = new ArrayList<>();
  private final List<CrystalRecord> sample = new ArrayList<>();
  private double seconds;
  private int count;

  @Test
  void isItKnownExactlyAndFast() throws IOException {
    assumeTrue(
        sources.stream().allMatch(Files::exists),
        "skipped: needs " + sources + " beside the project");
    read();
    StructureIndex index = builder.build();
    List<StructureFingerprint> everything = new ArrayList<>();
    for (int i = 0; i < index.size(); i++) {
      everything.add(index.fingerprint(i));
    }
    List<StructureFingerprint> asked = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      asked.add(StructureFingerprint.of(queries.get(i % queries.size())));
      index.novelty(asked.get(i));
      index.nearestByPrototype(asked.get(i), 3);
    }
    double[] whole = new double[QUERIES];
    double[] known = new double[QUERIES];
    double[] arrangement = new double[QUERIES];
    double brute = 0;
    int different = 0;
    int found = 0;
    for (int i = 0; i < QUERIES; i++) {
      long start = processorTime();
      StructureFingerprint fingerprint = StructureFingerprint.of(queries.get(i));
      long made = processorTime();
      Novelty novelty = index.novelty(fingerprint);
      long answered = processorTime();
      List<StructureIndex.Match> like = index.nearestByPrototype(fingerprint, 3);
      long compared = processorTime();
      double[] best = bruteForce(everything, fingerprint);
      brute += (processorTime() - compared) * 1e-6;
      whole[i] = (answered - start) * 1e-6;
      known[i] = (answered - made) * 1e-6;
      arrangement[i] = (compared - answered) * 1e-6;
      boolean same =
          novelty.nearest().map(StructureIndex.Match::distance).orElse(Double.POSITIVE_INFINITY)
                  == best[0]
              && like.get(0).distance() == best[1]
              && (novelty.verdict() == Novelty.Verdict.KNOWN)
                  == (best[0] <= StructureFingerprint.SAME);
      different += same ? 0 : 1;
      found += novelty.verdict() == Novelty.Verdict.KNOWN ? 1 : 0;
    }
    OracleReport.section("sameness", "index", "Is it known")
        .compared(
            "index of all ordered structures of mp2018 and mp_more against brute force; questions:"
                + " their structures shaken by 0.03 angstrom, strained by up to 1 % or with one"
                + " element exchanged; "
                + index.size()
                + " entries",
            QUERIES)
        .atMost("answers other than by brute force", different, "", 0)
        .figure("questions answered with known", found, "")
        .figure("fingerprint and answer, mean", Arrays.stream(whole).average().orElse(0), "ms")
        .atMost("fingerprint and answer, 99 of 100", percentile(whole), "ms", 5)
        .figure("answer alone, mean", Arrays.stream(known).average().orElse(0), "ms")
        .figure("same arrangement of any elements, 99 of 100", percentile(arrangement), "ms")
        .speed(
            "answers, known and arrangement",
            1e3
                / (Arrays.stream(known).average().orElse(0)
                    + Arrays.stream(arrangement).average().orElse(0)),
            "1/s",
            "brute force",
            1e3 * QUERIES / brute)
        .figure("fingerprints on one core", count / seconds, "1/s")
        .conclude();
  }

  @Test
  void fingerprintsAgainstTheMatcher() throws IOException {
    assumeTrue(
        sources.stream().allMatch(Files::exists),
        "skipped: needs " + sources + " beside the project");
    OracleReport report =
        OracleReport.section(
                "sameness", "fingerprints", "Fingerprints beside the structure matcher")
            .note(
                "Precision: of pairs that the fingerprint calls same, the share that the matcher"
                    + " calls same; recall: the other way round. The Materials Project keeps one of"
                    + " each, so pairs of one formula are near misses (orders of one lattice,"
                    + " distortions), harder than what a search for candidates meets.");
    int compared = 0;
    for (SpeciesRule rule : List.of(SpeciesRule.SAME, SpeciesRule.ANONYMOUS)) {
      int[] counts = new int[4];
      for (String[] lines : pairs(rule)) {
        ReducedCrystal first = MATCHER.reduced(CrystalJsonLines.parse(lines[0]).crystal());
        ReducedCrystal second = MATCHER.reduced(CrystalJsonLines.parse(lines[1]).crystal());
        StructureFingerprint a = StructureFingerprint.of(first);
        StructureFingerprint b = StructureFingerprint.of(second);
        boolean near =
            rule == SpeciesRule.SAME
                ? a.matches(b)
                : a.anonymousDistance(b) <= StructureFingerprint.SAME_ARRANGEMENT;
        counts[(near ? 2 : 0) + (MATCHER.fits(first, second, rule) ? 1 : 0)]++;
        compared++;
      }
      String what = rule == SpeciesRule.SAME ? "one formula" : "one kind of formula";
      report
          .figure(what + ": pairs that the matcher calls same", counts[1] + counts[3], "")
          .atLeast(what + ": precision", counts[3] / (double) (counts[2] + counts[3]), "", 0.75)
          .atLeast(what + ": recall", counts[3] / (double) (counts[1] + counts[3]), "", 0.75)
          .figure(
              what + ": pairs on which both agree",
              100.0 * (counts[0] + counts[3]) / Arrays.stream(counts).sum(),
              "%");
    }
    report
        .compared("random pairs of structures of mp2018 and mp_more within one formula", compared)
        .conclude();
  }

  /** Random pairs; a group is chosen as often as it has members. */
  private List<String[]> pairs(SpeciesRule rule) throws IOException {
    List<List<String>> byMember = new ArrayList<>();
    MatchingPairs.groups(
            composition ->
                rule == SpeciesRule.SAME
                    ? composition.reducedFormula()
                    : composition.reduced().anonymousFormula())
        .values()
        .stream()
        .filter(group -> group.size() > 1)
        .forEach(group -> group.forEach(line -> byMember.add(group)));
    List<String[]> pairs = new ArrayList<>();
    while (pairs.size() < PAIRS) {
      List<String> group = byMember.get(random.nextInt(byMember.size()));
      int first = random.nextInt(group.size());
      int second = random.nextInt(group.size());
      if (first != second) {
        pairs.add(new String[] {group.get(first), group.get(second)});
      }
    }
    return pairs;
  }

  private void read() throws IOException {
    for (Path source : sources) {
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(source)), StandardCharsets.UTF_8))) {
        reader.lines().map(CrystalJsonLines::parse).forEach(this::add);
      }
    }
    for (CrystalRecord entry : sample.subList(0, QUERIES)) {
      queries.add(changed(entry.crystal()));
    }
  }

  private void add(CrystalRecord entry) {
    if (!entry.crystal().isOrdered()) {
      return;
    }
    long start = processorTime();
    builder.add(entry.id(), entry.crystal());
    seconds += (processorTime() - start) * 1e-9;
    count++;
    if (random.nextInt(200) == 0) {
      sample.add(entry);
    }
  }

  private Crystal changed(Crystal crystal) {
    return switch (random.nextInt(3)) {
      case 0 -> Crystals.rattled(crystal, 0.03, random);
      case 1 -> Disguise.strained(crystal, 0.01, random);
      default -> Disguise.permuted(crystal, random);
    };
  }

  /** Least distance over all entries, of the same formula and of the same arrangement. */
  private static double[] bruteForce(
      List<StructureFingerprint> everything, StructureFingerprint fingerprint) {
    double[] best = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    for (StructureFingerprint entry : everything) {
      best[0] = Math.min(best[0], fingerprint.distance(entry));
      best[1] = Math.min(best[1], fingerprint.anonymousDistance(entry));
    }
    return best;
  }

  private static double percentile(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (0.99 * sorted.length)];
  }

  /** Nanoseconds that this thread computed, whoever else uses the machine. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
