package dev.athanor.models.elements.network;

import java.util.List;
import java.util.Optional;

/**
 * Noise levels as the network reads them: a flag for unknown ones, and Gaussians over the
 * logarithms of known ones.
 */
final class NoiseFeatures {
  private static final int GAUSSIANS = 8;
  private static final double LEAST_RATTLE = Math.log(NoiseLevel.LEAST_RATTLE);
  private static final double MOST_RATTLE = Math.log(0.5);
  private static final double LEAST_STRAIN = Math.log(NoiseLevel.LEAST_STRAIN);
  private static final double MOST_STRAIN = Math.log(0.15);

  private static final double USUAL_RATTLE = 0.1;
  private static final double USUAL_STRAIN = 0.03;

  /** Features of one graph. */
  static final int SIZE = 1 + 2 * GAUSSIANS;

  private NoiseFeatures() {}

  /** Rows of features, one for each graph. */
  static float[] of(List<Optional<NoiseLevel>> levels) {
    float[] rows = new float[levels.size() * SIZE];
    for (int g = 0; g < levels.size(); g++) {
      Optional<NoiseLevel> level = levels.get(g);
      if (level.isEmpty()) {
        rows[g * SIZE] = 1;
      } else {
        int at = g * SIZE + 1;
        spread(level.get().logRattle(), LEAST_RATTLE, MOST_RATTLE, rows, at);
        spread(level.get().logStrain(), LEAST_STRAIN, MOST_STRAIN, rows, at + GAUSSIANS);
      }
    }
    return rows;
  }

  /**
   * Factors of each graph's displacements and strains: in proportion to the level, so that the
   * network answers in like numbers at all of them, and hardly moves what is at rest.
   */
  static float[] scales(List<Optional<NoiseLevel>> levels, boolean strain) {
    float[] scales = new float[levels.size()];
    for (int g = 0; g < scales.length; g++) {
      double scale =
          strain
              ? levels.get(g).map(l -> Math.exp(l.logStrain()) / USUAL_STRAIN).orElse(1.0)
              : levels.get(g).map(l -> Math.exp(l.logRattle()) / USUAL_RATTLE).orElse(1.0);
      scales[g] = (float) scale;
    }
    return scales;
  }

  private static void spread(double value, double least, double most, float[] into, int at) {
    double spacing = (most - least) / (GAUSSIANS - 1);
    double place = Math.max(least, Math.min(most, value));
    for (int i = 0; i < GAUSSIANS; i++) {
      double u = (place - least) / spacing - i;
      into[at + i] = (float) Math.exp(-0.5 * u * u);
    }
  }
}
