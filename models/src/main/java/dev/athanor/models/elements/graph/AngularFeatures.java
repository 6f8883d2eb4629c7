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
    HarmonicSums sums = new HarmonicSums(CHANNELS);
    double[] norm = new double[CHANNELS];
    for (int bond = start; bond < start + count; bond++) {
      double distance = list.distance(bond);
      Vector3 arrow = list.displacement(bond);
      sums.direction(arrow.x() / distance, arrow.y() / distance, arrow.z() / distance);
      double envelope = Envelope.weight(distance, reach);
      double shell = (distance / nearest - 1) / SHELL_WIDTH;
      double first = envelope * Math.exp(-0.5 * shell * shell);
      sums.add(0, envelope);
      sums.add(1, first);
      sums.add(2, envelope * (negativity[list.neighbor(bond)] - negativity[site]));
      norm[0] += envelope;
      norm[1] += first;
    }
    // contrast is measured against all neighbours: without contrast its features vanish
    norm[2] = norm[0];
    for (int channel = 0; channel < CHANNELS; channel++) {
      double scale = norm[channel] > 1e-9 ? 1 / (norm[channel] * norm[channel]) : 0;
      sums.powers(channel, scale, into, offset + channel * ORDERS);
    }
  }
}
