package dev.athanor.matter.diffraction;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.List;

/**
 * X-rays or neutrons of one wavelength. K-alpha without a number is the mean of K-alpha1 and
 * K-alpha2, weighted two to one, as a diffractometer without monochromator sees it.
 *
 * @param name as a diffractometer's manual writes it
 * @param wavelength angstrom; the lines of X-ray tubes are those of pymatgen's table (MIT)
 * @param probe what is scattered
 */
public record Radiation(String name, double wavelength, Probe probe) {
  /** Copper, mean of both K-alpha lines. */
  public static final Radiation COPPER_K_ALPHA = new Radiation("Cu K-alpha", 1.54184);

  /** Copper, K-alpha1, behind a monochromator. */
  public static final Radiation COPPER_K_ALPHA_1 = new Radiation("Cu K-alpha1", 1.54056);

  /** Copper, K-alpha2. */
  public static final Radiation COPPER_K_ALPHA_2 = new Radiation("Cu K-alpha2", 1.54439);

  /** Copper, K-beta1. */
  public static final Radiation COPPER_K_BETA_1 = new Radiation("Cu K-beta1", 1.39222);

  /** Molybdenum, mean of both K-alpha lines. */
  public static final Radiation MOLYBDENUM_K_ALPHA = new Radiation("Mo K-alpha", 0.71073);

  /** Molybdenum, K-alpha1, behind a monochromator. */
  public static final Radiation MOLYBDENUM_K_ALPHA_1 = new Radiation("Mo K-alpha1", 0.7093);

  /** Molybdenum, K-alpha2. */
  public static final Radiation MOLYBDENUM_K_ALPHA_2 = new Radiation("Mo K-alpha2", 0.71359);

  /** Molybdenum, K-beta1. */
  public static final Radiation MOLYBDENUM_K_BETA_1 = new Radiation("Mo K-beta1", 0.63229);

  /** Chromium, mean of both K-alpha lines. */
  public static final Radiation CHROMIUM_K_ALPHA = new Radiation("Cr K-alpha", 2.291);

  /** Chromium, K-alpha1, behind a monochromator. */
  public static final Radiation CHROMIUM_K_ALPHA_1 = new Radiation("Cr K-alpha1", 2.2897);

  /** Chromium, K-alpha2. */
  public static final Radiation CHROMIUM_K_ALPHA_2 = new Radiation("Cr K-alpha2", 2.29361);

  /** Chromium, K-beta1. */
  public static final Radiation CHROMIUM_K_BETA_1 = new Radiation("Cr K-beta1", 2.08487);

  /** Iron, mean of both K-alpha lines. */
  public static final Radiation IRON_K_ALPHA = new Radiation("Fe K-alpha", 1.93735);

  /** Iron, K-alpha1, behind a monochromator. */
  public static final Radiation IRON_K_ALPHA_1 = new Radiation("Fe K-alpha1", 1.93604);

  /** Iron, K-alpha2. */
  public static final Radiation IRON_K_ALPHA_2 = new Radiation("Fe K-alpha2", 1.93998);

  /** Iron, K-beta1. */
  public static final Radiation IRON_K_BETA_1 = new Radiation("Fe K-beta1", 1.75661);

  /** Cobalt, mean of both K-alpha lines. */
  public static final Radiation COBALT_K_ALPHA = new Radiation("Co K-alpha", 1.79026);

  /** Cobalt, K-alpha1, behind a monochromator. */
  public static final Radiation COBALT_K_ALPHA_1 = new Radiation("Co K-alpha1", 1.78896);

  /** Cobalt, K-alpha2. */
  public static final Radiation COBALT_K_ALPHA_2 = new Radiation("Co K-alpha2", 1.79285);

  /** Cobalt, K-beta1. */
  public static final Radiation COBALT_K_BETA_1 = new Radiation("Co K-beta1", 1.63079);

  /** Silver, mean of both K-alpha lines. */
  public static final Radiation SILVER_K_ALPHA = new Radiation("Ag K-alpha", 0.560885);

  /** Silver, K-alpha1, behind a monochromator. */
  public static final Radiation SILVER_K_ALPHA_1 = new Radiation("Ag K-alpha1", 0.559421);

  /** Silver, K-alpha2. */
  public static final Radiation SILVER_K_ALPHA_2 = new Radiation("Ag K-alpha2", 0.563813);

  /** Silver, K-beta1. */
  public static final Radiation SILVER_K_BETA_1 = new Radiation("Ag K-beta1", 0.497082);

  private static final List<Radiation> ALL =
      List.of(
          COPPER_K_ALPHA,
          COPPER_K_ALPHA_1,
          COPPER_K_ALPHA_2,
          COPPER_K_BETA_1,
          MOLYBDENUM_K_ALPHA,
          MOLYBDENUM_K_ALPHA_1,
          MOLYBDENUM_K_ALPHA_2,
          MOLYBDENUM_K_BETA_1,
          CHROMIUM_K_ALPHA,
          CHROMIUM_K_ALPHA_1,
          CHROMIUM_K_ALPHA_2,
          CHROMIUM_K_BETA_1,
          IRON_K_ALPHA,
          IRON_K_ALPHA_1,
          IRON_K_ALPHA_2,
          IRON_K_BETA_1,
          COBALT_K_ALPHA,
          COBALT_K_ALPHA_1,
          COBALT_K_ALPHA_2,
          COBALT_K_BETA_1,
          SILVER_K_ALPHA,
          SILVER_K_ALPHA_1,
          SILVER_K_ALPHA_2,
          SILVER_K_BETA_1);

  /** What a sample scatters. */
  public enum Probe {
    /** Scattered by electrons: intensity falls with the angle, heavy atoms dominate. */
    X_RAYS,
    /** Scattered by nuclei (not by magnetic moments): every element counts by its length. */
    NEUTRONS
  }

  public Radiation {
    if (!(wavelength > 0.01) || !(wavelength < 20)) {
      throw new MatterException(
          MatterErrors.TOO_LARGE,
          "a wavelength must lie between 0.01 and 20 angstrom: " + wavelength);
    }
  }

  /** X-rays. */
  public Radiation(String name, double wavelength) {
    this(name, wavelength, Probe.X_RAYS);
  }

  /** Neutrons of this wavelength, angstrom. */
  public static Radiation neutrons(double wavelength) {
    return new Radiation("neutrons", wavelength, Probe.NEUTRONS);
  }

  /** The lines of the usual X-ray tubes. */
  public static List<Radiation> tubes() {
    return ALL;
  }
}
