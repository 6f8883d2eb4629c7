package dev.athanor.matter.symmetry;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Vector3;
import java.util.Arrays;

/**
 * A symmetry operation of a crystal in fractional coordinates: {@code x' = W x + w}.
 *
 * <p>{@code W} is a 3 x 3 integer matrix of determinant +1 or -1. {@code w} is kept exactly, modulo
 * lattice translations, as multiples of 1/{@value #DENOMINATOR}; that holds every fraction with a
 * denominator up to 10, and 12, 14, 15, 16, 18, 20, 24, so that products and comparisons are exact.
 * A decimal such as 0.3333 is read as the multiple of 1/24 nearby.
 */
public final class SymmetryOperation {
  /** Translations are multiples of one over this. */
  public static final int DENOMINATOR = 5040;

  /** Operation that leaves everything where it is. */
  public static final SymmetryOperation IDENTITY =
      new SymmetryOperation(new int[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, new int[3]);

  private final int[] rotation;
  private final int[] translation;

  private SymmetryOperation(int[] rotation, int[] translation) {
    this.rotation = rotation;
    this.translation = new int[3];
    for (int i = 0; i < 3; i++) {
      this.translation[i] = Math.floorMod(translation[i], DENOMINATOR);
    }
  }

  /**
   * The operation with this matrix (nine integers, row by row) and translation (multiples of
   * 1/{@value #DENOMINATOR}).
   *
   * @throws MatterException {@code BAD_SYMMETRY} unless the determinant is +1 or -1
   */
  public static SymmetryOperation of(int[] rotation, int[] translation) {
    if (rotation.length != 9 || translation.length != 3) {
      throw new IllegalArgumentException("a symmetry operation is nine and three integers");
    }
    for (int entry : rotation) {
      if (Math.abs(entry) > 9) {
        throw new MatterException(
            MatterErrors.BAD_SYMMETRY, "a symmetry operation with the coefficient " + entry);
      }
    }
    if (Math.abs(determinant(rotation)) != 1) {
      throw new MatterException(
          MatterErrors.BAD_SYMMETRY,
          "a symmetry operation must keep the volume; this one has the determinant "
              + determinant(rotation));
    }
    return new SymmetryOperation(rotation.clone(), translation);
  }

  /**
   * Reads the notation of coordinate triplets, as in {@code -x+1/2, y, z-.25}; order of terms, case
   * and blanks do not matter.
   *
   * @throws MatterException {@code BAD_SYMMETRY} where the text is no such triplet
   */
  public static SymmetryOperation parse(String text) {
    return TripletParser.parse(text);
  }

  /** Entry of the matrix, row and column from 0. */
  public int rotation(int row, int column) {
    return rotation[3 * row + column];
  }

  /** Translation along one axis, in multiples of 1/{@value #DENOMINATOR}, from 0 inclusive. */
  public int translation(int axis) {
    return translation[axis];
  }

  /** The image of a point, fractional coordinates; not moved into the cell. */
  public Vector3 apply(Vector3 point) {
    return new Vector3(image(0, point), image(1, point), image(2, point));
  }

  /** This operation after {@code first}, modulo lattice translations. */
  public SymmetryOperation after(SymmetryOperation first) {
    int[] product = new int[9];
    int[] shift = new int[3];
    for (int i = 0; i < 3; i++) {
      shift[i] = translation[i];
      for (int j = 0; j < 3; j++) {
        shift[i] += rotation[3 * i + j] * first.translation[j];
        for (int k = 0; k < 3; k++) {
          product[3 * i + j] += rotation[3 * i + k] * first.rotation[3 * k + j];
        }
      }
    }
    return new SymmetryOperation(product, shift);
  }

  /** The operation that undoes this one, modulo lattice translations. */
  public SymmetryOperation inverse() {
    int sign = determinant(rotation);
    int[] inverse = new int[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        int r1 = (j + 1) % 3;
        int r2 = (j + 2) % 3;
        int c1 = (i + 1) % 3;
        int c2 = (i + 2) % 3;
        inverse[3 * i + j] =
            sign
                * (rotation[3 * r1 + c1] * rotation[3 * r2 + c2]
                    - rotation[3 * r1 + c2] * rotation[3 * r2 + c1]);
      }
    }
    int[] shift = new int[3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        shift[i] -= inverse[3 * i + j] * translation[j];
      }
    }
    return new SymmetryOperation(inverse, shift);
  }

  /** The same operation seen from an origin moved by {@code shift}, multiples of 1/5040. */
  SymmetryOperation withOriginMovedBy(int[] shift) {
    int[] moved = new int[3];
    for (int i = 0; i < 3; i++) {
      moved[i] = translation[i] + shift[i];
      for (int j = 0; j < 3; j++) {
        moved[i] -= rotation[3 * i + j] * shift[j];
      }
    }
    return new SymmetryOperation(rotation, moved);
  }

  /** True when the matrix is the identity: a lattice or centring translation. */
  public boolean isTranslation() {
    return Arrays.equals(rotation, IDENTITY.rotation);
  }

  /** +1 for a rotation or screw, -1 for an operation that changes handedness. */
  public int determinant() {
    return determinant(rotation);
  }

  /** Trace of the matrix, which with the determinant tells the kind of operation. */
  public int trace() {
    return rotation[0] + rotation[4] + rotation[8];
  }

  /** The coordinate triplet, as in {@code -x+1/2,y,z+3/4}; {@link #parse} reads it back. */
  public String triplet() {
    StringBuilder text = new StringBuilder(16);
    for (int i = 0; i < 3; i++) {
      if (i > 0) {
        text.append(',');
      }
      int start = text.length();
      for (int j = 0; j < 3; j++) {
        appendTerm(text, rotation[3 * i + j], "xyz".charAt(j), text.length() > start);
      }
      if (translation[i] != 0) {
        int divisor = gcd(translation[i], DENOMINATOR);
        text.append('+').append(translation[i] / divisor).append('/').append(DENOMINATOR / divisor);
      }
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SymmetryOperation that
        && Arrays.equals(rotation, that.rotation)
        && Arrays.equals(translation, that.translation);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(rotation) + Arrays.hashCode(translation);
  }

  @Override
  public String toString() {
    return triplet();
  }

  private double image(int row, Vector3 point) {
    return rotation[3 * row] * point.x()
        + rotation[3 * row + 1] * point.y()
        + rotation[3 * row + 2] * point.z()
        + (double) translation[row] / DENOMINATOR;
  }

  private static void appendTerm(StringBuilder text, int factor, char axis, boolean follows) {
    if (factor == 0) {
      return;
    }
    if (factor < 0) {
      text.append('-');
    } else if (follows) {
      text.append('+');
    }
    if (Math.abs(factor) != 1) {
      text.append(Math.abs(factor));
    }
    text.append(axis);
  }

  private static int determinant(int[] m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
