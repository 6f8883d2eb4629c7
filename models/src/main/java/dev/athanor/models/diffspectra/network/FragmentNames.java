package dev.athanor.models.diffspectra.network;

import ai.djl.ndarray.NDArray;
import dev.athanor.models.learning.ParameterLayout;

/** Names fragments of a molecule by the encoded spectra. */
final class FragmentNames {
  /** Logarithm of how many times more often a fragment is missing than there, roughly. */
  private static final double RARE = 3;

  private final Parameters.Linear names;

  FragmentNames(int width, ParameterLayout layout) {
    names = Parameters.Linear.in(layout, "fragments", width, DiffusionNetwork.FRAGMENTS, 0.3);
  }

  /** Spectra x {@link DiffusionNetwork#FRAGMENTS}, logits. */
  NDArray forward(Parameters w, NDArray embedding) {
    return w.apply(names, embedding.getNDArrayInternal().gelu()).sub(RARE);
  }
}
