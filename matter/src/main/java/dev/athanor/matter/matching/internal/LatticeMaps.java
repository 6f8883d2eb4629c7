package dev.athanor.matter.matching.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * All cells of one lattice whose edges and angles are near those of another cell.
 *
 * <p>Every lattice vector as long as an edge of the target, within tolerance, stands for that edge;
 * triples whose angles agree and whose determinant is the wanted one are maps.
 */
final class LatticeMaps {
  private final double[][] cell;
  private final CellShape target;
  private final double lengthTolerance;
  private final double angleTolerance;
  private final WorkBudget budget;

  LatticeMaps(
      double[][] cell,
      CellShape target,
      double lengthTolerance,
      double angleTolerance,
      WorkBudget budget) {
    this.cell = cell;
    this.target = target;
    this.lengthTolerance = lengthTolerance;
    this.angleTolerance = angleTolerance;
    this.budget = budget;
  }

  /** A lattice vector: whole numbers, Cartesian, length. */
  private record Edge(int i, int j, int k, double x, double y, double z, double length) {
    double cosine(Edge other) {
      return (x * other.x + y * other.y + z * other.z) / (length * other.length);
    }
  }

  /** The range that a cosine may take. */
  private record Range(double low, double high) {
    static Range around(double degrees, double tolerance) {
      return new Range(
          Math.cos(Math.toRadians(Math.min(180, degrees + tolerance))) - 1e-12,
          Math.cos(Math.toRadians(Math.max(0, degrees - tolerance))) + 1e-12);
    }

    boolean holds(double cosine) {
      return cosine >= low && cosine <= high;
    }
  }

  List<LatticeMap> find(int determinant) {
    List<List<Edge>> edges = edges();
    Range alpha = Range.around(target.angle(0), angleTolerance);
    Range beta = Range.around(target.angle(1), angleTolerance);
    Range gamma = Range.around(target.angle(2), angleTolerance);
    List<LatticeMap> maps = new ArrayList<>();
    List<Edge> partners = new ArrayList<>();
    for (Edge a : edges.get(0)) {
      partners.clear();
      budget.spend(edges.get(1).size() + edges.get(2).size());
      for (Edge c : edges.get(2)) {
        if (beta.holds(a.cosine(c))) {
          partners.add(c);
        }
      }
      for (Edge b : edges.get(1)) {
        if (gamma.holds(a.cosine(b))) {
          budget.spend(partners.size());
          for (Edge c : partners) {
            if (alpha.holds(b.cosine(c))) {
              LatticeMap map = new LatticeMap(a.i, a.j, a.k, b.i, b.j, b.k, c.i, c.j, c.k);
              if (Math.abs(map.determinant()) == determinant) {
                maps.add(map);
              }
            }
          }
        }
      }
    }
    return maps;
  }

  /** For each edge of the target the lattice vectors of about its length. */
  private List<List<Edge>> edges() {
    List<List<Edge>> edges = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    double longest = Math.max(target.length(0), Math.max(target.length(1), target.length(2)));
    double radius = longest * (1 + lengthTolerance);
    int[] reach = CellShape.reach(cell, radius);
    budget.spend((2L * reach[0] + 1) * (2L * reach[1] + 1) * (2L * reach[2] + 1));
    for (int i = -reach[0]; i <= reach[0]; i++) {
      for (int j = -reach[1]; j <= reach[1]; j++) {
        for (int k = -reach[2]; k <= reach[2]; k++) {
          double x = i * cell[0][0] + j * cell[1][0] + k * cell[2][0];
          double y = i * cell[0][1] + j * cell[1][1] + k * cell[2][1];
          double z = i * cell[0][2] + j * cell[1][2] + k * cell[2][2];
          double squared = x * x + y * y + z * z;
          if (squared <= radius * radius && squared > 0) {
            Edge edge = new Edge(i, j, k, x, y, z, Math.sqrt(squared));
            for (int axis = 0; axis < 3; axis++) {
              double ratio = edge.length / target.length(axis);
              if (ratio < 1 + lengthTolerance && ratio > 1 / (1 + lengthTolerance)) {
                edges.get(axis).add(edge);
              }
            }
          }
        }
      }
    }
    return edges;
  }
}
