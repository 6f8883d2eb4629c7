package dev.athanor.matter.spectroscopy;

/** What was measured or computed. */
public enum SpectrumKind {
  /** Infrared absorption. */
  INFRARED,
  /** Raman scattering. */
  RAMAN,
  /** Absorption of visible and ultraviolet light. */
  ULTRAVIOLET_VISIBLE,
  /** Nuclear magnetic resonance. */
  NUCLEAR_MAGNETIC_RESONANCE,
  /** X-ray or neutron powder diffraction. */
  POWDER_DIFFRACTION,
  /** Masses of ions. */
  MASS
}
