package dev.athanor.models.diffspectra.network;

import java.util.List;

/**
 * Sizes of the encoder of spectra.
 *
 * @param patchings of ultraviolet, infrared and Raman spectra, in this order
 * @param width of tokens and of the result
 * @param heads of the attention
 * @param layers how many
 * @param summaries tokens without a spectrum, which collect what the result is made of
 */
public record EncoderSettings(
    List<Patching> patchings, int width, int heads, int layers, int summaries) {
  /** Points of an ultraviolet spectrum. */
  public static final int UV_POINTS = 701;

  /** Points of an infrared and of a Raman spectrum. */
  public static final int VIBRATION_POINTS = 3501;

  /** As published, 347 tokens. */
  public static final EncoderSettings PUBLISHED = of(20, 10, 50, 25, 128, 16, 3, 1);

  public EncoderSettings {
    patchings = List.copyOf(patchings);
    if (patchings.size() != 3 || heads < 1 || width % heads != 0 || layers < 1 || summaries < 1) {
      throw new IllegalArgumentException(
          "an encoder needs three spectra, layers, summaries, and heads that divide its width");
    }
  }

  /** Pieces of one kind for ultraviolet and of another for both vibrational spectra. */
  public static EncoderSettings of(
      int uvLength,
      int uvStride,
      int length,
      int stride,
      int width,
      int heads,
      int layers,
      int summaries) {
    Patching vibration = new Patching(VIBRATION_POINTS, length, stride);
    return new EncoderSettings(
        List.of(new Patching(UV_POINTS, uvLength, uvStride), vibration, vibration),
        width,
        heads,
        layers,
        summaries);
  }

  /** Pieces of all spectra together. */
  public int tokens() {
    return patchings.stream().mapToInt(Patching::tokens).sum();
  }
}
