package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.transcription.PrivateRecords;

/**
 * What was read of a data set.
 *
 * @param records those that are as declared
 * @param passedOver lines without any of what was declared, or with something else in its place
 * @param firstBadLine number of the first of them; 0 where there are none
 */
public record LabelledRows(PrivateRecords records, int passedOver, int firstBadLine) {
  /** From this share of bad lines on, the declaration is taken to be wrong. */
  private static final double MANY = 0.1;

  /** Whether so many lines do not read that something else must have been meant. */
  public boolean looksMisdeclared() {
    return passedOver > MANY * (passedOver + records.size());
  }
}
