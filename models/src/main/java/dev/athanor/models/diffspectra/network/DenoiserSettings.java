package dev.athanor.models.diffspectra.network;

/**
 * Sizes of the denoiser.
 *
 * @param width of atoms
 * @param edgeWidth of pairs
 * @param heads of the attention; the first two look at bonds and near atoms only
 * @param blocks how many
 * @param spatial whether atoms have positions; without them it draws atoms and bonds only, which
 *     shows what positions are worth
 */
public record DenoiserSettings(int width, int edgeWidth, int heads, int blocks, boolean spatial) {
  /** As published; too slow to train on a processor. */
  public static final DenoiserSettings PUBLISHED = new DenoiserSettings(256, 64, 16, 8);

  public DenoiserSettings {
    if (width < 1 || edgeWidth < 1 || blocks < 1 || heads < 3 || width % heads != 0) {
      throw new IllegalArgumentException(
          "a denoiser needs widths and blocks above 0 and three heads or more that divide its"
              + " width");
    }
  }

  /** A denoiser of atoms in space. */
  public DenoiserSettings(int width, int edgeWidth, int heads, int blocks) {
    this(width, edgeWidth, heads, blocks, true);
  }

  /** The same without positions. */
  public DenoiserSettings withoutPositions() {
    return new DenoiserSettings(width, edgeWidth, heads, blocks, false);
  }
}
