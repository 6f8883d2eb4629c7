package dev.athanor.models.privacy.transcription;

/**
 * Made-up inputs with what they are labelled as.
 *
 * @param inputs one after the other
 * @param labels one for each
 */
@SuppressWarnings("ArrayRecordComponent") // large; handed on, never compared
public record LabelledSamples(float[] inputs, int[] labels) {
  public LabelledSamples {
    if (labels.length == 0 ? inputs.length > 0 : inputs.length % labels.length != 0) {
      throw new IllegalArgumentException(
          inputs.length + " numbers do not divide into " + labels.length + " inputs");
    }
  }

  /** How many there are. */
  public int size() {
    return labels.length;
  }
}
