package dev.athanor.models.privacy.transcription;

import java.util.Arrays;

/**
 * Labelled records that must not be disclosed. Nothing here prints them: {@code toString} tells
 * sizes only, which are taken as known.
 */
public final class PrivateRecords {
  private final Domain domain;
  private final float[] inputs;
  private final int[] labels;

  /**
   * Records; the arrays are kept, not copied, since they may be large.
   *
   * @param inputs one after the other, each of the domain's width and within its range
   * @param labels from 0 on
   */
  public PrivateRecords(Domain domain, float[] inputs, int[] labels) {
    int width = domain.features().inputWidth();
    if (inputs.length != labels.length * (long) width) {
      throw new IllegalArgumentException(
          inputs.length + " numbers are not " + labels.length + " inputs of " + width);
    }
    for (int label : labels) {
      if (label < 0 || label >= domain.classes()) {
        throw new IllegalArgumentException("a label is outside 0 to " + (domain.classes() - 1));
      }
    }
    this.domain = domain;
    this.inputs = inputs;
    this.labels = labels;
  }

  /** What is known of them. */
  public Domain domain() {
    return domain;
  }

  /** How many there are. */
  public int size() {
    return labels.length;
  }

  /** The inputs of records {@code from} to before {@code to}, one after the other. */
  public float[] inputs(int from, int to) {
    int width = domain.features().inputWidth();
    return Arrays.copyOfRange(inputs, from * width, to * width);
  }

  /** The labels, in order. */
  public int[] labels() {
    return labels.clone();
  }

  @Override
  public String toString() {
    return size() + " private records";
  }
}
