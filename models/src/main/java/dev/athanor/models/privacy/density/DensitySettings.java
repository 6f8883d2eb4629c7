package dev.athanor.models.privacy.density;

/**
 * How large a mixture is.
 *
 * @param coordinates of the public basis, at most
 * @param dimensions that the mixture lies in, at most; directions that drown in noise are left out
 * @param components for each label
 * @param rounds of clustering
 */
public record DensitySettings(int coordinates, int dimensions, int components, int rounds) {
  public DensitySettings {
    if (coordinates < 1 || dimensions < 1 || components < 1 || rounds < 0) {
      throw new IllegalArgumentException("a density has at least one dimension and component");
    }
  }

  /**
   * Sizes that a noise allows.
   *
   * @param records how many there are
   * @param deviation of the noise if all of the density's budget went into one sum
   */
  public static DensitySettings fitting(int records, double deviation) {
    double signal = records / Math.max(deviation, 0.1);
    return new DensitySettings(
        (int) Math.max(40, Math.min(200, signal / 100)),
        (int) Math.max(8, Math.min(60, signal / 300)),
        signal > 30_000 ? 6 : signal > 15_000 ? 3 : 1,
        3);
  }
}
