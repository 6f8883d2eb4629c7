package dev.athanor.models.privacy.accounting;

/**
 * The label with most votes after Gaussian noise on each count (GNMax), of teachers that learned
 * from disjoint parts of the records, so that a record moves one vote: {@code RDP(alpha) = alpha /
 * sigma^2} each time, whatever the votes are.
 *
 * @param deviation of the noise on each count, in votes, above 0
 * @param answers how many labels are released
 * @see <a href="https://arxiv.org/abs/1802.08908">Papernot et al., Scalable private learning with
 *     PATE (2018), proposition 8</a>
 */
public record NoisyVotes(double deviation, long answers) implements PrivateMechanism {
  public NoisyVotes {
    Parameters.positive("deviation", deviation);
    Parameters.counted(answers);
  }

  @Override
  public RenyiCost cost() {
    // a vote leaves one count and joins another
    return RenyiCost.ofGaussian(Math.sqrt(2) / deviation).times(answers);
  }

  @Override
  public Protected unit() {
    return Protected.RECORD;
  }
}
