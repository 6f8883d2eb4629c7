package dev.athanor.models.diffspectra.network;

import ai.djl.ndarray.NDArray;
import dev.athanor.models.learning.ParameterLayout;

/**
 * What a plain network of three layers makes of all spectra at once.
 *
 * <p>It sees each piece as the roots of the means over {@value #STEPS} steps, so that weak lines
 * count, and which pieces there are. It costs a twentieth of the transformer over the same pieces,
 * which is why it can learn first, by itself, what the transformer then refines.
 */
final class SpectrumGlance {
  private static final int STEPS = 20;
  private static final float SCALE = 2;

  private final EncoderSettings settings;
  private final Parameters.Linear first;
  private final Parameters.Linear second;
  private final Parameters.Linear last;

  SpectrumGlance(EncoderSettings settings, ParameterLayout layout) {
    this.settings = settings;
    int d = settings.width();
    first = Parameters.Linear.in(layout, "glance.first", inputsOfOne(), 2 * d, 1.4);
    second = Parameters.Linear.in(layout, "glance.second", 2 * d, 2 * d, 1.4);
    last = Parameters.Linear.in(layout, "glance.last", 2 * d, d, 1);
  }

  /** Numbers that it sees of one molecule. */
  int inputsOfOne() {
    return settings.tokens() * (STEPS + 1);
  }

  /** Those of a batch, one molecule after the other: all steps, then which pieces there are. */
  float[] inputs(SpectrumTokens spectra) {
    float[] inputs = new float[spectra.count() * inputsOfOne()];
    int pieces = settings.tokens();
    for (int m = 0; m < spectra.count(); m++) {
      int from = m * inputsOfOne();
      int piece = 0;
      for (int s = 0; s < settings.patchings().size(); s++) {
        Patching patching = settings.patchings().get(s);
        for (int k = 0; k < patching.tokens(); k++) {
          int row = m * patching.tokens() + k;
          float seen = spectra.seen().get(s)[row];
          if (seen > 0) {
            steps(
                spectra.pieces().get(s),
                row * patching.length(),
                patching.length(),
                inputs,
                from + piece * STEPS);
          }
          inputs[from + pieces * STEPS + piece] = seen;
          piece++;
        }
      }
    }
    return inputs;
  }

  private static void steps(float[] piece, int from, int length, float[] inputs, int at) {
    for (int step = 0; step < STEPS; step++) {
      int begin = step * length / STEPS;
      int end = Math.max(begin + 1, (step + 1) * length / STEPS);
      double sum = 0;
      for (int i = begin; i < end; i++) {
        sum += piece[from + i];
      }
      inputs[at + step] = SCALE * (float) Math.sqrt(Math.max(0, sum / (end - begin)));
    }
  }

  /** Whether an input is a step of a piece; else it says whether there is the piece. */
  boolean isStep(int input) {
    return input < settings.tokens() * STEPS;
  }

  /** The place of the spectrum that an input tells of. */
  int spectrum(int input) {
    int piece = isStep(input) ? input / STEPS : input - settings.tokens() * STEPS;
    int s = 0;
    while (piece >= settings.patchings().get(s).tokens()) {
      piece -= settings.patchings().get(s).tokens();
      s++;
    }
    return s;
  }

  /** Spectra x width of the encoder. */
  NDArray forward(Parameters w, NDArray inputs) {
    NDArray thought = w.apply(first, inputs).getNDArrayInternal().gelu();
    return w.apply(last, w.apply(second, thought).getNDArrayInternal().gelu());
  }
}
