package dev.athanor.matter.format.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Vector3;

/** How a block's Cartesian coordinates (angstrom) lie to its cell. */
final class CartesianFrame {
  /** For coordinates that are fractional already. */
  static final CartesianFrame NONE = new CartesianFrame(null, Vector3.ZERO);

  private final @org.jspecify.annotations.Nullable Lattice rows;
  private final Vector3 origin;

  private CartesianFrame(@org.jspecify.annotations.Nullable Lattice rows, Vector3 origin) {
    this.rows = rows;
    this.origin = origin;
  }

  /**
   * The frame that {@code _atom_sites_Cartn_transf_matrix_*} defines, {@code r = M x + v}; without
   * it, a along x and b in the xy plane.
   */
  static CartesianFrame read(CifBlock block, Lattice lattice) {
    double[][] matrix = new double[3][3];
    double[] shift = new double[3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        String tag = "_atom_sites_cartn_tran_matrix_" + (i + 1) + (j + 1);
        String longTag = "_atom_sites_cartn_transf_matrix_" + (i + 1) + (j + 1);
        var value = block.value(tag, longTag);
        if (value.isEmpty()) {
          return new CartesianFrame(lattice, Vector3.ZERO);
        }
        matrix[j][i] = CifNumbers.parse(value.get(), longTag, MatterErrors.BAD_COORDINATES);
      }
      var value =
          block.value(
              "_atom_sites_cartn_tran_vector_" + (i + 1),
              "_atom_sites_cartn_transf_vector_" + (i + 1));
      shift[i] =
          value.isEmpty()
              ? 0
              : CifNumbers.parse(value.get(), "the origin", MatterErrors.BAD_COORDINATES);
    }
    int line =
        block
            .value("_atom_sites_cartn_tran_matrix_11", "_atom_sites_cartn_transf_matrix_11")
            .map(CifValue::line)
            .orElse(block.line());
    try {
      return new CartesianFrame(Lattice.ofRows(matrix), new Vector3(shift[0], shift[1], shift[2]));
    } catch (MatterException e) {
      throw e.atLine(line);
    }
  }

  Vector3 toFractional(Vector3 place) {
    return rows == null ? place : rows.toFractional(place.minus(origin));
  }
}
