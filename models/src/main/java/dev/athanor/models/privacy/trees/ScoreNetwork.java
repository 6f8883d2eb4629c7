package dev.athanor.models.privacy.trees;

import dev.athanor.models.weights.WeightFile;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/**
 * A small network that learns scores of rows by least squares: {@code V max(u, u / 5) + b}, {@code
 * u = W z + a}, where {@code z} is the row on one scale, no more than four deviations from the
 * mean. Trained by Adam at a rate that rises and falls. Immutable once it is fitted.
 *
 * <p>For scores that were released already: what it fits, it does not hide.
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba, Adam (2015)</a>
 */
final class ScoreNetwork {
  static final int HIDDEN = 32;

  private static final String MEAN = "network/mean";
  private static final String SCALE = "network/scale";
  private static final String INNER = "network/inner";
  private static final String OUTER = "network/outer";

  private static final int PASSES = 8;
  private static final int BATCH = 256;
  private static final double RATE = 0.003;
  private static final double WARM = 0.2;
  private static final double MEAN_DECAY = 0.9;
  private static final double SQUARE_DECAY = 0.999;
  private static final double SMALL = 1e-8;
  private static final float LEAK = 0.2f;
  private static final float FARTHEST = 4;
  private static final double GAIN = 1.4;
  private static final double LEAST_DEVIATION = 1e-6;

  private final int outputs;
  private final float[] mean;
  private final float[] scale;

  /** Of the hidden units, one after the other; each has its constant last. */
  private final float[] inner;

  /** Of the outputs, likewise. */
  private final float[] outer;

  private ScoreNetwork(float[][] rows, int outputs, Random random) {
    int width = rows[0].length;
    this.outputs = outputs;
    this.mean = new float[width];
    this.scale = new float[width];
    this.inner = new float[HIDDEN * (width + 1)];
    this.outer = new float[outputs * (HIDDEN + 1)];
    measure(rows);
    begin(inner, width, GAIN, random);
    begin(outer, HIDDEN, 1, random);
  }

  /**
   * Learns.
   *
   * @param rows at least one
   * @param scores of each row, all as many
   */
  static ScoreNetwork fit(float[][] rows, double[][] scores, long seed) {
    Random random = new Random(seed);
    ScoreNetwork network = new ScoreNetwork(rows, scores[0].length, random);
    double unit = unit(scores);
    network.descend(rows, scores, unit, random);
    for (int i = 0; i < network.outer.length; i++) {
      network.outer[i] *= (float) unit;
    }
    return network;
  }

  /** Root mean square, so that steps are of one size for all scores. */
  private static double unit(double[][] scores) {
    double squares = 0;
    for (double[] each : scores) {
      squares += Arrays.stream(each).map(score -> score * score).sum() / each.length;
    }
    return Math.max(SMALL, Math.sqrt(squares / scores.length));
  }

  private void measure(float[][] rows) {
    for (int j = 0; j < mean.length; j++) {
      double sum = 0;
      for (float[] row : rows) {
        sum += row[j];
      }
      double middle = sum / rows.length;
      double squares = 0;
      for (float[] row : rows) {
        squares += (row[j] - middle) * (row[j] - middle);
      }
      double deviation = Math.sqrt(squares / rows.length);
      mean[j] = (float) middle;
      scale[j] = deviation > LEAST_DEVIATION ? (float) (1 / deviation) : 0;
    }
  }

  private ScoreNetwork(int outputs, float[] mean, float[] scale, float[] inner, float[] outer) {
    this.outputs = outputs;
    this.mean = mean;
    this.scale = scale;
    this.inner = inner;
    this.outer = outer;
  }

  /** Adds the network to the arrays of a weight file. */
  void store(Map<String, float[]> arrays) {
    arrays.put(MEAN, mean.clone());
    arrays.put(SCALE, scale.clone());
    arrays.put(INNER, inner.clone());
    arrays.put(OUTER, outer.clone());
  }

  /**
   * Reads what {@link #store} wrote.
   *
   * @param width of rows
   * @throws dev.athanor.models.ModelException {@code WEIGHTS_MISMATCH} where its parts do not fit
   *     together
   */
  static ScoreNetwork of(WeightFile file, int outputs, int width) {
    return new ScoreNetwork(
        outputs,
        file.array(MEAN, width),
        file.array(SCALE, width),
        file.array(INNER, HIDDEN * (width + 1)),
        file.array(OUTER, outputs * (HIDDEN + 1)));
  }

  private static void begin(float[] weights, int width, double gain, Random random) {
    for (int i = 0; i < weights.length; i++) {
      boolean constant = i % (width + 1) == width;
      weights[i] = constant ? 0 : (float) (gain / Math.sqrt(width) * random.nextGaussian());
    }
  }

  private void descend(float[][] rows, double[][] scores, double unit, Random random) {
    Adam ofInner = new Adam(inner);
    Adam ofOuter = new Adam(outer);
    float[] hidden = new float[HIDDEN];
    int batch = Math.min(BATCH, rows.length);
    int steps = PASSES * (rows.length / batch);
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < batch; i++) {
        int at = random.nextInt(rows.length);
        float[] row = scaled(rows[at]);
        double[] said = forward(row, hidden);
        float[] back = new float[HIDDEN];
        for (int k = 0; k < outputs; k++) {
          float error = (float) (2 * (said[k] - scores[at][k] / unit) / batch);
          int from = k * (HIDDEN + 1);
          for (int h = 0; h < HIDDEN; h++) {
            ofOuter.gradient[from + h] += error * hidden[h];
            back[h] += error * outer[from + h];
          }
          ofOuter.gradient[from + HIDDEN] += error;
        }
        for (int h = 0; h < HIDDEN; h++) {
          float error = hidden[h] > 0 ? back[h] : LEAK * back[h];
          int from = h * (row.length + 1);
          for (int j = 0; j < row.length; j++) {
            ofInner.gradient[from + j] += error * row[j];
          }
          ofInner.gradient[from + row.length] += error;
        }
      }
      double done = (step + 0.5) / steps;
      double rate = RATE * Math.min(done / WARM, (1 - done) / (1 - WARM));
      ofInner.step(rate);
      ofOuter.step(rate);
    }
  }

  private float[] scaled(float[] row) {
    float[] result = new float[row.length];
    for (int j = 0; j < row.length; j++) {
      float value = (row[j] - mean[j]) * scale[j];
      // what is not a number says nothing
      result[j] = Float.isNaN(value) ? 0 : Math.max(-FARTHEST, Math.min(FARTHEST, value));
    }
    return result;
  }

  private double[] forward(float[] row, float[] hidden) {
    for (int h = 0; h < HIDDEN; h++) {
      int from = h * (row.length + 1);
      float sum = inner[from + row.length];
      for (int j = 0; j < row.length; j++) {
        sum += inner[from + j] * row[j];
      }
      hidden[h] = Math.max(sum, LEAK * sum);
    }
    double[] result = new double[outputs];
    for (int k = 0; k < outputs; k++) {
      int from = k * (HIDDEN + 1);
      float sum = outer[from + HIDDEN];
      for (int h = 0; h < HIDDEN; h++) {
        sum += outer[from + h] * hidden[h];
      }
      result[k] = sum;
    }
    return result;
  }

  /** Scores of a row. */
  double[] scores(float[] row) {
    return forward(scaled(row), new float[HIDDEN]);
  }

  /** Adam's running means for some weights, which it changes. */
  private static final class Adam {
    private final float[] weights;
    private final float[] gradient;
    private final float[] means;
    private final float[] squares;
    private int steps;

    Adam(float[] weights) {
      this.weights = weights;
      this.gradient = new float[weights.length];
      this.means = new float[weights.length];
      this.squares = new float[weights.length];
    }

    void step(double rate) {
      steps++;
      float pace = (float) (rate / (1 - Math.pow(MEAN_DECAY, steps)));
      float correction = (float) (1 / (1 - Math.pow(SQUARE_DECAY, steps)));
      for (int i = 0; i < weights.length; i++) {
        float slope = gradient[i];
        means[i] += (float) (1 - MEAN_DECAY) * (slope - means[i]);
        squares[i] += (float) (1 - SQUARE_DECAY) * (slope * slope - squares[i]);
        weights[i] -=
            pace * means[i] / ((float) Math.sqrt(squares[i] * correction) + (float) SMALL);
        gradient[i] = 0;
      }
    }
  }
}
