package dev.athanor.models.privacy.accounting;

/**
 * Noisy votes that are answered only where the teachers agree (Confident-GNMax): the highest count
 * is compared with a threshold under noise of {@code sigma_1}, {@code RDP(alpha) = alpha / (2
 * sigma_1^2)} for every question, and the label is released under noise of {@code sigma_2} for
 * those above it, {@code alpha / sigma_2^2} each.
 *
 * @param checkDeviation of the noise on the highest count, in votes, above 0
 * @param answerDeviation of the noise on each count of an answer, in votes, above 0
 * @param questions how many are compared with the threshold
 * @param answers how many labels are released at most; no more than {@code questions}
 * @see <a href="https://arxiv.org/abs/1802.08908">Papernot et al., Scalable private learning with
 *     PATE (2018), algorithm 1</a>
 */
public record ConfidentVotes(
    double checkDeviation, double answerDeviation, long questions, long answers)
    implements PrivateMechanism {
  public ConfidentVotes {
    Parameters.positive("deviation of the check", checkDeviation);
    Parameters.positive("deviation of the answer", answerDeviation);
    Parameters.counted(questions);
    Parameters.counted(answers);
    if (answers > questions) {
      throw new IllegalArgumentException(
          "there are no more answers than questions: " + answers + " of " + questions);
    }
  }

  @Override
  public RenyiCost cost() {
    return new GaussianMechanism(1, checkDeviation, questions)
        .cost()
        .plus(new NoisyVotes(answerDeviation, answers).cost());
  }

  @Override
  public Protected unit() {
    return Protected.RECORD;
  }
}
