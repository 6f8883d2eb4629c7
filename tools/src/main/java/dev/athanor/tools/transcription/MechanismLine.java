package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.accounting.ConfidentVotes;
import dev.athanor.models.privacy.accounting.GaussianMechanism;
import dev.athanor.models.privacy.accounting.LaplaceVotes;
import dev.athanor.models.privacy.accounting.NoisyVotes;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.RandomizedResponse;
import dev.athanor.models.privacy.accounting.SubsampledGaussian;
import java.math.BigDecimal;
import java.math.MathContext;
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
              "numbers that a record moves by at most %s, released with Gaussian noise of"
                  + " deviation %s",
              number(gaussian.sensitivity()), number(gaussian.deviation()))
          : format(
              "%,d releases of numbers that a record moves by at most %s, with Gaussian noise of"
                  + " deviation %s",
              gaussian.releases(), number(gaussian.sensitivity()), number(gaussian.deviation()));
    }
    if (mechanism instanceof SubsampledGaussian sampled) {
      return format(
          "%,d training steps, %s, contributions clipped to a length and summed under Gaussian noise"
              + " of %s times that length",
          sampled.steps(),
          sampled.rate() == 1
              ? "all records in each"
              : format("a record in each with probability %s", number(sampled.rate())),
          number(sampled.multiplier()));
    }
    if (mechanism instanceof NoisyVotes votes) {
      return format(
          "%s by majority of teachers on disjoint parts, Gaussian noise of %s votes on each"
              + " count",
          labels(votes.answers()), number(votes.deviation()));
    }
    if (mechanism instanceof ConfidentVotes votes) {
      return format(
          "%,d of %,d labels by majority of teachers on disjoint parts where they agree, Gaussian"
              + " noise of %s votes on the check and %s on each count",
          votes.answers(),
          votes.questions(),
          number(votes.checkDeviation()),
          number(votes.answerDeviation()));
    }
    if (mechanism instanceof LaplaceVotes votes) {
      return format(
          "%s by majority of teachers on disjoint parts, Laplace noise of scale %s votes on"
              + " each count",
          labels(votes.answers()), number(1 / votes.gamma()));
    }
    if (mechanism instanceof RandomizedResponse response) {
      return format(
          "%s told by randomised response among %d, the true one with probability %.3f",
          labels(response.answers()), response.labels(), response.keepProbability());
    }
    throw new IllegalArgumentException("no words for " + mechanism);
  }

  private static String labels(long count) {
    return count == 1 ? "one label" : format("%,d labels", count);
  }

  /** Four digits, without zeros that say nothing. */
  private static String number(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
