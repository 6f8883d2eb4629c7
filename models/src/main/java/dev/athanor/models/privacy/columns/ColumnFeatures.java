package dev.athanor.models.privacy.columns;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.features.FeatureKind;
import dev.athanor.models.privacy.features.FeatureMap;
import java.util.Map;
import java.util.Random;

/**
 * Random cosines as features of rows of numbers from -1 to 1, beside the numbers themselves: {@code
 * (x / sqrt(2 d), cos(W x + b) / sqrt(2 m))}, with {@code m} waves, {@code W} normal of deviation
 * {@code 2 / sqrt(d)} and {@code b} uniform; no row is longer than 1. A linear classifier on them
 * comes near one with a Gaussian kernel of width {@code sqrt(d) / 2}.
 *
 * <p>The waves are the same for everybody, since they come from a fixed seed: they hide nothing and
 * are noise of no mechanism. Not meant for more than some dozens of columns, where a kernel of one
 * width sees no neighbours.
 *
 * @param columns d, numbers of a row
 * @see <a href="https://papers.nips.cc/paper/2007/hash/013a006f03dbc5392effeb8f18fda755">Rahimi and
 *     Recht, Random features for large-scale kernel machines (2007)</a>
 */
public record ColumnFeatures(int columns) implements FeatureKind {
  /** Its name in files. */
  public static final String NAME = "columns";

  /** Most numbers of a row. */
  public static final int MOST_COLUMNS = 256;

  private static final int WAVES = 256;
  private static final long SEED = 20_071_203;

  public ColumnFeatures {
    if (columns < 1 || columns > MOST_COLUMNS) {
      throw new IllegalArgumentException("a row has 1 to " + MOST_COLUMNS + " numbers: " + columns);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Double> settings() {
    return Map.of("columns", (double) columns);
  }

  @Override
  public int inputWidth() {
    return columns;
  }

  @Override
  public FeatureMap open(NDManager parent) {
    return new Waves(parent.newSubManager(), columns);
  }

  private static final class Waves implements FeatureMap {
    private final NDManager manager;
    private final int columns;
    private final NDArray directions;
    private final NDArray phases;

    Waves(NDManager manager, int columns) {
      this.manager = manager;
      this.columns = columns;
      Random random = new Random(SEED);
      float[] numbers = new float[columns * WAVES];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = (float) (2 / Math.sqrt(columns) * random.nextGaussian());
      }
      float[] shifts = new float[WAVES];
      for (int i = 0; i < WAVES; i++) {
        shifts[i] = (float) (2 * Math.PI * random.nextDouble());
      }
      directions = manager.create(numbers, new Shape(columns, WAVES));
      phases = manager.create(shifts, new Shape(1, WAVES));
    }

    @Override
    public int inputWidth() {
      return columns;
    }

    @Override
    public int width() {
      return columns + WAVES;
    }

    @Override
    public NDArray of(NDArray inputs) {
      NDManager scope = inputs.getManager();
      NDArray inside = inputs.clip(-1, 1);
      NDArray waves =
          inside
              .matMul(TorchEngine.within(scope, directions))
              .add(TorchEngine.within(scope, phases))
              .cos()
              .div(Math.sqrt(2.0 * WAVES));
      return inside.div(Math.sqrt(2.0 * columns)).concat(waves, 1);
    }

    @Override
    public void close() {
      manager.close();
    }
  }
}
