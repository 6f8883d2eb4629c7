package dev.athanor.agent.cli;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.symmetry.LatticeReduction;
import dev.athanor.matter.symmetry.PrimitiveCell;
import dev.athanor.matter.symmetry.SymmetryAnalysis;

/** The cells that a crystal can be brought into. */
enum StandardCell {
  /** The conventional cell of its space group, symmetrised. */
  CONVENTIONAL("conventional") {
    @Override
    Crystal of(Crystal crystal, SymmetryAnalysis symmetry, double tolerance) {
      return symmetry.standardConventional();
    }
  },
  /** The primitive cell of its space group, symmetrised. */
  PRIMITIVE("primitive") {
    @Override
    Crystal of(Crystal crystal, SymmetryAnalysis symmetry, double tolerance) {
      return symmetry.standardPrimitive();
    }
  },
  /** The Niggli cell of the lattice as given. */
  NIGGLI("niggli") {
    @Override
    Crystal of(Crystal crystal, SymmetryAnalysis symmetry, double tolerance) {
      return LatticeReduction.niggli(crystal.lattice(), LatticeReduction.USUAL_TOLERANCE)
          .applyTo(crystal);
    }
  },
  /** The Delaunay cell of the lattice as given. */
  DELAUNAY("delaunay") {
    @Override
    Crystal of(Crystal crystal, SymmetryAnalysis symmetry, double tolerance) {
      return LatticeReduction.delaunay(crystal.lattice(), LatticeReduction.USUAL_TOLERANCE)
          .applyTo(crystal);
    }
  },
  /** The Niggli cell of the primitive lattice. */
  PRIMITIVE_NIGGLI("primitive niggli") {
    @Override
    Crystal of(Crystal crystal, SymmetryAnalysis symmetry, double tolerance) {
      return PrimitiveCell.of(crystal, tolerance);
    }
  },
  /** The Delaunay cell of the primitive lattice. */
  PRIMITIVE_DELAUNAY("primitive delaunay") {
    @Override
    Crystal of(Crystal crystal, SymmetryAnalysis symmetry, double tolerance) {
      return DELAUNAY.of(PrimitiveCell.of(crystal, tolerance), symmetry, tolerance);
    }
  };

  private final String word;

  StandardCell(String word) {
    this.word = word;
  }

  /** What it is called in JSON. */
  String word() {
    return word;
  }

  /**
   * The crystal in this cell.
   *
   * @param symmetry of the crystal
   * @param tolerance at which that was found, angstrom
   */
  abstract Crystal of(Crystal crystal, SymmetryAnalysis symmetry, double tolerance);
}
