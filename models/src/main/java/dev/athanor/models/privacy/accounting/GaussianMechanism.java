package dev.athanor.models.privacy.accounting;

/**
 * Numbers released with Gaussian noise: {@code RDP(alpha) = alpha S^2 / (2 sigma^2)} each time.
 *
 * @param sensitivity how far one record can move the numbers, Euclidean length, above 0
 * @param deviation of the noise on each number, above 0
 * @param releases how often
 * @see <a href="https://arxiv.org/abs/1702.07476">Mironov, Renyi differential privacy (2017),
 *     proposition 7</a>
 */
public record GaussianMechanism(double sensitivity, double deviation, long releases)
    implements PrivateMechanism {
  public GaussianMechanism {
    Parameters.positive("sensitivity", sensitivity);
    Parameters.positive("deviation", deviation);
    Parameters.counted(releases);
  }

  @Override
  public RenyiCost cost() {
    return RenyiCost.ofGaussian(sensitivity / deviation).times(releases);
  }

  @Override
  public Protected unit() {
    return Protected.RECORD;
  }
}
