package dev.athanor.models.privacy.students;

import dev.athanor.models.privacy.transcription.Domain;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Size of a student, and how it learns.
 *
 * @param hidden widths of its hidden layers; none for a linear student
 * @param batch samples in a step
 * @param decay of weights, per unit of rate
 * @param average how much of the running average of the weights a step keeps
 */
public record StudentSettings(List<Integer> hidden, int batch, double decay, double average) {
  public StudentSettings {
    hidden = List.copyOf(hidden);
    if (batch < 1 || !(decay >= 0) || !(average >= 0 && average < 1)) {
      throw new IllegalArgumentException("a student learns from one sample at a time or more");
    }
    for (int width : hidden) {
      if (width < 1) {
        throw new IllegalArgumentException("a layer is one wide or more: " + width);
      }
    }
  }

  /** A student that is linear in the features. */
  public static StudentSettings linear() {
    return new StudentSettings(List.of(), 256, 0.01, 0.99);
  }

  /** A student that suits a domain: linear where its features are made for that, else a network. */
  public static StudentSettings of(Domain domain) {
    return domain.features().linear() ? linear() : linear().withHidden(List.of(128, 64));
  }

  /** The same of another size. */
  public StudentSettings withHidden(List<Integer> newHidden) {
    return new StudentSettings(newHidden, batch, decay, average);
  }

  /** Widths of all layers. */
  int[] widths(int features, int classes) {
    return Stream.of(
            IntStream.of(features),
            hidden.stream().mapToInt(Integer::intValue),
            IntStream.of(classes))
        .flatMapToInt(widths -> widths)
        .toArray();
  }
}
