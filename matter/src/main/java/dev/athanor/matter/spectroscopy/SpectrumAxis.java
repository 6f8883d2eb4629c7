package dev.athanor.matter.spectroscopy;

/** Quantity and unit of the horizontal axis. */
public enum SpectrumAxis {
  /** Wavenumber, 1/cm. */
  WAVENUMBER("1/cm"),
  /** Raman shift, 1/cm. */
  RAMAN_SHIFT("1/cm"),
  /** Wavelength, nm. */
  WAVELENGTH("nm"),
  /** Photon energy, eV. */
  ENERGY("eV"),
  /** Chemical shift, ppm. */
  CHEMICAL_SHIFT("ppm"),
  /** Scattering angle, degrees. */
  TWO_THETA("degrees"),
  /** Mass over charge, unified atomic mass units per elementary charge. */
  MASS_TO_CHARGE("u/e");

  private final String unit;

  SpectrumAxis(String unit) {
    this.unit = unit;
  }

  /** The unit as printed. */
  public String unit() {
    return unit;
  }
}
