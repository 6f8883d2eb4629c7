package dev.athanor.models.elements.graph;

/**
 * Weighted sums of the spherical harmonics of some directions, order 1 to 6, and the power that is
 * left in each order.
 *
 * <p>By the addition theorem {@code sum_jk w_j w_k P_l(cos jk) = sum_m c_lm |sum_j w_j Q_lm(z_j)
 * (x_j + i y_j)^m|^2} with {@code Q_lm = P_lm / sin^m}, a polynomial in z, and {@code c_l0 = 1},
 * {@code c_lm = 2 (l - m)! / (l + m)!}: one pass over the directions instead of one over their
 * pairs.
 */
final class HarmonicSums {
  private static final int ORDERS = AngularFeatures.ORDERS;

  /** Pairs of m, from 0, and l, from the greater of m and 1, in this order. */
  private static final int TERMS = (ORDERS + 1) * (ORDERS + 2) / 2 - 1;

  /** {@code c_lm}, and how {@code Q_lm} comes from the two before: {@code a z Q_l-1 - b Q_l-2}. */
  private static final double[] FACTOR = new double[TERMS];

  private static final double[] NEAR = new double[TERMS];
  private static final double[] FAR = new double[TERMS];
  private static final int[] ORDER = new int[TERMS];

  static {
    int at = 0;
    for (int m = 0; m <= ORDERS; m++) {
      for (int l = Math.max(1, m); l <= ORDERS; l++) {
        double ratio = m == 0 ? 1 : 2;
        for (int k = l - m + 1; k <= l + m; k++) {
          ratio /= k;
        }
        ORDER[at] = l;
        FACTOR[at] = ratio;
        NEAR[at] = l > m ? (2 * l - 1.0) / (l - m) : 0;
        FAR[at++] = l > m ? (l + m - 1.0) / (l - m) : 0;
      }
    }
  }

  /** By channel the real parts, then the imaginary ones. */
  private final double[][] sums;

  private final double[] terms = new double[2 * TERMS];

  /** Sums of nothing, for so many sets of weights. */
  HarmonicSums(int channels) {
    sums = new double[channels][2 * TERMS];
  }

  /** Takes another unit vector as the one to be added. */
  void direction(double x, double y, double z) {
    double re = 1;
    double im = 0;
    double diagonal = 1;
    int at = 0;
    for (int m = 0; m <= ORDERS; m++) {
      double before = 0;
      double now = diagonal;
      if (m > 0) {
        terms[at] = now * re;
        terms[TERMS + at++] = now * im;
      }
      for (int l = m + 1; l <= ORDERS; l++) {
        double next = NEAR[at] * z * now - FAR[at] * before;
        before = now;
        now = next;
        terms[at] = now * re;
        terms[TERMS + at++] = now * im;
      }
      diagonal *= 2 * m + 1;
      double turned = re * x - im * y;
      im = re * y + im * x;
      re = turned;
    }
  }

  /** Adds the direction with a weight to the sums of a channel. */
  void add(int channel, double weight) {
    double[] into = sums[channel];
    for (int t = 0; t < into.length; t++) {
      into[t] += weight * terms[t];
    }
  }

  /**
   * Adds {@code sum_jk w_j w_k P_l(cos jk)} of a channel, l from 1, times a scale, to {@code into}.
   */
  void powers(int channel, double scale, float[] into, int offset) {
    double[] own = sums[channel];
    double[] power = new double[ORDERS];
    for (int t = 0; t < TERMS; t++) {
      power[ORDER[t] - 1] += FACTOR[t] * (own[t] * own[t] + own[TERMS + t] * own[TERMS + t]);
    }
    for (int l = 0; l < ORDERS; l++) {
      into[offset + l] += (float) (power[l] * scale);
    }
  }
}
