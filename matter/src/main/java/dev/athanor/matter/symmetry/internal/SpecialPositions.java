package dev.athanor.matter.symmetry.internal;

import dev.athanor.matter.symmetry.SymmetryOperation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Every Wyckoff position of a group from its operations alone: the spaces that operations fix are
 * intersected until nothing new appears; two of them belong to one position when an operation maps
 * one to the other.
 */
public final class SpecialPositions {
  private final List<int[]> rotations = new ArrayList<>();
  private final List<int[]> translations = new ArrayList<>();

  /**
   * @param operations of one cell, centring included
   */
  public SpecialPositions(List<SymmetryOperation> operations) {
    for (SymmetryOperation operation : operations) {
      rotations.add(rotation(operation));
      translations.add(translation(operation));
    }
  }

  /** The positions, the general one included, each as all its spaces in one cell. */
  public List<Set<FixedSpace>> all() {
    Set<FixedSpace> spaces = new LinkedHashSet<>();
    for (int i = 0; i < rotations.size(); i++) {
      spaces.addAll(fixedBy(i));
    }
    List<FixedSpace> elementary = List.copyOf(spaces);
    List<FixedSpace> found = new ArrayList<>(elementary);
    for (int next = 0; next < found.size(); next++) {
      for (FixedSpace other : elementary) {
        for (FixedSpace common : found.get(next).intersection(other)) {
          if (spaces.add(common)) {
            found.add(common);
          }
        }
      }
    }
    spaces.add(FixedSpace.everywhere());
    List<Set<FixedSpace>> positions = new ArrayList<>();
    Set<FixedSpace> seen = new HashSet<>();
    for (FixedSpace space : spaces) {
      if (!seen.contains(space)) {
        Set<FixedSpace> orbit = orbit(space);
        seen.addAll(orbit);
        positions.add(orbit);
      }
    }
    return positions;
  }

  /** All images of a space under the group. */
  public Set<FixedSpace> orbit(FixedSpace space) {
    Set<FixedSpace> orbit = new LinkedHashSet<>();
    for (int i = 0; i < rotations.size(); i++) {
      orbit.add(space.image(rotations.get(i), translations.get(i)));
    }
    return orbit;
  }

  /**
   * The space that a parametrised point runs over.
   *
   * @param coefficients nine, row by row, of the coordinates in the parameters
   * @param translation multiples of 1/5040
   */
  public static FixedSpace spannedBy(int[] coefficients, int[] translation) {
    return FixedSpace.spannedBy(
        coefficients,
        new int[] {toUnit(translation[0]), toUnit(translation[1]), toUnit(translation[2])});
  }

  private List<FixedSpace> fixedBy(int operation) {
    int[] w = rotations.get(operation);
    int[] t = translations.get(operation);
    int[][] left = new int[3][3];
    int[] right = new int[3];
    boolean identity = true;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        left[i][j] = w[3 * i + j] - (i == j ? 1 : 0);
        identity &= left[i][j] == 0;
      }
      right[i] = -t[i];
    }
    return identity ? List.of() : FixedSpace.solutions(left, right);
  }

  private static int[] rotation(SymmetryOperation operation) {
    int[] w = new int[9];
    for (int i = 0; i < 9; i++) {
      w[i] = operation.rotation(i / 3, i % 3);
    }
    return w;
  }

  private static int[] translation(SymmetryOperation operation) {
    return new int[] {
      toUnit(operation.translation(0)),
      toUnit(operation.translation(1)),
      toUnit(operation.translation(2))
    };
  }

  private static int toUnit(int translation) {
    return translation * (FixedSpace.UNIT / SymmetryOperation.DENOMINATOR);
  }
}
