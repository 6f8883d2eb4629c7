package dev.athanor.models.elements.graph;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.NeighborList;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.Map;

/**
 * The angles between the neighbours of a site, as numbers that no rotation changes.
 *
 * <p>{@code p_l = sum_jk w_j w_k P_l(cos jk) / (sum_j |w_j|)^2} with Legendre polynomials {@code
 * P_l}, l from 1 to 6, for three weightings: all neighbours, the first shell only, and all
 * neighbours times their difference in electronegativity. These are the rotation invariants of
 * Steinhardt et al. (1983), squared. They say nothing about which neighbour sits where.
 */
final class AngularFeatures {
  static final int ORDERS = 6;
  static final int CHANNELS = 3;
  static final int SIZE = ORDERS * CHANNELS;

  private static final double SHELL_WIDTH = 0.15;
  private static final double NEUTRAL = 2.0;

  private AngularFeatures() {}

  /** Mean electronegativity of a site, Pauling; 2 where the elements have none. */
  static double electronegativity(Site site) {
    double sum = 0;
    double total = 0;
    for (Map.Entry<Element, Double> entry : site.occupancies().entrySet()) {
      sum += entry.getValue() * entry.getKey().electronegativity().orElse(NEUTRAL);
      total += entry.getValue();
    }
    return sum / total;
  }

  /** Adds the features of one site to {@code into} at {@code offset}. */
  static void add(
      NeighborList list, int site, double reach, double[] negativity, float[] into, int offset) {
    int start = list.start(site);
    int count = 0;
    while (start + count < list.end(site) && list.distance(start + count) < reach) {
      count++;
    }
    if (count == 0) {
      return;
    }
    double nearest = list.distance(start);
    double[] direction = new double[3 * count];
    double[][] weight = new double[CHANNELS][count];
    double[] norm = new double[CHANNELS];
    for (int j = 0; j < count; j++) {
      int bond = start + j;
      double distance = list.distance(bond);
      Vector3 arrow = list.displacement(bond);
      direction[3 * j] = arrow.x() / distance;
      direction[3 * j + 1] = arrow.y() / distance;
      direction[3 * j + 2] = arrow.z() / distance;
      double envelope = Envelope.weight(distance, reach);
      double shell = (distance / nearest - 1) / SHELL_WIDTH;
      weight[0][j] = envelope;
      weight[1][j] = envelope * Math.exp(-0.5 * shell * shell);
      weight[2][j] = envelope * (negativity[list.neighbor(bond)] - negativity[site]);
      norm[0] += weight[0][j];
      norm[1] += weight[1][j];
    }
    // contrast is measured against all neighbours: without contrast its features vanish
    norm[2] = norm[0];
    double[] sums = new double[SIZE];
    for (int j = 0; j < count; j++) {
      for (int k = 0; k <= j; k++) {
        double x =
            direction[3 * j] * direction[3 * k]
                + direction[3 * j + 1] * direction[3 * k + 1]
                + direction[3 * j + 2] * direction[3 * k + 2];
        double pair = j == k ? 1 : 2;
        double w0 = pair * weight[0][j] * weight[0][k];
        double w1 = pair * weight[1][j] * weight[1][k];
        double w2 = pair * weight[2][j] * weight[2][k];
        double before = 1;
        double now = x;
        for (int l = 1; l <= ORDERS; l++) {
          sums[l - 1] += w0 * now;
          sums[ORDERS + l - 1] += w1 * now;
          sums[2 * ORDERS + l - 1] += w2 * now;
          double next = ((2 * l + 1) * x * now - l * before) / (l + 1);
          before = now;
          now = next;
        }
      }
    }
    for (int channel = 0; channel < CHANNELS; channel++) {
      double scale = norm[channel] > 1e-9 ? 1 / (norm[channel] * norm[channel]) : 0;
      for (int l = 0; l < ORDERS; l++) {
        into[offset + channel * ORDERS + l] += (float) (sums[channel * ORDERS + l] * scale);
      }
    }
  }
}
