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
