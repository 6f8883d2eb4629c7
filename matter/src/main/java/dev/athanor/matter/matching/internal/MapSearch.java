package dev.athanor.matter.matching.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a lattice map and a translation that lay the sites of one cell on those of another.
 *
 * <p>For every lattice map, each site of the rarest kind is laid in turn on the first such site of
 * the target. Where every target site then has a partner within reach, partners are assigned one to
 * one so that the sum of squared distances is least, and the mean displacement is taken off. The
 * largest distance that remains must be below the tolerance.
 */
public final class MapSearch {
  /** So good that nothing better is looked for. */
  private static final double PERFECT = 1e-5;

  /**
   * Of so many maps within tolerance the best is taken; more than a few hundred there are only in
   * blocks of many equal cells, where they are each other's images.
   */
  private static final int MOST_MAPS = 1_000;

  /** What asking a grid for the sites near a place is counted as. */
  private static final int STEPS_OF_A_LOOK = 60;

  private final CellArrays cell;
  private final CellArrays target;
  private final int multiple;
  private final double siteTolerance;
  private final WorkBudget budget;
  private final List<Overlay> overlays = new ArrayList<>();
  private final int[] buffer;

  /**
   * Prepares the search.
   *
   * @param cell the cell to be laid
   * @param target the cell to lay it on, {@code multiple} times as many sites
   * @param scale whether both are brought to the same volume
   */
  public MapSearch(
      CellArrays cell,
      CellArrays target,
      int multiple,
      boolean scale,
      double lengthTolerance,
      double siteTolerance,
      double angleTolerance,
      WorkBudget budget) {
    this.cell = cell;
    this.target = target;
    this.multiple = multiple;
    this.siteTolerance = siteTolerance;
    this.budget = budget;
    buffer = new int[target.count()];
    double ratio = scale ? Math.cbrt(target.volume() / (multiple * cell.volume())) : 1;
    double[][] rows = scaled(cell.rows(), Math.sqrt(ratio));
    CellShape shape = CellShape.of(scaled(target.rows(), 1 / Math.sqrt(ratio)));
    for (LatticeMap map :
        new LatticeMaps(rows, shape, lengthTolerance, angleTolerance, budget).find(multiple)) {
      budget.spend(3L * target.count());
      Overlay.of(map, cell, rows, shape, siteTolerance).ifPresent(overlays::add);
    }
  }

  /**
   * Searches with one map of species.
   *
   * @param kinds for each kind of the target the kind of the other cell that may lie on it
   * @param any whether the first map within tolerance will do; else the one of least rms
   */
  public Optional<SiteMap> search(int[] kinds, boolean any) {
    int rarest = 0;
    for (int kind = 1; kind < kinds.length; kind++) {
      if (target.sitesOfKind(kind).length < target.sitesOfKind(rarest).length) {
        rarest = kind;
      }
    }
    Optional<SiteMap> best = Optional.empty();
    int seen = 0;
    for (Overlay overlay : overlays) {
      int reference = target.sitesOfKind(rarest)[0];
      for (int origin : cell.sitesOfKind(kinds[rarest])) {
        Optional<SiteMap> found =
            new Translated(overlay, kinds, origin * multiple, reference).assigned();
        if (found.isPresent()) {
          seen++;
          best = better(best, found);
          if (any || seen == MOST_MAPS || found.get().rms() < PERFECT) {
            return best;
          }
        }
      }
    }
    return best;
  }

  private static Optional<SiteMap> better(Optional<SiteMap> best, Optional<SiteMap> found) {
    return best.isPresent() && best.get().rms() <= found.orElseThrow().rms() ? best : found;
  }

  private static double[][] scaled(double[][] rows, double factor) {
    double[][] result = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int axis = 0; axis < 3; axis++) {
        result[row][axis] = rows[row][axis] * factor;
      }
    }
    return result;
  }

  /** The target moved so that one of its sites lies on one of the overlay's. */
  private final class Translated {
    private final Overlay overlay;
    private final int[] kinds;
    private final double x;
    private final double y;
    private final double z;

    Translated(Overlay overlay, int[] kinds, int origin, int reference) {
      this.overlay = overlay;
      this.kinds = kinds;
      double[] places = overlay.sites();
      double[] wanted = target.fractional();
      x = places[3 * origin] - wanted[3 * reference];
      y = places[3 * origin + 1] - wanted[3 * reference + 1];
      z = places[3 * origin + 2] - wanted[3 * reference + 2];
    }

    Optional<SiteMap> assigned() {
      if (!everySiteMayPair()) {
        return Optional.empty();
      }
      int[] partners = new int[target.count()];
      double[] vectors = new double[3 * target.count()];
      for (int kind = 0; kind < kinds.length; kind++) {
        if (!assign(kind, partners, vectors)) {
          return Optional.empty();
        }
      }
      return measured(partners, vectors);
    }

    private boolean everySiteMayPair() {
      double[] places = target.fractional();
      for (int kind = 0; kind < kinds.length; kind++) {
        SiteGrid grid = overlay.grid(cell, kinds[kind]);
        int[] sites = target.sitesOfKind(kind);
        for (int i = 0; i < sites.length; i++) {
          int at = 3 * sites[i];
          if (!grid.holdsOneNear(places[at] + x, places[at + 1] + y, places[at + 2] + z)) {
            budget.spend(STEPS_OF_A_LOOK * (i + 1L));
            return false;
          }
        }
        budget.spend((long) STEPS_OF_A_LOOK * sites.length);
      }
      return true;
    }

    /** Gives every site its nearest; only where two want the same is the whole problem solved. */
    private boolean assign(int kind, int[] partners, double[] vectors) {
      int[] sites = target.sitesOfKind(kind);
      int size = sites.length;
      SiteGrid grid = overlay.grid(cell, kinds[kind]);
      int[][] near = new int[size][];
      double[][] costs = new double[size][];
      boolean[] taken = new boolean[cell.count() * multiple];
      boolean distinct = true;
      double[] vector = new double[3];
      double[] places = target.fractional();
      for (int row = 0; row < size; row++) {
        int at = 3 * sites[row];
        double px = places[at] + x;
        double py = places[at + 1] + y;
        double pz = places[at + 2] + z;
        int count = grid.near(px, py, pz, buffer);
        near[row] = Arrays.copyOf(buffer, count);
        costs[row] = new double[count];
        int best = -1;
        for (int i = 0; i < count; i++) {
          costs[row][i] = overlay.shortest(buffer[i], px, py, pz, vector);
          if (costs[row][i] < Double.POSITIVE_INFINITY
              && (best < 0 || costs[row][i] < costs[row][best])) {
            best = i;
          }
        }
        budget.spend(STEPS_OF_A_LOOK + 8L * count);
        if (best < 0) {
          return false;
        }
        partners[sites[row]] = near[row][best];
        distinct &= !taken[near[row][best]];
        taken[near[row][best]] = true;
      }
      if (!distinct && !solve(kind, near, costs, partners)) {
        return false;
      }
      for (int site : sites) {
        overlay.shortest(
            partners[site],
            places[3 * site] + x,
            places[3 * site + 1] + y,
            places[3 * site + 2] + z,
            vector);
        System.arraycopy(vector, 0, vectors, 3 * site, 3);
      }
      return true;
    }

    private boolean solve(int kind, int[][] near, double[][] nearCosts, int[] partners) {
      int[] sites = target.sitesOfKind(kind);
      int[] others = cell.sitesOfKind(kinds[kind]);
      int size = sites.length;
      double[] costs = new double[size * size];
      Arrays.fill(costs, Double.POSITIVE_INFINITY);
      for (int row = 0; row < size; row++) {
        for (int i = 0; i < near[row].length; i++) {
          int column = Arrays.binarySearch(others, near[row][i] / multiple) * multiple;
          costs[row * size + column + near[row][i] % multiple] = nearCosts[row][i];
        }
      }
      int[] columns = new int[size];
      if (!Assignment.solve(costs, size, columns, budget)) {
        return false;
      }
      for (int row = 0; row < size; row++) {
        partners[sites[row]] = others[columns[row] / multiple] * multiple + columns[row] % multiple;
      }
      return true;
    }

    private Optional<SiteMap> measured(int[] partners, double[] vectors) {
      int count = partners.length;
      double[] mean = new double[3];
      for (int i = 0; i < vectors.length; i++) {
        mean[i % 3] += vectors[i] / count;
      }
      double sum = 0;
      double largest = 0;
      for (int i = 0; i < count; i++) {
        double squared =
            overlay.squaredInUnits(
                vectors[3 * i] - mean[0],
                vectors[3 * i + 1] - mean[1],
                vectors[3 * i + 2] - mean[2]);
        sum += squared;
        largest = Math.max(largest, squared);
      }
      if (!(Math.sqrt(largest) < siteTolerance)) {
        return Optional.empty();
      }
      List<Integer> sites = new ArrayList<>(count);
      for (int partner : partners) {
        sites.add(partner / multiple);
      }
      return Optional.of(
          new SiteMap(
              Math.sqrt(sum / count), Math.sqrt(largest), overlay.map().basisChange(), sites));
    }
  }
}
