package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.accounting.ConfidentVotes;
import dev.athanor.models.privacy.accounting.GaussianMechanism;
import dev.athanor.models.privacy.accounting.LaplaceVotes;
import dev.athanor.models.privacy.accounting.NoisyVotes;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.RandomizedResponse;
import dev.athanor.models.privacy.accounting.SubsampledGaussian;
import java.util.Locale;

/**
 * Something that touches records, in words, with what it would cost alone.
 *
 * @param words what it is
 * @param protects {@code record} or {@code label}
 * @param epsilon of it alone, at the delta of the report; costs of several add up to less than
 *     their epsilons do
 */
public record MechanismLine(String words, String protects, double epsilon) {
  /** A mechanism in words. */
  public static MechanismLine of(PrivateMechanism mechanism, double delta) {
    return new MechanismLine(
        words(mechanism),
        mechanism.unit().name().toLowerCase(Locale.ROOT),
        mechanism.cost().guarantee(delta).epsilon());
  }

  private static String words(PrivateMechanism mechanism) {
    if (mechanism instanceof GaussianMechanism gaussian) {
      return gaussian.releases() == 1
          ? format(
              "numbers that a record moves by at most %.4g, released with Gaussian noise of"
                  + " deviation %.4g",
              gaussian.sensitivity(), gaussian.deviation())
          : format(
              "%,d releases of numbers that a record moves by at most %.4g, with Gaussian noise of"
                  + " deviation %.4g",
              gaussian.releases(), gaussian.sensitivity(), gaussian.deviation());
    }
    if (mechanism instanceof SubsampledGaussian sampled) {
      return format(
          "%,d training steps, %s, contributions clipped to a length and summed under Gaussian noise"
              + " of %.4g times that length",
          sampled.steps(),
          sampled.rate() == 1
              ? "all records in each"
              : format("a record in each with probability %.4g", sampled.rate()),
          sampled.multiplier());
    }
    if (mechanism instanceof NoisyVotes votes) {
      return format(
          "%,d labels by majority of teachers on disjoint parts, Gaussian noise of %.4g votes on each"
              + " count",
          votes.answers(), votes.deviation());
    }
    if (mechanism instanceof ConfidentVotes votes) {
      return format(
          "%,d of %,d labels by majority of teachers on disjoint parts where they agree, Gaussian"
              + " noise of %.4g votes on the check and %.4g on each count",
          votes.answers(), votes.questions(), votes.checkDeviation(), votes.answerDeviation());
    }
    if (mechanism instanceof LaplaceVotes votes) {
      return format(
          "%,d labels by majority of teachers on disjoint parts, Laplace noise of scale %.4g votes on"
              + " each count",
          votes.answers(), 1 / votes.gamma());
    }
    if (mechanism instanceof RandomizedResponse response) {
      return format(
          "%,d labels told by randomised response among %d, the true one with probability %.3f",
          response.answers(), response.labels(), response.keepProbability());
    }
    throw new IllegalArgumentException("no words for " + mechanism);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
