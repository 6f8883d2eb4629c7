package dev.athanor.matter.matching;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Crystals;
import dev.athanor.matter.format.CrystalJsonLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * Two hundred pairs made from the structure types in {@code seeds.jsonl}, and what pymatgen says of
 * them ({@code recorded_pairs.tsv}: number, fit, fit_anonymous, rms and largest distance or -).
 *
 * <p>{@code MatchingOracleTest} asks pymatgen again; with {@code -Dmatching.record=true} it writes
 * the table anew.
 */
final class RecordedPairs {
  static final int COUNT = 200;
  static final String TABLE = "recorded_pairs.tsv";

  private RecordedPairs() {}

  static List<MatchingPair> pairs() {
    List<CrystalRecord> seeds = lines("seeds.jsonl").stream().map(CrystalJsonLines::parse).toList();
    List<MatchingPair> pairs = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      pairs.add(pair(seeds, i));
    }
    return pairs;
  }

  static List<String> lines(String resource) {
    try (InputStream stream =
            Objects.requireNonNull(RecordedPairs.class.getResourceAsStream(resource), resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MatchingPair pair(List<CrystalRecord> seeds, int number) {
    Random random = new Random(20261123L + number);
    CrystalRecord seed = seeds.get(random.nextInt(seeds.size()));
    Crystal crystal = seed.crystal();
    String kind =
        List.of("same", "strained", "rattled", "supercell", "permuted", "polytype", "different")
            .get(number % 7);
    Crystal second =
        switch (kind) {
          case "same" -> crystal;
          case "strained" -> Disguise.strained(crystal, 0.01 + 0.08 * random.nextDouble(), random);
          case "rattled" -> Crystals.rattled(crystal, 0.05 + 0.7 * random.nextDouble(), random);
          case "supercell" ->
              Crystals.rattled(
                  Disguise.supercell(crystal, 2 + random.nextInt(3), random),
                  number % 2 == 0 ? 0 : 0.02 + 0.1 * random.nextDouble(),
                  random);
          case "permuted" -> Disguise.permuted(crystal, random);
          case "polytype" -> Crystals.rattled(stacked(random, random.nextBoolean()), 0.02, random);
          default -> other(seeds, seed, random);
        };
    Crystal first = kind.equals("polytype") ? stacked(random, random.nextBoolean()) : crystal;
    return new MatchingPair(
        number + " " + seed.id() + " " + kind, kind, first, Disguise.redescribed(second, random));
  }

  /** Another structure type with the same formula. */
  private static Crystal other(List<CrystalRecord> seeds, CrystalRecord seed, Random random) {
    String formula = seed.crystal().composition().reducedFormula();
    List<CrystalRecord> others =
        seeds.stream()
            .filter(s -> s.crystal().composition().reducedFormula().equals(formula))
            .toList();
    return others.get(random.nextInt(others.size())).crystal();
  }

  /** A close-packed polytype of four or six layers, up to an exchange of elements. */
  private static Crystal stacked(Random random, boolean exchanged) {
    List<String> stackings = List.of("AB", "ABC", "ABAC", "ABCACB", "ABABAC", "ABCBAC");
    return Stackings.of(stackings.get(random.nextInt(stackings.size())), exchanged);
  }
}
