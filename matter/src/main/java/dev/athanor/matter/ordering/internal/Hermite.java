package dev.athanor.matter.ordering.internal;

import dev.athanor.matter.ordering.ParentOperation;
import java.util.ArrayList;
import java.util.List;

/**
 * A superlattice as a matrix in Hermite normal form: rows are its vectors in terms of the parent's,
 * {@code (a 0 0; b c 0; d e f)} with {@code 0 <= b, d < a} and {@code 0 <= e < c}. Every
 * superlattice has exactly one.
 *
 * @see <a href="https://doi.org/10.1103/PhysRevB.77.224115">Hart and Forcade, Phys. Rev. B 77,
 *     224115 (2008)</a>
 */
public final class Hermite {
  private final int[] rows;

  private Hermite(int... rows) {
    this.rows = rows;
  }

  /** Every superlattice of this index, symmetrically equivalent ones too. */
  public static List<Hermite> all(int index) {
    List<Hermite> result = new ArrayList<>();
    for (int a = 1; a <= index; a++) {
      if (index % a != 0) {
        continue;
      }
      for (int c = 1; c <= index / a; c++) {
        if (index / a % c != 0) {
          continue;
        }
        for (int b = 0; b < a; b++) {
          for (int d = 0; d < a; d++) {
            for (int e = 0; e < c; e++) {
              result.add(new Hermite(a, 0, 0, b, c, 0, d, e, index / a / c));
            }
          }
        }
      }
    }
    return result;
  }

  /** One superlattice of this index from each set that the operations map onto each other. */
  public static List<Hermite> distinct(int index, List<ParentOperation> operations) {
    List<Hermite> result = new ArrayList<>();
    for (Hermite candidate : all(index)) {
      boolean known = false;
      for (Hermite other : result) {
        known = known || operations.stream().anyMatch(o -> candidate.isImage(other, o));
      }
      if (!known) {
        result.add(candidate);
      }
    }
    return result;
  }

  /** Parent cells in a cell of the superlattice. */
  public int index() {
    return rows[0] * rows[4] * rows[8];
  }

  /** Entry of the matrix, row and column from 0. */
  public int entry(int row, int column) {
    return rows[3 * row + column];
  }

  /** True when the operation keeps the superlattice. */
  public boolean isKeptBy(ParentOperation operation) {
    return isImage(this, operation);
  }

  /** True when the operation turns this superlattice into the other. */
  private boolean isImage(Hermite other, ParentOperation operation) {
    for (int i = 0; i < 3; i++) {
      int[] image = operation.turned(new int[] {rows[3 * i], rows[3 * i + 1], rows[3 * i + 2]});
      if (other.coset(image) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The number, 0 to index - 1, of the class of a parent vector modulo the superlattice. */
  public int coset(int[] vector) {
    int x = vector[0];
    int y = vector[1];
    int z = vector[2];
    int k = Math.floorDiv(z, rows[8]);
    x -= k * rows[6];
    y -= k * rows[7];
    z -= k * rows[8];
    k = Math.floorDiv(y, rows[4]);
    x -= k * rows[3];
    y -= k * rows[4];
    x = Math.floorMod(x, rows[0]);
    return (z * rows[4] + y) * rows[0] + x;
  }

  /** The parent vector that stands for a class. */
  public int[] representative(int coset) {
    int x = coset % rows[0];
    int y = coset / rows[0] % rows[4];
    int z = coset / rows[0] / rows[4];
    return new int[] {x, y, z};
  }
}
