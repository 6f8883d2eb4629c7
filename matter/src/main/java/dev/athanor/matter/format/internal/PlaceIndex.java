package dev.athanor.matter.format.internal;

import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.ReciprocalLattice;
import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Places of a cell by small boxes, so that finding the one at a position takes constant time. */
final class PlaceIndex {
  /** Edge of a box, angstrom; no tolerance asked for may be larger. */
  private static final double BOX = 0.05;

  /** A cell may be long: boxes that hold many places would be searched one by one. */
  private static final int MAX_BOXES = 1 << 30;

  private final CellMetric metric;
  private final int[] boxes = new int[3];
  private final double[] heights = new double[3];
  private final Map<Long, List<Integer>> members = new HashMap<>();
  private final List<Vector3> positions = new ArrayList<>();

  PlaceIndex(Lattice lattice) {
    metric = CellMetric.of(lattice);
    ReciprocalLattice reciprocal = lattice.reciprocal();
    heights[0] = 1 / reciprocal.a().length();
    heights[1] = 1 / reciprocal.b().length();
    heights[2] = 1 / reciprocal.c().length();
    for (int axis = 0; axis < 3; axis++) {
      boxes[axis] = (int) Math.max(1, Math.min(MAX_BOXES, Math.floor(heights[axis] / BOX)));
    }
  }

  /** Adds a place (fractional, in the cell); its number is how many were added before. */
  void add(Vector3 position) {
    members
        .computeIfAbsent(
            key(box(position.x(), 0), box(position.y(), 1), box(position.z(), 2)),
            k -> new ArrayList<>(2))
        .add(positions.size());
    positions.add(position);
  }

  /** Number of a place within {@code tolerance} angstrom of a position in the cell; -1 for none. */
  int find(Vector3 position, double tolerance) {
    int x = lowest(position.x(), 0, tolerance);
    int y = lowest(position.y(), 1, tolerance);
    int z = lowest(position.z(), 2, tolerance);
    int countX = count(position.x(), 0, tolerance, x);
    int countY = count(position.y(), 1, tolerance, y);
    int countZ = count(position.z(), 2, tolerance, z);
    for (int i = 0; i < countX; i++) {
      for (int j = 0; j < countY; j++) {
        for (int k = 0; k < countZ; k++) {
          int found =
              findIn(
                  key(
                      Math.floorMod(x + i, boxes[0]),
                      Math.floorMod(y + j, boxes[1]),
                      Math.floorMod(z + k, boxes[2])),
                  position,
                  tolerance);
          if (found >= 0) {
            return found;
          }
        }
      }
    }
    return -1;
  }

  private int findIn(long key, Vector3 position, double tolerance) {
    List<Integer> box = members.get(key);
    if (box == null) {
      return -1;
    }
    for (int candidate : box) {
      Vector3 other = positions.get(candidate);
      double squared =
          metric.squaredDistance(
              other.x() - position.x(), other.y() - position.y(), other.z() - position.z());
      if (squared < tolerance * tolerance) {
        return candidate;
      }
    }
    return -1;
  }

  /** First box along an axis that reaches into the tolerance; may lie one cell below. */
  private int lowest(double coordinate, int axis, double tolerance) {
    return (int) Math.floor((coordinate - tolerance / heights[axis]) * boxes[axis]);
  }

  /** Boxes along an axis from the lowest on, none of them twice. */
  private int count(double coordinate, int axis, double tolerance, int lowest) {
    int highest = (int) Math.floor((coordinate + tolerance / heights[axis]) * boxes[axis]);
    return Math.min(boxes[axis], highest - lowest + 1);
  }

  private int box(double coordinate, int axis) {
    return Math.min(boxes[axis] - 1, (int) (coordinate * boxes[axis]));
  }

  private long key(int x, int y, int z) {
    return ((long) x * boxes[1] + y) * boxes[2] + z;
  }
}
