package dev.athanor.matter.symmetry;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Groups as sets of operations modulo lattice translations. */
public final class SymmetryGroups {
  /** More operations than any space group has in a cell of four times its usual size. */
  public static final int MAX_OPERATIONS = 1024;

  private SymmetryGroups() {}

  /**
   * Everything that the generators make together, the identity first.
   *
   * @throws MatterException {@code BAD_SYMMETRY} when that is more than {@value #MAX_OPERATIONS}
   *     operations, so that the generators belong to no crystal
   */
  public static List<SymmetryOperation> close(Collection<SymmetryOperation> generators) {
    Set<SymmetryOperation> known = new LinkedHashSet<>();
    List<SymmetryOperation> found = new ArrayList<>();
    known.add(SymmetryOperation.IDENTITY);
    found.add(SymmetryOperation.IDENTITY);
    for (int next = 0; next < found.size(); next++) {
      for (SymmetryOperation generator : generators) {
        SymmetryOperation product = generator.after(found.get(next));
        if (known.add(product)) {
          found.add(product);
          if (found.size() > MAX_OPERATIONS) {
            throw new MatterException(
                MatterErrors.BAD_SYMMETRY,
                "the operations make a group of more than " + MAX_OPERATIONS);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /** A number that two sets of operations share only when they are, almost surely, the same set. */
  static long fingerprint(Collection<SymmetryOperation> operations) {
    long sum = operations.size();
    for (SymmetryOperation operation : operations) {
      long word = 0x9E3779B97F4A7C15L;
      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 3; column++) {
          word = mixed(word + operation.rotation(row, column) + 9);
        }
        word = mixed(word + operation.translation(row));
      }
      sum += word;
    }
    return sum;
  }

  /** The finaliser of SplitMix64. */
  private static long mixed(long word) {
    long z = word;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** True when every product of two of the operations is one of them. */
  public static boolean isClosed(Collection<SymmetryOperation> operations) {
    Set<SymmetryOperation> known = new HashSet<>(operations);
    for (SymmetryOperation first : known) {
      for (SymmetryOperation second : known) {
        if (!known.contains(second.after(first))) {
          return false;
        }
      }
    }
    return !known.isEmpty();
  }
}
