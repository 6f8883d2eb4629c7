package dev.athanor.models.privacy.transcription;

import ai.djl.ndarray.NDManager;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.features.FeatureRows;
import java.util.Arrays;
import java.util.Optional;

/**
 * Labelled records that must not be disclosed. Nothing here prints them: {@code toString} tells
 * sizes only, which are taken as known.
 */
public final class PrivateRecords {
  private final Domain domain;
  private final float[] inputs;
  private final int[] labels;
  private final Optional<float[]> features;

  /**
   * Records; the arrays are kept, not copied, since they may be large.
   *
   * @param inputs one after the other, each of the domain's width and within its range
   * @param labels from 0 on
   */
  public PrivateRecords(Domain domain, float[] inputs, int[] labels) {
    this(domain, inputs, labels, Optional.empty());
  }

  private PrivateRecords(Domain domain, float[] inputs, int[] labels, Optional<float[]> features) {
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
    this.features = features;
  }

  /**
   * The same with their features computed once, for several trainings on the same records. Takes
   * much memory: nearly a gigabyte for sixty thousand small pictures.
   */
  public PrivateRecords withFeatures() {
    try (NDManager scope = TorchEngine.newManager();
        FeatureMap map = domain.features().open(scope)) {
      float[] rows = FeatureRows.of(map, inputs, scope).toFloatArray();
      return new PrivateRecords(domain, inputs, labels, Optional.of(rows));
    }
  }

  /** Their features one after the other, where {@link #withFeatures} computed them. */
  Optional<float[]> knownFeatures() {
    return features;
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
