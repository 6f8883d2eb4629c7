package dev.athanor.models.elements.training;

import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.models.elements.network.EnergyWeights;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.learning.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What more data give: the energy network, trained for the same number of batches on nested parts
 * of {@code mp2018/train}. Short runs, so that the errors are larger than those of the shipped
 * weights; what counts is how they fall with the size.
 */
public final class LearningCurve {
  private static final double RATE = 2e-3;
  private static final int WARMUP = 100;
  private static final int WATCHED = 64;
  private static final long SEED = 20261123;

  private LearningCurve() {}

  /**
   * A point of the curve.
   *
   * @param rows crystals that were learned from
   * @param error mean absolute error of {@code mp2018/val}, eV/atom
   */
  public record Point(int rows, double error) {}

  /**
   * Trains once for each size.
   *
   * @param data the project's data folder
   * @param sizes rows to learn from, each at least a batch; where there are fewer rows, all
   * @param steps batches of each training
   */
  public static List<Point> measure(
      Path data, List<Integer> sizes, int steps, ProgressListener listener) {
    List<CrystalRecord> records =
        new ArrayList<>(CrystalDataset.read(DataFiles.require(data, "mp2018/train.jsonl.gz")));
    Collections.shuffle(records, new Random(SEED));
    int most = sizes.stream().mapToInt(Integer::intValue).max().orElse(0);
    List<EnergySample> samples =
        records.subList(0, Math.min(most, records.size())).parallelStream()
            .map(r -> EnergySample.of(r, EnergyStage.NETWORK.graph()))
            .toList();
    List<EnergySample> validation =
        CrystalDataset.read(
            DataFiles.require(data, "mp2018/val.jsonl.gz"),
            r -> EnergySample.of(r, EnergyStage.NETWORK.graph()));
    List<Point> points = new ArrayList<>();
    for (int size : sizes) {
      List<EnergySample> part = samples.subList(0, Math.min(size, samples.size()));
      points.add(new Point(part.size(), error(part, validation, steps, listener)));
    }
    return points;
  }

  private static double error(
      List<EnergySample> training,
      List<EnergySample> validation,
      int steps,
      ProgressListener listener) {
    // one long pass for every size: a pass ends with a look at the validation data
    int rows = steps * EnergyStage.BATCH;
    List<EnergySample> repeated =
        Collections.nCopies(rows / training.size() + 1, training).stream()
            .flatMap(List::stream)
            .limit(rows)
            .toList();
    EnergyTrainer trainer =
        new EnergyTrainer(
            EnergyStage.NETWORK,
            new Schedule(RATE, WARMUP, steps),
            EnergyStage.BATCH,
            SEED,
            listener);
    try {
      Path folder = Files.createTempDirectory("athanor-learning-curve");
      try {
        EnergyWeights weights =
            trainer.train(repeated, validation.subList(0, WATCHED), folder.resolve("checkpoint"));
        return EnergyTrainer.error(weights, validation);
      } finally {
        Files.deleteIfExists(folder.resolve("checkpoint"));
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
