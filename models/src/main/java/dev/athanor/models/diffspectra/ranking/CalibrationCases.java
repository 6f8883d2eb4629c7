package dev.athanor.models.diffspectra.ranking;

import dev.athanor.models.diffspectra.forward.MoleculeFragments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Questions of which the answers are known, by evidence. */
final class CalibrationCases {
  /** Candidates whose prior and likelihood are this far from the best never count. */
  private static final double FAR = 40;

  private final RankingModel model;
  private final List<SpectralMetric> metrics;
  private final Map<Integer, List<CalibrationFit.Case>> cases = new TreeMap<>();

  CalibrationCases(RankingModel model) {
    this.model = model;
    metrics = Evidence.all().stream().map(e -> model.errors().metric(e.blocks())).toList();
  }

  /** Adds molecules of one formula, whose candidates these are. */
  void add(FormulaCandidates found, List<RankingTraining.Known> molecules) {
    int[] names =
        found.candidates().stream()
            .mapToInt(c -> Arrays.hashCode(MoleculeFragments.of(c.graph())))
            .toArray();
    int[] right = new int[molecules.size()];
    List<float[]> latents = new ArrayList<>();
    for (int m = 0; m < right.length; m++) {
      right[m] = -1;
      int name = Arrays.hashCode(MoleculeFragments.of(molecules.get(m).graph()));
      for (int i = 0; i < names.length && right[m] < 0; i++) {
        right[m] = names[i] == name ? i : -1;
      }
      latents.add(model.forward().encodeComputed(molecules.get(m).spectra().spectra()));
    }
    List<Evidence> all = Evidence.all();
    for (int e = 0; e < all.size(); e++) {
      SpectralMetric metric = metrics.get(e);
      List<float[]> expected =
          found.candidates().stream().map(c -> metric.whiten(c.expected().latents())).toList();
      for (int m = 0; m < right.length; m++) {
        if (molecules.get(m).spectra().spectra().keySet().containsAll(all.get(e).modalities())) {
          cases
              .computeIfAbsent(e, k -> new ArrayList<>())
              .add(one(found, metric, expected, metric.whiten(latents.get(m)), right[m]));
        }
      }
    }
  }

  /** What they teach; an evidence without any case counts likelihood and prior in full. */
  Calibration calibration() {
    float[] numbers = new float[Calibration.SIZE * Evidence.all().size()];
    for (int e = 0; e < Evidence.all().size(); e++) {
      float[] fitted = CalibrationFit.fit(cases.getOrDefault(e, List.of()));
      System.arraycopy(fitted, 0, numbers, Calibration.SIZE * e, Calibration.SIZE);
    }
    return new Calibration(numbers);
  }

  private static CalibrationFit.Case one(
      FormulaCandidates found,
      SpectralMetric metric,
      List<float[]> expected,
      float[] given,
      int right) {
    int count = expected.size();
    double[] likelihoods = new double[count];
    double[] mismatches = new double[count];
    double[] rough = new double[count];
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      double novelty = found.candidates().get(i).expected().novelty();
      likelihoods[i] = metric.logLikelihood(given, expected.get(i), novelty);
      mismatches[i] = metric.mismatch(given, expected.get(i), novelty);
      rough[i] = 0.1 * likelihoods[i] + 0.5 * found.candidates().get(i).logPrior();
      best = Math.max(best, rough[i]);
    }
    double edge = best - FAR / 2;
    int[] kept =
        java.util.stream.IntStream.range(0, count)
            .filter(i -> i == right || rough[i] > edge)
            .toArray();
    return new CalibrationFit.Case(
        Arrays.stream(kept).mapToDouble(i -> likelihoods[i]).toArray(),
        Arrays.stream(kept).mapToDouble(i -> found.candidates().get(i).logPrior()).toArray(),
        Arrays.stream(kept).mapToDouble(i -> mismatches[i]).toArray(),
        position(kept, right));
  }

  private static int position(int[] kept, int wanted) {
    for (int i = 0; i < kept.length; i++) {
      if (kept[i] == wanted) {
        return i;
      }
    }
    return -1;
  }
}
