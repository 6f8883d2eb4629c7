package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.transcription.PublishedClaim;
import dev.athanor.models.privacy.transcription.ReleasePlan;
import java.util.Locale;
import java.util.Optional;

/**
 * What a release promises, and what its paper would.
 *
 * @param sentence the guarantee in one plain sentence
 * @param epsilon that holds for records by the sound accountant; empty where none does
 * @param delta of it
 * @param paperEpsilon what the method's paper would claim for its own mechanism
 * @param paperMechanism what the paper noises and how
 * @param paperCaveat why that is, or is not, a guarantee for records
 */
public record Promise(
    String sentence,
    Optional<Double> epsilon,
    double delta,
    double paperEpsilon,
    String paperMechanism,
    String paperCaveat) {
  private static final double READABLE = 1000;

  /** What a plan promises. */
  static Promise of(ReleasePlan plan, int records) {
    Optional<PrivacyGuarantee> sound = plan.sound();
    PublishedClaim paper = plan.published();
    return new Promise(
        sound.map(guarantee -> sentence(guarantee, records)).orElse(NOTHING),
        sound.map(PrivacyGuarantee::epsilon),
        plan.asked().delta(),
        paper.epsilon(),
        paper.mechanism(),
        paper.caveat());
  }

  private static final String NOTHING =
      "Nothing is promised for single records: the teacher saw them without noise, so that this"
          + " model may be given away only where its records may be.";

  private static String sentence(PrivacyGuarantee guarantee, int records) {
    return String.format(
        Locale.ROOT,
        "Had any one of the %,d records been left out, everything that was released here would have"
            + " been as likely up to a factor of %s (e to the %.3g), but for a probability of %s.",
        records,
        factor(Math.exp(guarantee.epsilon())),
        guarantee.epsilon(),
        share(guarantee.delta()));
  }

  private static String factor(double factor) {
    return factor < 10
        ? String.format(Locale.ROOT, "%.2f", factor)
        : factor < READABLE
            ? String.format(Locale.ROOT, "%.0f", factor)
            : String.format(Locale.ROOT, "%,.0f", factor);
  }

  private static String share(double delta) {
    return String.format(Locale.ROOT, "1 in %,.0f", 1 / delta);
  }
}
