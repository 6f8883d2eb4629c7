package dev.athanor.matter.symmetry;

import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Vector3;
import java.util.Arrays;

/**
 * Whole-number combinations of cell vectors: row {@code i} tells the new vector {@code i} in terms
 * of the old ones, {@code a'_i = sum_j m_ij a_j}.
 *
 * <p>International Tables write {@code (a', b', c') = (a, b, c) P}; {@code P} is the transpose of
 * this matrix. With the determinant 1 or -1 both cells span the same lattice.
 */
public final class BasisChange {
  /** Changes nothing. */
  public static final BasisChange IDENTITY = new BasisChange(new int[] {1, 0, 0, 0, 1, 0, 0, 0, 1});

  private final int[] entries;

  private BasisChange(int[] entries) {
    this.entries = entries;
  }

  /** The matrix with these nine entries, row by row. */
  public static BasisChange of(int... entries) {
    if (entries.length != 9) {
      throw new IllegalArgumentException("a change of basis is nine integers");
    }
    return new BasisChange(entries.clone());
  }

  /** Entry of the matrix, row and column from 0. */
  public int entry(int row, int column) {
    return entries[3 * row + column];
  }

  /** Volume of the new cell in old ones, negative where the handedness changes. */
  public int determinant() {
    return entries[0] * (entries[4] * entries[8] - entries[5] * entries[7])
        - entries[1] * (entries[3] * entries[8] - entries[5] * entries[6])
        + entries[2] * (entries[3] * entries[7] - entries[4] * entries[6]);
  }

  /** The new cell. */
  public Lattice apply(Lattice old) {
    return new Lattice(combination(0, old), combination(1, old), combination(2, old));
  }

  /** Fractional coordinates of the same point in the new cell; not moved into it. */
  public Vector3 toNew(Vector3 old) {
    double determinant = determinant();
    int[] m = entries;
    return new Vector3(
        (old.x() * (m[4] * m[8] - m[5] * m[7])
                + old.y() * (m[5] * m[6] - m[3] * m[8])
                + old.z() * (m[3] * m[7] - m[4] * m[6]))
            / determinant,
        (old.x() * (m[2] * m[7] - m[1] * m[8])
                + old.y() * (m[0] * m[8] - m[2] * m[6])
                + old.z() * (m[1] * m[6] - m[0] * m[7]))
            / determinant,
        (old.x() * (m[1] * m[5] - m[2] * m[4])
                + old.y() * (m[2] * m[3] - m[0] * m[5])
                + old.z() * (m[0] * m[4] - m[1] * m[3]))
            / determinant);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BasisChange that && Arrays.equals(entries, that.entries);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(entries);
  }

  @Override
  public String toString() {
    return Arrays.toString(entries);
  }

  private Vector3 combination(int row, Lattice old) {
    return old.a()
        .times(entry(row, 0))
        .plus(old.b().times(entry(row, 1)))
        .plus(old.c().times(entry(row, 2)));
  }
}
