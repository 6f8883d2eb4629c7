package dev.athanor.models.privacy.accounting;

/**
 * The label with most votes after Laplace noise of scale {@code 1 / gamma} on each count (LNMax),
 * of teachers on disjoint parts: a record moves one vote from one count to another, so that each
 * answer is {@code 2 gamma}-differentially private.
 *
 * @param gamma inverse scale of the noise, above 0
 * @param answers how many labels are released
 * @see <a href="https://arxiv.org/abs/1610.05755">Papernot et al., Semi-supervised knowledge
 *     transfer for deep learning from private training data (2017)</a>
 */
public record LaplaceVotes(double gamma, long answers) implements PrivateMechanism {
  public LaplaceVotes {
    Parameters.positive("gamma", gamma);
    Parameters.counted(answers);
  }

  @Override
  public RenyiCost cost() {
    return PureEpsilon.cost(2 * gamma).times(answers);
  }

  @Override
  public Protected unit() {
    return Protected.RECORD;
  }
}
