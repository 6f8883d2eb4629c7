package dev.athanor.matter.diffraction;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;

/**
 * X-rays of one wavelength.
 *
 * @param name as a diffractometer's manual writes it
 * @param wavelength angstrom
 */
public record Radiation(String name, double wavelength) {
  /** Copper, mean of both K-alpha lines. */
  public static final Radiation COPPER_K_ALPHA = new Radiation("Cu K-alpha", 1.54184);

  /** Copper K-alpha1, behind a monochromator. */
  public static final Radiation COPPER_K_ALPHA_1 = new Radiation("Cu K-alpha1", 1.54056);

  /** Molybdenum K-alpha. */
  public static final Radiation MOLYBDENUM_K_ALPHA = new Radiation("Mo K-alpha", 0.71073);

  /** Cobalt K-alpha. */
  public static final Radiation COBALT_K_ALPHA = new Radiation("Co K-alpha", 1.79026);

  /** Iron K-alpha. */
  public static final Radiation IRON_K_ALPHA = new Radiation("Fe K-alpha", 1.93735);

  /** Chromium K-alpha. */
  public static final Radiation CHROMIUM_K_ALPHA = new Radiation("Cr K-alpha", 2.29100);

  /** Silver K-alpha. */
  public static final Radiation SILVER_K_ALPHA = new Radiation("Ag K-alpha", 0.560885);

  public Radiation {
    if (!(wavelength > 0.01) || !(wavelength < 20)) {
      throw new MatterException(
          MatterErrors.TOO_LARGE,
          "a wavelength must lie between 0.01 and 20 angstrom: " + wavelength);
    }
  }
}
