package dev.athanor.models.privacy.students;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.privacy.columns.ColumnFeatures;
import dev.athanor.models.privacy.composition.CompositionFeatures;
import dev.athanor.models.privacy.features.FeatureKind;
import dev.athanor.models.privacy.images.PictureFeatures;
import java.util.Map;

/** Turns the names of features in files into the features themselves. */
@FunctionalInterface
public interface FeatureKinds {
  /**
   * Features of a name.
   *
   * @param name that {@link FeatureKind#name} gave
   * @param settings that {@link FeatureKind#settings} gave; from a file, so not to be trusted
   * @throws ModelException {@code WEIGHTS_MISMATCH} where there are none of that name and settings
   */
  FeatureKind of(String name, Map<String, Double> settings);

  /** Those that are built in. */
  static FeatureKinds builtIn() {
    return (name, settings) -> {
      if (name.equals(PictureFeatures.NAME)) {
        return new PictureFeatures(
            whole(settings.getOrDefault("side", 0.0), PictureFeatures.LARGEST_SIDE));
      }
      if (name.equals(CompositionFeatures.NAME) && settings.isEmpty()) {
        return new CompositionFeatures();
      }
      if (name.equals(ColumnFeatures.NAME)) {
        return new ColumnFeatures(
            whole(settings.getOrDefault("columns", 0.0), ColumnFeatures.MOST_COLUMNS));
      }
      throw new ModelException(
          ModelErrors.WEIGHTS_MISMATCH, "a student sees by features that are unknown here");
    };
  }

  private static int whole(double value, int most) {
    if (value != Math.rint(value) || value < 1 || value > most) {
      throw new ModelException(
          ModelErrors.WEIGHTS_MISMATCH, "a student sees inputs of an impossible size");
    }
    return (int) value;
  }
}
