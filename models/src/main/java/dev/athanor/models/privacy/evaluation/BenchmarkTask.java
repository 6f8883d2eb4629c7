package dev.athanor.models.privacy.evaluation;

import dev.athanor.models.privacy.transcription.LabelledSamples;
import dev.athanor.models.privacy.transcription.PrivateRecords;

/**
 * Records that stand for private ones, and others to measure with.
 *
 * @param name of the data set, such as {@code mnist}
 * @param measure what classifiers of it are judged by
 * @param splits one for each seed
 */
public record BenchmarkTask(String name, Measure measure, Splits splits) {
  /** One way of dividing a data set. */
  public interface Split {
    /** Records that are taken as private. */
    PrivateRecords training();

    /** Inputs and labels that nothing learns from. */
    LabelledSamples test();

    /** Figure of the best classifier at hand that knows no privacy, learned from the same part. */
    double teacher();
  }

  /** Gives divisions; equal seeds give equal ones. */
  @FunctionalInterface
  public interface Splits {
    /** The division of a seed. */
    Split of(long seed);
  }
}
