package dev.athanor.models.elements.training;

import dev.athanor.models.elements.heads.BoostedTrees;
import dev.athanor.models.elements.heads.BoostingSettings;
import dev.athanor.models.elements.heads.LogisticStack;
import dev.athanor.models.elements.heads.MeasuredNeighbours;
import dev.athanor.models.elements.heads.RandomizedTrees;
import dev.athanor.models.elements.heads.RandomizedTreesSettings;
import dev.athanor.models.elements.heads.SuperconductorHead;
import dev.athanor.models.elements.heads.TransitionHead;
import dev.athanor.models.elements.heads.TreeEnsemble;
import dev.athanor.models.learning.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Fits the head that tells superconductors from others, in the same folds as the temperatures.
 * Positives superconduct above 1 K; negatives were measured and did not, or are random crystals,
 * which count less, since nobody measured them. Random crystals are shown with their structure and
 * without, so that a missing structure is no sign of a measurement.
 */
public final class SuperconductorTrainer {
  /** The trees that answer. */
  static final BoostingSettings TREES = new BoostingSettings(300, 6, 0.06, 0.15, 0.7, 2, 2);

  private static final RandomizedTreesSettings MEASURED_TREES =
      new RandomizedTreesSettings(60, 0.5, 3);
  private static final double THRESHOLD = 1;
  private static final double UNMEASURED_WEIGHT = 0.3;
  private static final double UNMEASURED_IN_JOINING = 0.15;

  private SuperconductorTrainer() {}

  /**
   * A row that was kept from one head, and what that head says.
   *
   * @param sample the row
   * @param measured whether it was measured, or is a random crystal
   * @param weight of the row in calibration
   * @param probability as the head states it
   */
  public record HeldOut(
      TransitionSample sample, boolean measured, double weight, double probability) {}

  /**
   * A fitted head and what was held out.
   *
   * @param head the head
   * @param blind heads that differ from it in one thing: number {@code i} has not seen fold {@code
   *     i}
   * @param crystals held-out rows with a structure
   * @param compositions held-out rows without one
   */
  public record Fitted(
      SuperconductorHead head,
      List<SuperconductorHead> blind,
      List<HeldOut> crystals,
      List<HeldOut> compositions) {
    public Fitted {
      blind = List.copyOf(blind);
    }
  }

  /** Whether a row counts as a superconductor. */
  public static boolean isPositive(TransitionSample sample) {
    return sample.temperature() > THRESHOLD;
  }

  private record Row(TransitionSample sample, double weight, boolean measured, int fold) {}

  /** Fits to measured rows and random crystals. */
  public static Fitted fit(
      List<TransitionSample> measured,
      List<TransitionSample> unmeasured,
      Map<String, Integer> folds,
      ProgressListener listener) {
    List<Row> rows = rows(measured, unmeasured, folds);
    MeasuredNeighbours neighbours = neighbours(rows);
    List<TransitionHead.Trees> amongMeasured = new ArrayList<>();
    List<BoostedTrees> amongAll = new ArrayList<>();
    for (int fold = 0; fold < TransitionDataset.FOLDS; fold++) {
      int left = fold;
      List<Row> kept = rows.stream().filter(r -> r.fold != left).toList();
      // a row does not see its own fold, nor any row the fold that is kept from the member
      List<float[]> inputs =
          kept.parallelStream()
              .map(r -> neighbours.extend(r.sample.descriptor(), left, r.fold))
              .toList();
      amongMeasured.add(fitMeasured(kept, fold));
      amongAll.add(fit(kept, inputs, fold));
      listener.progress(
          "superconductor",
          (fold + 1.0) / (TransitionDataset.FOLDS + 1),
          String.format(Locale.ROOT, "fold %d of %d", fold + 1, TransitionDataset.FOLDS));
    }
    amongMeasured.add(fitMeasured(rows, TransitionDataset.FOLDS));
    listener.progress("superconductor", 1, "all rows");
    return stacked(rows, neighbours, amongMeasured, amongAll);
  }

  private static MeasuredNeighbours neighbours(List<Row> rows) {
    return MeasuredNeighbours.of(
        rows.stream()
            .filter(Row::measured)
            .map(
                r ->
                    new MeasuredNeighbours.Measured(
                        r.sample.descriptor(),
                        isPositive(r.sample),
                        Math.log1p(r.sample.temperature()),
                        r.weight,
                        r.fold))
            .toList());
  }

  /** The measured come first. */
  private static List<Row> rows(
      List<TransitionSample> measured,
      List<TransitionSample> unmeasured,
      Map<String, Integer> folds) {
    List<Row> rows = new ArrayList<>();
    for (TransitionSample sample : measured) {
      rows.add(new Row(sample, sample.weight(), true, fold(folds, sample)));
    }
    for (TransitionSample sample : unmeasured) {
      int fold = fold(folds, sample);
      rows.add(new Row(sample, UNMEASURED_WEIGHT, false, fold));
      rows.add(new Row(sample.withoutStructure(), UNMEASURED_WEIGHT, false, fold));
    }
    return rows;
  }

  private static int fold(Map<String, Integer> folds, TransitionSample sample) {
    return folds.getOrDefault(sample.system(), 0);
  }

  private static TransitionHead.Trees fitMeasured(List<Row> rows, int number) {
    List<Row> known = rows.stream().filter(Row::measured).toList();
    return new TransitionHead.Trees(
        fitMeasured(known, TransitionHead::compositionInput, number),
        fitMeasured(known, TransitionHead::structureInput, number));
  }

  private static RandomizedTrees fitMeasured(
      List<Row> known, UnaryOperator<float[]> input, int number) {
    return RandomizedTrees.fit(
        known.stream().map(r -> input.apply(r.sample.descriptor())).toList(),
        targets(known),
        weights(known),
        MEASURED_TREES,
        TransitionDataset.FOLD_SEED + number);
  }

  private static float[] targets(List<Row> rows) {
    float[] targets = new float[rows.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = isPositive(rows.get(i).sample) ? 1 : 0;
    }
    return targets;
  }

  private static float[] weights(List<Row> rows) {
    float[] weights = new float[rows.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) rows.get(i).weight;
    }
    return weights;
  }

  private static BoostedTrees fit(List<Row> rows, List<float[]> inputs, int fold) {
    return BoostedTrees.fit(
        inputs,
        targets(rows),
        weights(rows),
        BoostedTrees.Objective.LOGISTIC,
        TREES,
        TransitionDataset.FOLD_SEED + fold);
  }

  private static Fitted stacked(
      List<Row> rows,
      MeasuredNeighbours neighbours,
      List<TransitionHead.Trees> amongMeasured,
      List<BoostedTrees> amongAll) {
    List<Row> structured = rows.stream().filter(r -> r.sample.structured()).toList();
    List<Row> bare = rows.stream().filter(r -> !r.sample.structured()).toList();
    LogisticStack crystals = stack(structured, neighbours, amongMeasured, amongAll);
    LogisticStack compositions = stack(bare, neighbours, amongMeasured, amongAll);
    List<SuperconductorHead> blind = new ArrayList<>();
    for (int fold = 0; fold < TransitionDataset.FOLDS; fold++) {
      blind.add(
          new SuperconductorHead(
              neighbours,
              amongMeasured.get(fold),
              new TreeEnsemble(List.of(amongAll.get(fold))),
              crystals,
              compositions,
              0));
    }
    List<HeldOut> heldOutCrystals = heldOut(structured, blind);
    SuperconductorHead head =
        new SuperconductorHead(
            neighbours,
            amongMeasured.get(TransitionDataset.FOLDS),
            new TreeEnsemble(amongAll),
            crystals,
            compositions,
            Reliability.of(heldOutCrystals));
    return new Fitted(head, blind, heldOutCrystals, heldOut(bare, blind));
  }

  /**
   * Two steps, both on held-out rows: the factors, to which random crystals count little, since
   * telling those apart is the easier half and would drown the harder one; then, with all weights,
   * the odds that the sum of both stands for, which changes no order.
   */
  private static LogisticStack stack(
      List<Row> rows,
      MeasuredNeighbours neighbours,
      List<TransitionHead.Trees> amongMeasured,
      List<BoostedTrees> amongAll) {
    double[] x = new double[rows.size()];
    double[] y = new double[rows.size()];
    boolean[] positive = new boolean[rows.size()];
    double[] joining = new double[rows.size()];
    double[] weights = new double[rows.size()];
    for (int i = 0; i < x.length; i++) {
      Row row = rows.get(i);
      float[] descriptor = row.sample.descriptor();
      x[i] = SuperconductorHead.logOdds(amongMeasured.get(row.fold), descriptor);
      y[i] = amongAll.get(row.fold).predict(neighbours.extend(descriptor, row.fold));
      positive[i] = isPositive(row.sample);
      joining[i] = row.measured ? row.weight : row.weight * UNMEASURED_IN_JOINING;
      weights[i] = row.weight;
    }
    return LogisticStack.fit(x, y, positive, joining).corrected(x, y, positive, weights);
  }

  /** What the head that has not seen a row says of it. */
  private static List<HeldOut> heldOut(List<Row> rows, List<SuperconductorHead> blind) {
    List<HeldOut> result = new ArrayList<>(rows.size());
    for (int fold = 0; fold < TransitionDataset.FOLDS; fold++) {
      int own = fold;
      List<Row> part = rows.stream().filter(r -> r.fold == own).toList();
      List<SuperconductorHead.Answer> answers =
          blind
              .get(fold)
              .predictBlind(fold, part.stream().map(r -> r.sample.descriptor()).toList());
      for (int i = 0; i < part.size(); i++) {
        Row row = part.get(i);
        result.add(new HeldOut(row.sample, row.measured, row.weight, answers.get(i).probability()));
      }
    }
    return result;
  }
}
