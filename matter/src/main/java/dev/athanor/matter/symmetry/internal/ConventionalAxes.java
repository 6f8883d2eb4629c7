package dev.athanor.matter.symmetry.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Axes of a conventional cell from the rotations of a primitive one: along symmetry axes, short,
 * right-handed. Columns of the result are the new cell vectors in terms of the primitive ones.
 */
final class ConventionalAxes {
  private static final int[][] UNCHANGED = {{1, 0, 0, 0, 1, 0, 0, 0, 1}};

  /**
   * The six choices of a and c among two vectors of a plane and their negative sum, each followed
   * by the same with c reversed; the one or the other has an angle of at least 90 degrees between
   * them.
   */
  private static final int[][] IN_PLANE = {
    {1, 0, 0, 0, 1, 0, 0, 0, 1},
    {1, 0, 0, 0, -1, 0, 0, 0, -1},
    {0, 0, 1, 0, -1, 0, 1, 0, 0},
    {0, 0, -1, 0, 1, 0, 1, 0, 0},
    {-1, 0, 1, 0, 1, 0, -1, 0, 0},
    {-1, 0, -1, 0, -1, 0, -1, 0, 0},
    {1, 0, -1, 0, -1, 0, 0, 0, -1},
    {1, 0, 1, 0, 1, 0, 0, 0, 1},
    {0, 0, -1, 0, 1, 0, 1, 0, -1},
    {0, 0, 1, 0, -1, 0, 1, 0, 1},
    {-1, 0, 0, 0, -1, 0, -1, 0, 1},
    {-1, 0, 0, 0, 1, 0, -1, 0, -1}
  };

  /** The six orders of three axes, right-handed. */
  private static final int[][] ORDERS = {
    {1, 0, 0, 0, 1, 0, 0, 0, 1},
    {0, 0, 1, 1, 0, 0, 0, 1, 0},
    {0, 1, 0, 0, 0, 1, 1, 0, 0},
    {0, 1, 0, 1, 0, 0, 0, 0, -1},
    {1, 0, 0, 0, 0, 1, 0, -1, 0},
    {0, 0, 1, 0, 1, 0, -1, 0, 0}
  };

  /** As it is, and turned by 60 degrees: obverse and reverse rhombohedral cells. */
  private static final int[][] TURNED = {{1, 0, 0, 0, 1, 0, 0, 0, 1}, {1, -1, 0, 1, 0, 0, 0, 0, 1}};

  /** As it is, and with a and c exchanged. */
  private static final int[][] EXCHANGED = {
    {1, 0, 0, 0, 1, 0, 0, 0, 1}, {0, 0, 1, 0, -1, 0, 1, 0, 0}
  };

  private ConventionalAxes() {}

  /** The axes that a crystal of this point group gets; empty where the rotations do not fit it. */
  static Optional<int[]> of(
      PointGroup group, List<int[]> rotations, double[] rows, double tolerance) {
    return switch (group.system()) {
      case TRICLINIC -> Optional.of(Matrices.transpose(Niggli.reduce(rows, tolerance * tolerance)));
      case MONOCLINIC -> monoclinic(rotations, rows, tolerance);
      case ORTHORHOMBIC -> threeAxes(rotations, 2).map(ConventionalAxes::withBaseAcrossC);
      case TETRAGONAL -> principal(rotations, 4);
      case TRIGONAL, HEXAGONAL -> principal(rotations, 3);
      case CUBIC ->
          threeAxes(rotations, group == PointGroup.P23 || group == PointGroup.PM_3 ? 2 : 4);
    };
  }

  /**
   * Changes of the axes, as columns, that lead to further cells worth trying; the first is none.
   */
  static int[][] alternatives(CrystalSystem system) {
    return switch (system) {
      case MONOCLINIC -> IN_PLANE;
      case ORTHORHOMBIC -> ORDERS;
      case TRIGONAL -> TURNED;
      case CUBIC -> EXCHANGED;
      case TRICLINIC, TETRAGONAL, HEXAGONAL -> UNCHANGED;
    };
  }

  private static Optional<int[]> monoclinic(
      List<int[]> rotations, double[] rows, double tolerance) {
    Optional<int[]> twofold = firstProper(rotations, 2);
    Optional<int[]> axis = twofold.flatMap(ConventionalAxes::axis);
    if (axis.isEmpty()) {
      return Optional.empty();
    }
    List<int[]> across = across(twofold.orElseThrow(), 2);
    for (int[] first : across) {
      for (int[] second : across) {
        if (spanPlane(first, second)) {
          int[] axes = rightHanded(first, axis.get(), second);
          double[] cell = Matrices.product(Matrices.transpose(axes), rows);
          int[] change = Delaunay.reducePlane(cell, 1, tolerance);
          return Optional.of(
              withMonoclinicBaseAcrossC(Matrices.product(axes, Matrices.transpose(change))));
        }
      }
    }
    return Optional.empty();
  }

  private static int[] rightHanded(int[] first, int[] axis, int[] second) {
    int[] axes = columns(first, axis, second);
    return Matrices.determinant(axes) > 0
        ? axes
        : columns(first, new int[] {-axis[0], -axis[1], -axis[2]}, second);
  }

  /** True when every lattice point of the plane is a whole-number combination of the two. */
  private static boolean spanPlane(int[] u, int[] v) {
    int x = u[1] * v[2] - u[2] * v[1];
    int y = u[2] * v[0] - u[0] * v[2];
    int z = u[0] * v[1] - u[1] * v[0];
    return gcd(gcd(Math.abs(x), Math.abs(y)), Math.abs(z)) == 1;
  }

  private static Optional<int[]> threeAxes(List<int[]> rotations, int order) {
    List<Integer> found = new ArrayList<>(3);
    for (int[] rotation : rotations) {
      int[] proper = proper(rotation);
      if (PointGroup.order(proper) == order) {
        int index = axisIndex(proper);
        if (index >= 0 && !found.contains(index)) {
          found.add(index);
        }
      }
    }
    if (found.size() != 3) {
      return Optional.empty();
    }
    found.sort(null);
    int[] first = Directions.AXES.get(found.get(0));
    int[] second = Directions.AXES.get(found.get(1));
    int[] third = Directions.AXES.get(found.get(2));
    int[] axes = columns(first, second, third);
    return Optional.of(Matrices.determinant(axes) > 0 ? axes : columns(first, third, second));
  }

  private static Optional<int[]> principal(List<int[]> rotations, int order) {
    Optional<int[]> rotation = firstProper(rotations, order);
    Optional<int[]> axis = rotation.flatMap(ConventionalAxes::axis);
    if (axis.isEmpty()) {
      return Optional.empty();
    }
    int[] best = new int[9];
    int smallest = Integer.MAX_VALUE;
    for (int[] candidate : across(rotation.orElseThrow(), order)) {
      int[] axes = columns(candidate, Columns.times(rotation.get(), candidate), axis.get());
      int volume = Math.abs(Matrices.determinant(axes));
      if (volume > 0 && volume < smallest) {
        smallest = volume;
        best = axes;
      }
    }
    if (smallest > 4) {
      return Optional.empty();
    }
    return Optional.of(Matrices.determinant(best) > 0 ? best : firstTwoExchanged(best));
  }

  private static Optional<int[]> firstProper(List<int[]> rotations, int order) {
    return rotations.stream()
        .map(ConventionalAxes::proper)
        .filter(rotation -> PointGroup.order(rotation) == order)
        .findFirst();
  }

  private static int[] proper(int[] rotation) {
    if (Matrices.determinant(rotation) > 0) {
      return rotation;
    }
    int[] negative = new int[9];
    for (int i = 0; i < 9; i++) {
      negative[i] = -rotation[i];
    }
    return negative;
  }

  private static Optional<int[]> axis(int[] proper) {
    int index = axisIndex(proper);
    return index < 0 ? Optional.empty() : Optional.of(Directions.AXES.get(index));
  }

  private static int axisIndex(int[] proper) {
    for (int i = 0; i < Directions.AXES.size(); i++) {
      int[] v = Directions.AXES.get(i);
      int[] image = Columns.times(proper, v);
      if (image[0] == v[0] && image[1] == v[1] && image[2] == v[2]) {
        return i;
      }
    }
    return -1;
  }

  /** Directions at right angles to the axis: their images under all its powers add up to zero. */
  private static List<int[]> across(int[] proper, int order) {
    int[] power = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    int[] sum = power.clone();
    for (int i = 1; i < order; i++) {
      power = Matrices.product(proper, power);
      for (int k = 0; k < 9; k++) {
        sum[k] += power[k];
      }
    }
    List<int[]> found = new ArrayList<>();
    for (int[] v : Directions.AXES) {
      int[] image = Columns.times(sum, v);
      if (image[0] == 0 && image[1] == 0 && image[2] == 0) {
        found.add(v);
      }
    }
    return found;
  }

  /** Axes renamed so that a cell with one centred face has it across c. */
  private static int[] withBaseAcrossC(int[] axes) {
    int[] centre = centre(axes);
    if (isFace(centre, 0)) {
      return Matrices.product(axes, ORDERS[1]);
    }
    return isFace(centre, 1) ? Matrices.product(axes, ORDERS[2]) : axes;
  }

  private static int[] withMonoclinicBaseAcrossC(int[] axes) {
    int[] centre = centre(axes);
    if (isFace(centre, 0)) {
      return Matrices.product(axes, IN_PLANE[2]);
    }
    boolean body = centre[0] == 1 && centre[1] == 1 && centre[2] == 1;
    return body ? Matrices.product(axes, new int[] {1, 0, -1, 0, 1, 0, 1, 0, 0}) : axes;
  }

  private static boolean isFace(int[] centre, int across) {
    return centre[across] == 0 && centre[(across + 1) % 3] == 1 && centre[(across + 2) % 3] == 1;
  }

  /** Twice the centring vector of a cell of two lattice points; zero for other cells. */
  private static int[] centre(int[] axes) {
    int[] none = new int[3];
    if (Math.abs(Matrices.determinant(axes)) != 2) {
      return none;
    }
    int[] adjugate = Matrices.adjugate(axes);
    for (int column = 0; column < 3; column++) {
      int[] v = new int[3];
      for (int i = 0; i < 3; i++) {
        v[i] = Math.floorMod(adjugate[3 * i + column], 2);
      }
      if (v[0] + v[1] + v[2] > 0) {
        return v;
      }
    }
    return none;
  }

  private static int[] columns(int[] u, int[] v, int[] w) {
    return new int[] {u[0], v[0], w[0], u[1], v[1], w[1], u[2], v[2], w[2]};
  }

  private static int[] firstTwoExchanged(int[] m) {
    return new int[] {m[1], m[0], m[2], m[4], m[3], m[5], m[7], m[6], m[8]};
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
