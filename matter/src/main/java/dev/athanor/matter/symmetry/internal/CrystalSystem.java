package dev.athanor.matter.symmetry.internal;

/** The crystal systems. */
public enum CrystalSystem {
  TRICLINIC,
  MONOCLINIC,
  ORTHORHOMBIC,
  TETRAGONAL,
  TRIGONAL,
  HEXAGONAL,
  CUBIC
}
