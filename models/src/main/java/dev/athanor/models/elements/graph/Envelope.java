package dev.athanor.models.elements.graph;

/**
 * The weight of a neighbour: 1 close by, 0 at the reach of the centre, with two continuous
 * derivatives.
 *
 * <p>{@code w(u) = 1 - 28 u^6 + 48 u^7 - 21 u^8}, {@code u = distance / reach}. The reach of a
 * centre is the distance of the first neighbour that is not kept, so that which of several tied
 * neighbours is kept makes no difference.
 *
 * @see <a href="https://arxiv.org/abs/2003.03123">Gasteiger et al., directional message passing</a>
 */
final class Envelope {
  private Envelope() {}

  static double weight(double distance, double reach) {
    double u = distance / reach;
    if (u >= 1) {
      return 0;
    }
    double u3 = u * u * u;
    double u6 = u3 * u3;
    return Math.max(0, 1 - u6 * (28 - 48 * u + 21 * u * u));
  }
}
