package dev.athanor.models.privacy.features;

import ai.djl.ndarray.NDManager;
import java.util.Map;

/**
 * How inputs become features: all that must be known to compute them again elsewhere, which is why
 * it is part of a student's file.
 */
public interface FeatureKind {
  /** Tells kinds apart in files, such as {@code scattering}. */
  String name();

  /** Numbers that with the name say everything. */
  Map<String, Double> settings();

  /** Numbers of an input. */
  int inputWidth();

  /** Whether linear classifiers on the features do nearly as well as any. */
  default boolean linear() {
    return true;
  }

  /** The features, ready for use; their arrays live in {@code parent} until closed. */
  FeatureMap open(NDManager parent);
}
