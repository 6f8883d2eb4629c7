package dev.athanor.matter.format.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.ReciprocalLattice;
import dev.athanor.matter.crystal.Vector3;
import java.util.Optional;

/** How a block's Cartesian coordinates (angstrom) lie to its cell: {@code x = F r + f}. */
final class CartesianFrame {
  /** For coordinates that are fractional already. */
  static final CartesianFrame NONE =
      new CartesianFrame(
          new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1), Vector3.ZERO);

  private final Vector3 toX;
  private final Vector3 toY;
  private final Vector3 toZ;
  private final Vector3 shift;

  private CartesianFrame(Vector3 toX, Vector3 toY, Vector3 toZ, Vector3 shift) {
    this.toX = toX;
    this.toY = toY;
    this.toZ = toZ;
    this.shift = shift;
  }

  /**
   * The frame that {@code _atom_sites_fract_tran_matrix_*} or {@code
   * _atom_sites_Cartn_tran_matrix_*} defines, in the spelling of core CIF or mmCIF; without either,
   * a along x and b in the xy plane.
   *
   * @throws MatterException {@code BAD_COORDINATES} or {@code BAD_LATTICE}, with the line
   */
  static CartesianFrame read(CifBlock block, Lattice lattice) {
    Optional<CartesianFrame> toFractional = read(block, "fract");
    if (toFractional.isPresent()) {
      return toFractional.get();
    }
    Optional<CartesianFrame> toCartesian = read(block, "cartn");
    if (toCartesian.isEmpty()) {
      return inverse(lattice, Vector3.ZERO);
    }
    // r = M x + v, so that the columns of M are the cell vectors
    CartesianFrame frame = toCartesian.get();
    try {
      Lattice columns =
          new Lattice(
              new Vector3(frame.toX.x(), frame.toY.x(), frame.toZ.x()),
              new Vector3(frame.toX.y(), frame.toY.y(), frame.toZ.y()),
              new Vector3(frame.toX.z(), frame.toY.z(), frame.toZ.z()));
      return inverse(columns, frame.shift);
    } catch (MatterException e) {
      throw e.atLine(
          block.value(matrixTags("cartn", 1, 1)).map(CifValue::line).orElse(block.line()));
    }
  }

  Vector3 toFractional(Vector3 place) {
    return this == NONE
        ? place
        : new Vector3(
            toX.dot(place) + shift.x(), toY.dot(place) + shift.y(), toZ.dot(place) + shift.z());
  }

  private static CartesianFrame inverse(Lattice lattice, Vector3 origin) {
    ReciprocalLattice reciprocal = lattice.reciprocal();
    Vector3 shift = lattice.toFractional(origin).times(-1);
    return new CartesianFrame(reciprocal.a(), reciprocal.b(), reciprocal.c(), shift);
  }

  /** The matrix and vector of one direction, where the matrix is whole. */
  private static Optional<CartesianFrame> read(CifBlock block, String kind) {
    Vector3[] rows = new Vector3[3];
    double[] shift = new double[3];
    for (int i = 1; i <= 3; i++) {
      double[] row = new double[3];
      for (int j = 1; j <= 3; j++) {
        Optional<CifValue> value = block.value(matrixTags(kind, i, j));
        if (value.isEmpty()) {
          return Optional.empty();
        }
        row[j - 1] =
            CifNumbers.parse(
                value.get(), "the matrix of the coordinates", MatterErrors.BAD_COORDINATES);
      }
      rows[i - 1] = new Vector3(row[0], row[1], row[2]);
      Optional<CifValue> value =
          block.value(
              "_atom_sites_" + kind + "_tran_vector_" + i,
              "_atom_sites_" + kind + "_transf_vector_" + i,
              "_atom_sites_" + kind + "_transf_vector[" + i + "]");
      shift[i - 1] =
          value.isEmpty()
              ? 0
              : CifNumbers.parse(value.get(), "the origin", MatterErrors.BAD_COORDINATES);
    }
    return Optional.of(
        new CartesianFrame(rows[0], rows[1], rows[2], new Vector3(shift[0], shift[1], shift[2])));
  }

  private static String[] matrixTags(String kind, int row, int column) {
    String head = "_atom_sites_" + kind;
    return new String[] {
      head + "_tran_matrix_" + row + column,
      head + "_transf_matrix_" + row + column,
      head + "_transf_matrix[" + row + "][" + column + "]"
    };
  }
}
