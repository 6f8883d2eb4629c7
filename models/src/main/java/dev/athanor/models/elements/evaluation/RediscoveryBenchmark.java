package dev.athanor.models.elements.evaluation;

import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.models.elements.heads.SuperconductorHead;
import dev.athanor.models.elements.network.EnergyPredictor;
import dev.athanor.models.elements.training.CrystalDataset;
import dev.athanor.models.elements.training.HeadData;
import dev.athanor.models.elements.training.SuperconductorTrainer;
import dev.athanor.models.elements.training.TransitionDataset;
import dev.athanor.models.elements.training.TransitionSample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Known superconductors found again: of each fold, of whose chemical systems its member of the head
 * has seen nothing, 66 superconductors are mixed into random crystals, and all are put in order by
 * that member's own probability. Enrichment is the share of superconductors among the first hundred
 * over their share in the mixture.
 *
 * <p>Only ordered formulas are hidden, one crystal for each, since the others are ordered and
 * disorder alone would give the answer away. The others are validation crystals whose formulas the
 * head has seen neither as measured nor as random; that none of them superconducts is taken for
 * granted, so that true discoveries count as misses.
 */
final class RediscoveryBenchmark {
  private static final int HIDDEN = 66;
  private static final int[] DEPTHS = {50, 100, 500};
  private static final int ENRICHMENT_DEPTH = 100;

  private final HeadData data;
  private final List<SuperconductorHead> blind;

  RediscoveryBenchmark(HeadData data, List<SuperconductorHead> blind) {
    this.data = data;
    this.blind = blind;
  }

  void run(Path folder, EnergyPredictor backbone, Benchmark benchmark) {
    run(others(folder.resolve("mp2018/val.jsonl.gz"), backbone), benchmark);
  }

  /** The same with the descriptors of crystals that are taken not to superconduct. */
  void run(List<float[]> others, Benchmark benchmark) {
    double[] hits = new double[DEPTHS.length];
    double chance = 0;
    for (int fold = 0; fold < TransitionDataset.FOLDS; fold++) {
      List<float[]> hidden = hidden(fold);
      chance += (double) hidden.size() / (hidden.size() + others.size());
      boolean[] found = order(blind.get(fold), fold, hidden, others);
      for (int d = 0; d < DEPTHS.length; d++) {
        hits[d] += hits(found, DEPTHS[d]);
      }
    }
    chance /= TransitionDataset.FOLDS;
    String dataset =
        HIDDEN
            + " ordered superconductors of 3DSC among "
            + others.size()
            + " crystals of mp2018/val, mean of five folds by chemical system";
    for (int d = 0; d < DEPTHS.length; d++) {
      double mean = hits[d] / TransitionDataset.FOLDS;
      benchmark.add(
          "rediscovered among the first " + DEPTHS[d],
          dataset,
          mean,
          "1",
          Benchmark.baseline("chance", chance * DEPTHS[d]));
      if (DEPTHS[d] == ENRICHMENT_DEPTH) {
        benchmark.add(
            "rediscovery, enrichment in the first hundred",
            dataset,
            mean / DEPTHS[d] / chance,
            "1",
            Benchmark.baseline("chance", 1));
      }
    }
  }

  private List<float[]> others(Path file, EnergyPredictor backbone) {
    Set<String> seen = new HashSet<>();
    data.measured()
        .forEach(row -> TransitionDataset.reducedFormula(row.formula()).ifPresent(seen::add));
    data.unmeasured().forEach(row -> seen.add(row.formula()));
    List<CrystalRecord> kept =
        CrystalDataset.read(file).stream()
            .filter(entry -> !seen.contains(entry.crystal().composition().reducedFormula()))
            .toList();
    return TransitionDataset.unmeasured(kept, backbone).stream()
        .map(TransitionSample::descriptor)
        .toList();
  }

  private List<float[]> hidden(int fold) {
    Map<String, float[]> found = new LinkedHashMap<>();
    for (TransitionSample row : data.structures()) {
      if (SuperconductorTrainer.isPositive(row)
          && row.formula().indexOf('.') < 0
          && data.folds().getOrDefault(row.system(), 0) == fold) {
        found.putIfAbsent(row.formula(), row.descriptor());
      }
    }
    List<float[]> result = new ArrayList<>(found.values());
    Collections.shuffle(result, new Random(TransitionDataset.FOLD_SEED));
    return result.subList(0, Math.min(HIDDEN, result.size()));
  }

  /** Whether each place of the order, the likeliest first, is one of the hidden. */
  private static boolean[] order(
      SuperconductorHead head, int fold, List<float[]> hidden, List<float[]> others) {
    List<float[]> all = new ArrayList<>(hidden);
    all.addAll(others);
    List<SuperconductorHead.Answer> answers = head.predictBlind(fold, all);
    List<Integer> order = new ArrayList<>();
    // the hidden come last, so that a tie never favours them
    for (int i = all.size() - 1; i >= 0; i--) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> -answers.get(i).probability()));
    boolean[] found = new boolean[order.size()];
    for (int place = 0; place < found.length; place++) {
      found[place] = order.get(place) < hidden.size();
    }
    return found;
  }

  private static int hits(boolean[] found, int depth) {
    int count = 0;
    for (int place = 0; place < Math.min(depth, found.length); place++) {
      if (found[place]) {
        count++;
      }
    }
    return count;
  }
}
