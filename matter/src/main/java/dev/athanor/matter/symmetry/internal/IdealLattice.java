package dev.athanor.matter.symmetry.internal;

import dev.athanor.matter.crystal.Lattice;

/** The lattice of a crystal system nearest to a measured conventional one: equal edges averaged. */
public final class IdealLattice {
  private IdealLattice() {}

  /** Rows are a along x, b in the xy plane. */
  public static Lattice of(CrystalSystem system, double[] rows) {
    Lattice measured = Matrices.lattice(rows);
    double a = measured.a().length();
    double b = measured.b().length();
    double c = measured.c().length();
    return switch (system) {
      case TRICLINIC ->
          Lattice.ofParameters(a, b, c, measured.alpha(), measured.beta(), measured.gamma());
      case MONOCLINIC -> Lattice.ofParameters(a, b, c, 90, measured.beta(), 90);
      case ORTHORHOMBIC -> Lattice.ofParameters(a, b, c, 90, 90, 90);
      case TETRAGONAL -> Lattice.ofParameters((a + b) / 2, (a + b) / 2, c, 90, 90, 90);
      case TRIGONAL, HEXAGONAL -> Lattice.ofParameters((a + b) / 2, (a + b) / 2, c, 90, 90, 120);
      case CUBIC -> Lattice.cubic((a + b + c) / 3);
    };
  }
}
