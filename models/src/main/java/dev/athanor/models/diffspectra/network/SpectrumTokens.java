package dev.athanor.models.diffspectra.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The pieces of a batch of spectra and which of them are seen.
 *
 * @param count molecules
 * @param pieces of each of the three spectra: molecules x pieces x points
 * @param seen of each of the three spectra: molecules x pieces, 1 or 0
 */
public record SpectrumTokens(int count, List<float[]> pieces, List<float[]> seen) {
  public SpectrumTokens {
    pieces = List.copyOf(pieces);
    seen = List.copyOf(seen);
  }

  /** The spectra of one molecule: ultraviolet, infrared, Raman, on their grids. */
  public record Input(
      Optional<float[]> ultraviolet, Optional<float[]> infrared, Optional<float[]> raman) {
    /** No spectrum at all: a molecule drawn from what molecules are like. */
    public static final Input NOTHING =
        new Input(Optional.empty(), Optional.empty(), Optional.empty());

    private List<Optional<float[]>> all() {
      return List.of(ultraviolet, infrared, raman);
    }
  }

  /** Cuts spectra; whatever is missing is unseen. */
  public static SpectrumTokens of(List<Input> inputs, EncoderSettings settings) {
    List<float[]> pieces = new ArrayList<>();
    List<float[]> seen = new ArrayList<>();
    for (int s = 0; s < settings.patchings().size(); s++) {
      Patching patching = settings.patchings().get(s);
      int each = patching.tokens() * patching.length();
      float[] cut = new float[inputs.size() * each];
      float[] mask = new float[inputs.size() * patching.tokens()];
      for (int m = 0; m < inputs.size(); m++) {
        Optional<float[]> spectrum = inputs.get(m).all().get(s);
        if (spectrum.isPresent()) {
          patching.cut(spectrum.get(), cut, m * each);
          Arrays.fill(mask, m * patching.tokens(), (m + 1) * patching.tokens(), 1);
        }
      }
      pieces.add(cut);
      seen.add(mask);
    }
    return new SpectrumTokens(inputs.size(), pieces, seen);
  }

  /** The same with a share of the seen pieces hidden, for reconstruction. */
  public SpectrumTokens hiding(double share, Random random) {
    List<float[]> masks = new ArrayList<>();
    for (float[] mask : seen) {
      float[] hidden = mask.clone();
      for (int i = 0; i < hidden.length; i++) {
        if (random.nextDouble() < share) {
          hidden[i] = 0;
        }
      }
      masks.add(hidden);
    }
    return new SpectrumTokens(count, pieces, masks);
  }
}
