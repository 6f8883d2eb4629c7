package dev.athanor.models.privacy.accounting;

/**
 * What is promised: for data sets that differ in one record, no outcome is likelier on the one than
 * {@code e^epsilon} times its likelihood on the other, up to a probability {@code delta}.
 *
 * @param epsilon at least 0; infinite where nothing is promised
 * @param delta 0 to 1, exclusive
 */
public record PrivacyGuarantee(double epsilon, double delta) {
  public PrivacyGuarantee {
    if (!(epsilon >= 0)) {
      throw new IllegalArgumentException("epsilon is at least 0: " + epsilon);
    }
    if (!(delta > 0 && delta < 1)) {
      throw new IllegalArgumentException("delta lies between 0 and 1: " + delta);
    }
  }
}
