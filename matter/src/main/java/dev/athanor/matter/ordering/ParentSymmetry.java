package dev.athanor.matter.ordering;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every operation that maps a crystal, shared sites and all, onto itself.
 *
 * <p>Matrices are searched among those that keep lengths and angles of the cell; translations among
 * those that bring the rarest kind of site onto itself. The cell has to be reduced: entries beyond
 * 1 in magnitude are not tried.
 */
public final class ParentSymmetry {
  private static final double SAME_OCCUPANCY = 1e-3;

  private final Crystal crystal;
  private final double tolerance;
  private final List<Site> sites;

  private ParentSymmetry(Crystal crystal, double tolerance) {
    this.crystal = crystal;
    this.tolerance = tolerance;
    sites = crystal.sites();
  }

  /**
   * The operations, the identity among them.
   *
   * @param crystal in a reduced cell
   * @param tolerance how far an image may fall from a site, angstrom
   */
  public static List<ParentOperation> of(Crystal crystal, double tolerance) {
    return new ParentSymmetry(crystal, tolerance).operations();
  }

  private List<ParentOperation> operations() {
    List<ParentOperation> found = new ArrayList<>();
    List<Site> rarest = rarestKind();
    for (int[] rotation : LatticeMatrices.keeping(crystal.lattice(), tolerance)) {
      Vector3 turned =
          new ParentOperation(rotation, new Vector3(0, 0, 0)).apply(rarest.get(0).position());
      for (Site target : rarest) {
        Vector3 translation = target.position().minus(turned).wrapped();
        refined(rotation, translation).ifPresent(found::add);
      }
    }
    return found;
  }

  /** The operation with its translation averaged over all sites, if it maps the crystal. */
  private Optional<ParentOperation> refined(int[] rotation, Vector3 translation) {
    ParentOperation operation = new ParentOperation(rotation, translation);
    Vector3 correction = new Vector3(0, 0, 0);
    for (Site site : sites) {
      Optional<Vector3> miss = miss(site, operation.apply(site.position()));
      if (miss.isEmpty()) {
        return Optional.empty();
      }
      correction = correction.plus(miss.get());
    }
    return Optional.of(
        new ParentOperation(rotation, translation.minus(correction.times(1.0 / sites.size()))));
  }

  /** From the nearest like site to the image, where that is close enough. */
  private Optional<Vector3> miss(Site site, Vector3 image) {
    for (Site other : sites) {
      if (sameOccupants(site, other)) {
        Vector3 difference = nearest(image.minus(other.position()));
        if (crystal.lattice().toCartesian(difference).length() <= tolerance) {
          return Optional.of(difference);
        }
      }
    }
    return Optional.empty();
  }

  private List<Site> rarestKind() {
    List<Site> best = sites;
    for (Site site : sites) {
      List<Site> like = sites.stream().filter(other -> sameOccupants(site, other)).toList();
      if (like.size() < best.size()) {
        best = like;
      }
    }
    return best;
  }

  /** The index of the site onto which an operation of this crystal brings another. */
  public static int siteAt(Crystal crystal, ParentOperation operation, int site) {
    Site from = crystal.sites().get(site);
    Vector3 image = operation.apply(from.position());
    int best = site;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < crystal.sites().size(); i++) {
      Site other = crystal.sites().get(i);
      if (sameOccupants(from, other)) {
        double miss =
            crystal.lattice().toCartesian(nearest(image.minus(other.position()))).length();
        if (miss < least) {
          least = miss;
          best = i;
        }
      }
    }
    return best;
  }

  /** True when two sites are shared by the same elements to the same parts. */
  public static boolean sameOccupants(Site a, Site b) {
    Map<?, Double> of = b.occupancies();
    return a.occupancies().keySet().equals(of.keySet())
        && a.occupancies().entrySet().stream()
            .allMatch(
                e -> Math.abs(e.getValue() - of.getOrDefault(e.getKey(), 0.0)) < SAME_OCCUPANCY);
  }

  private static Vector3 nearest(Vector3 difference) {
    return new Vector3(
        difference.x() - Math.rint(difference.x()),
        difference.y() - Math.rint(difference.y()),
        difference.z() - Math.rint(difference.z()));
  }

  /** Matrices that keep the shape of a cell. */
  private static final class LatticeMatrices {
    private LatticeMatrices() {}

    static List<int[]> keeping(Lattice lattice, double tolerance) {
      List<int[]> vectors = new ArrayList<>();
      for (int i = -1; i <= 1; i++) {
        for (int j = -1; j <= 1; j++) {
          for (int k = -1; k <= 1; k++) {
            vectors.add(new int[] {i, j, k});
          }
        }
      }
      Vector3[] cell = {lattice.a(), lattice.b(), lattice.c()};
      List<List<int[]>> images = new ArrayList<>();
      for (Vector3 edge : cell) {
        images.add(
            vectors.stream()
                .filter(v -> Math.abs(cartesian(lattice, v).length() - edge.length()) <= tolerance)
                .toList());
      }
      List<int[]> found = new ArrayList<>();
      for (int[] a : images.get(0)) {
        for (int[] b : images.get(1)) {
          if (!sameAngle(lattice, a, b, cell[0], cell[1], tolerance)) {
            continue;
          }
          for (int[] c : images.get(2)) {
            if (sameAngle(lattice, a, c, cell[0], cell[2], tolerance)
                && sameAngle(lattice, b, c, cell[1], cell[2], tolerance)) {
              // columns are the images of the cell vectors
              int[] matrix = {a[0], b[0], c[0], a[1], b[1], c[1], a[2], b[2], c[2]};
              if (Math.abs(determinant(matrix)) == 1) {
                found.add(matrix);
              }
            }
          }
        }
      }
      return found;
    }

    private static boolean sameAngle(
        Lattice lattice, int[] u, int[] v, Vector3 p, Vector3 q, double tolerance) {
      double difference = cartesian(lattice, u).dot(cartesian(lattice, v)) - p.dot(q);
      return Math.abs(difference) <= tolerance * (p.length() + q.length()) / 2;
    }

    private static Vector3 cartesian(Lattice lattice, int[] v) {
      return lattice.toCartesian(new Vector3(v[0], v[1], v[2]));
    }

    private static int determinant(int[] m) {
      return m[0] * (m[4] * m[8] - m[5] * m[7])
          - m[1] * (m[3] * m[8] - m[5] * m[6])
          + m[2] * (m[3] * m[7] - m[4] * m[6]);
    }
  }
}
