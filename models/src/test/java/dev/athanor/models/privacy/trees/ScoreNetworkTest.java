package dev.athanor.models.privacy.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A product of two columns, hidden among noise on the scores. */
final class ScoreNetworkTest {
  private static final int ROWS = 8000;
  private static final double NOISE = 1.5;

  private static float[][] rows(long seed) {
    Random random = new Random(seed);
    float[][] rows = new float[ROWS][3];
    for (float[] row : rows) {
      row[0] = (float) random.nextGaussian();
      row[1] = (float) (40 + 10 * random.nextGaussian());
      row[2] = 7;
    }
    return rows;
  }

  private static double truth(float[] row) {
    return row[0] * (row[1] - 40) / 10;
  }

  private static ScoreNetwork learned() {
    Random random = new Random(2);
    float[][] rows = rows(1);
    double[][] scores = new double[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      double score = 20 * (truth(rows[i]) + NOISE * random.nextGaussian());
      scores[i] = new double[] {score, -score};
    }
    return ScoreNetwork.fit(rows, scores, 3);
  }

  @Test
  void evensOutNoiseOfSingleScores() {
    ScoreNetwork network = learned();
    double squares = 0;
    for (float[] row : rows(4)) {
      double[] said = network.scores(row);
      double miss = (said[0] - said[1]) / 40 - truth(row);
      squares += miss * miss / ROWS;
    }
    // the noise that it was shown has a deviation of 1.5, saying nothing misses by 1
    assertThat(Math.sqrt(squares)).isLessThan(0.6);
  }

  @Test
  void doesNotFollowRowsBeyondWhatItHasSeen() {
    ScoreNetwork network = learned();
    double[] far = network.scores(new float[] {1e9f, 40, 7});
    assertThat(far).containsExactly(network.scores(new float[] {100, 40, 7}), within(1e-9));
    assertThat(network.scores(new float[] {Float.NaN, 40, 1e9f}))
        .containsExactly(network.scores(new float[] {Float.NaN, 40, 7}), within(1e-9));
  }

  @Test
  void isTheSameForTheSameSeed() {
    float[] row = {0.3f, 50, 7};
    assertThat(learned().scores(row)).containsExactly(learned().scores(row));
  }
}
