package dev.athanor.screening;

/** What a gate says of one specimen. */
public sealed interface Verdict {
  /**
   * It goes on.
   *
   * @param specimen with what the gate found out
   */
  record Passed(Specimen specimen) implements Verdict {}

  /**
   * It stays behind because it is not what is looked for.
   *
   * @param reason in words
   */
  record Left(String reason) implements Verdict {}

  /**
   * It could not be judged.
   *
   * @param code what kind of defect
   * @param reason in words
   */
  record Rejected(String code, String reason) implements Verdict {}
}
