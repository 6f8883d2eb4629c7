package dev.athanor.models.diffspectra.network;

/**
 * Sizes of the denoiser.
 *
 * @param width of atoms
 * @param edgeWidth of pairs
 * @param heads of the attention; the first two look at bonds and near atoms only
 * @param blocks how many
 */
public record DenoiserSettings(int width, int edgeWidth, int heads, int blocks) {
  /** As published; too slow to train on a processor. */
  public static final DenoiserSettings PUBLISHED = new DenoiserSettings(256, 64, 16, 8);

  public DenoiserSettings {
    if (width < 1 || edgeWidth < 1 || blocks < 1 || heads < 3 || width % heads != 0) {
      throw new IllegalArgumentException(
          "a denoiser needs widths and blocks above 0 and three heads or more that divide its"
              + " width");
    }
  }
}
