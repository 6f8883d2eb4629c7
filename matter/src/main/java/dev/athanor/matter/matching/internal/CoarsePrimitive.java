package dev.athanor.matter.matching.internal;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A smaller cell of a crystal, where translations that hold only nearly count as well.
 *
 * <p>Candidates are the translations that take the first site of the rarest kind to its likes. For
 * every divisor of the numbers of sites, smallest first, the cells that three such translations can
 * span (upper triangular whole-number matrices) are tried; in the smaller cell every site must
 * coincide, along each axis within the tolerance, with exactly as many as the divisor says. Copies
 * are averaged. A coarse tolerance makes a slightly distorted supercell equal to its parent, which
 * is what a comparison of structures wants and a determination of symmetry does not.
 */
public final class CoarsePrimitive {
  /** What asking a grid for the sites near a place is counted as. */
  private static final int STEPS_OF_A_LOOK = 60;

  private final Crystal crystal;
  private final CellArrays cell;
  private final double toleranceAngstrom;
  private final WorkBudget budget;
  private final double[] tolerances;

  private CoarsePrimitive(Crystal crystal, double toleranceAngstrom, WorkBudget budget) {
    this.crystal = crystal;
    this.cell = new CellArrays(crystal);
    this.toleranceAngstrom = toleranceAngstrom;
    this.budget = budget;
    tolerances = fractions(cell.rows());
  }

  /** The smallest cell that repeated search finds; not reduced. */
  public static Crystal of(Crystal crystal, double toleranceAngstrom, WorkBudget budget) {
    Crystal smallest = crystal;
    Optional<Crystal> next = Optional.of(crystal);
    while (next.isPresent()) {
      smallest = next.get();
      next = new CoarsePrimitive(smallest, toleranceAngstrom, budget).smaller();
    }
    return smallest;
  }

  private double[] fractions(double[][] rows) {
    double[] result = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double[] row = rows[axis];
      result[axis] =
          toleranceAngstrom / Math.sqrt(row[0] * row[0] + row[1] * row[1] + row[2] * row[2]);
    }
    return result;
  }

  private Optional<Crystal> smaller() {
    int divisor = 0;
    for (int kind = 0; kind < cell.kindCount(); kind++) {
      divisor = gcd(divisor, cell.sitesOfKind(kind).length);
    }
    if (divisor == 1) {
      return Optional.empty();
    }
    List<double[]> translations = translations();
    // a smaller cell by some factor needs as many translations
    for (int size = 2; size <= Math.min(divisor, translations.size()); size++) {
      if (divisor % size == 0) {
        Optional<Crystal> found = smallerBy(size, translations);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Those that bring every site near one of its kind, in twice the tolerance; zero is one. */
  private List<double[]> translations() {
    int rarest = 0;
    for (int kind = 1; kind < cell.kindCount(); kind++) {
      if (cell.sitesOfKind(kind).length < cell.sitesOfKind(rarest).length) {
        rarest = kind;
      }
    }
    double[] places = cell.fractional();
    List<double[]> kept = new ArrayList<>();
    int first = cell.sitesOfKind(rarest)[0];
    for (int site : cell.sitesOfKind(rarest)) {
      double[] shift = new double[3];
      for (int axis = 0; axis < 3; axis++) {
        shift[axis] = places[3 * site + axis] - places[3 * first + axis];
      }
      kept.add(shift);
    }
    double[] twice = {2 * tolerances[0], 2 * tolerances[1], 2 * tolerances[2]};
    for (int kind = 0; kind < cell.kindCount() && kept.size() > 1; kind++) {
      int[] sites = cell.sitesOfKind(kind);
      SiteGrid grid = new SiteGrid(places, sites, twice);
      for (int site : sites) {
        budget.spend(STEPS_OF_A_LOOK * (long) kept.size());
        kept.removeIf(
            shift ->
                !grid.holdsOneNear(
                    places[3 * site] + shift[0],
                    places[3 * site + 1] + shift[1],
                    places[3 * site + 2] + shift[2]));
      }
    }
    return kept;
  }

  private Optional<Crystal> smallerBy(int size, List<double[]> translations) {
    for (int a = 1; a <= size; a++) {
      for (int e = 1; size % a == 0 && e <= size / a; e++) {
        if (size / a % e == 0) {
          Optional<Crystal> found = smallerBy(a, e, size / a / e, translations);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Tries all triangular matrices with one diagonal. */
  private Optional<Crystal> smallerBy(int a, int e, int g, List<double[]> translations) {
    if (!isOne(translations, 0, 0, 1.0 / g)) {
      return Optional.empty();
    }
    List<Integer> shears = new ArrayList<>();
    for (int f = 0; f < e; f++) {
      if (isOne(translations, 0, 1.0 / e, -f / (double) (e * g))) {
        shears.add(f);
      }
    }
    for (int b = 0; b < a && !shears.isEmpty(); b++) {
      for (int c = 0; c < a; c++) {
        for (int f : shears) {
          double y = -b / (double) (a * e);
          double z = (b * f - c * e) / (double) (a * e * g);
          if (isOne(translations, 1.0 / a, y, z)) {
            Optional<Crystal> found =
                new Folded(
                        new double[][] {
                          {1.0 / a, y, z}, {0, 1.0 / e, -f / (double) (e * g)}, {0, 0, 1.0 / g}
                        },
                        new int[][] {{a, b, c}, {0, e, f}, {0, 0, g}})
                    .crystal();
            if (found.isPresent()) {
              return found;
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean isOne(List<double[]> translations, double x, double y, double z) {
    budget.spend(translations.size());
    for (double[] shift : translations) {
      if (near(shift[0] - x, 0) && near(shift[1] - y, 1) && near(shift[2] - z, 2)) {
        return true;
      }
    }
    return false;
  }

  private boolean near(double difference, int axis) {
    return Math.abs(difference - Math.rint(difference)) < tolerances[axis];
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** The crystal folded into a smaller cell. */
  private final class Folded {
    private final double[][] rows = new double[3][3];
    private final int size;
    private final double[] places;
    private final double[] close;

    /**
     * Folds all sites.
     *
     * @param vectors the smaller cell in fractions of the larger
     * @param matrix the larger in multiples of the smaller
     */
    Folded(double[][] vectors, int[][] matrix) {
      size = matrix[0][0] * matrix[1][1] * matrix[2][2];
      places = new double[3 * cell.count()];
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          for (int k = 0; k < 3; k++) {
            rows[i][j] += vectors[i][k] * cell.rows()[k][j];
          }
          for (int site = 0; site < cell.count(); site++) {
            places[3 * site + j] += cell.fractional()[3 * site + i] * matrix[i][j];
          }
        }
      }
      close = fractions(rows);
    }

    /** The averaged crystal, where copies coincide as they must. */
    Optional<Crystal> crystal() {
      List<Site> sites = new ArrayList<>();
      for (int kind = 0; kind < cell.kindCount(); kind++) {
        if (!fold(cell.sitesOfKind(kind), sites)) {
          return Optional.empty();
        }
      }
      return Optional.of(new Crystal(Lattice.ofRows(rows), sites));
    }

    private boolean fold(int[] members, List<Site> sites) {
      boolean[][] together = new boolean[members.length][members.length];
      budget.spend(2L * members.length * members.length);
      for (int i = 0; i < members.length; i++) {
        int count = 0;
        for (int j = 0; j < members.length; j++) {
          together[i][j] = areCopies(members[i], members[j]);
          count += together[i][j] ? 1 : 0;
        }
        if (count != size) {
          return false;
        }
      }
      boolean[] done = new boolean[members.length];
      for (int i = 0; i < members.length; i++) {
        if (!done[i]) {
          if (!addMean(i, members, together, done, sites)) {
            return false;
          }
        }
      }
      return true;
    }

    /** Copies fall on each other in the small cell and are apart in the large one. */
    private boolean areCopies(int one, int other) {
      if (one == other) {
        return true;
      }
      boolean apart = false;
      for (int axis = 0; axis < 3; axis++) {
        double difference = places[3 * one + axis] - places[3 * other + axis];
        if (!(Math.abs(difference - Math.rint(difference)) < close[axis])) {
          return false;
        }
        double before = cell.fractional()[3 * one + axis] - cell.fractional()[3 * other + axis];
        apart |= Math.abs(before - Math.rint(before)) > 2 * tolerances[axis];
      }
      return apart;
    }

    private boolean addMean(
        int first, int[] members, boolean[][] together, boolean[] done, List<Site> sites) {
      double[] mean = new double[3];
      int count = 0;
      for (int i = 0; i < members.length; i++) {
        if (together[first][i]) {
          for (int j = 0; j < members.length; j++) {
            if (together[first][j] && !together[i][j]) {
              return false;
            }
          }
          done[i] = true;
          count++;
          for (int axis = 0; axis < 3; axis++) {
            double place = places[3 * members[i] + axis];
            double offset = count == 1 ? 0 : place - mean[axis];
            mean[axis] = count == 1 ? place : mean[axis] + (offset - Math.rint(offset)) / count;
          }
        }
      }
      Site site = crystal.sites().get(members[first]);
      sites.add(site.movedTo(new Vector3(mean[0], mean[1], mean[2]).wrapped()));
      return true;
    }
  }
}
