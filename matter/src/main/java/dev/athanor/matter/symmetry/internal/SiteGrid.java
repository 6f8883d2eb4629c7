package dev.athanor.matter.symmetry.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;

/**
 * Finds the site of a type at a place, within a distance and modulo lattice translations. Sites lie
 * in bins of fractional coordinates, so that a look-up costs the same in small and large cells.
 */
public final class SiteGrid {
  /** Up to this many sites a plain scan is faster than bins. */
  private static final int PLAIN = 12;

  private static final int MAX_BINS = 10_000;

  /** Some seconds of work: large cells that nearly have many symmetries are given up. */
  private static final long MOST_LOOK_UPS = 100_000_000;

  private final AtomicCell cell;
  private final double[] wrapped;
  private final double[] metric;

  /** Bins along each axis; 1 where bins would be no wider than the distance asked about. */
  private final int[] bins = {1, 1, 1};

  private final double[] reach = new double[3];
  private final int[] starts;
  private final int[] members;
  private long lookUps;

  /**
   * @param tolerance largest distance that will be asked about, angstrom
   */
  public SiteGrid(AtomicCell cell, double tolerance) {
    this.cell = cell;
    int size = cell.size();
    this.metric = Matrices.metric(cell.rows());
    this.wrapped = new double[3 * size];
    for (int i = 0; i < wrapped.length; i++) {
      double value = cell.positions()[i] - Math.floor(cell.positions()[i]);
      wrapped[i] = value >= 1 ? 0 : value;
    }
    if (size > PLAIN) {
      chooseBins(size, tolerance);
    }
    int total = bins[0] * bins[1] * bins[2];
    this.starts = new int[total + 1];
    this.members = new int[size];
    fill(size);
  }

  private void chooseBins(int size, double tolerance) {
    double[] inverse = Matrices.inverse(cell.rows());
    double side = Math.cbrt(Math.abs(Matrices.determinant(cell.rows())) / size);
    for (int k = 0; k < 3; k++) {
      // column k of the inverse is the reciprocal vector, whose length turns angstrom to fractions
      double length =
          Math.sqrt(
              inverse[k] * inverse[k]
                  + inverse[3 + k] * inverse[3 + k]
                  + inverse[6 + k] * inverse[6 + k]);
      reach[k] = tolerance * length * (1 + 1e-9) + 1e-12;
      int fitting = (int) Math.min(MAX_BINS, Math.floor(1 / (2.5 * reach[k])));
      bins[k] = Math.max(1, Math.min(fitting, (int) Math.round(1.3 / (length * side))));
    }
  }

  private void fill(int size) {
    int[] binOf = new int[size];
    for (int i = 0; i < size; i++) {
      int bin = 0;
      for (int k = 0; k < 3; k++) {
        bin = bin * bins[k] + Math.min(bins[k] - 1, (int) (wrapped[3 * i + k] * bins[k]));
      }
      binOf[i] = bin;
      starts[bin + 1]++;
    }
    for (int bin = 0; bin + 1 < starts.length; bin++) {
      starts[bin + 1] += starts[bin];
    }
    int[] next = starts.clone();
    for (int i = 0; i < size; i++) {
      members[next[binOf[i]]++] = i;
    }
  }

  /**
   * A site of this type no further than {@code tolerance} angstrom from the place, or -1; the
   * nearest where there are several.
   */
  public int find(int type, double x, double y, double z, double tolerance) {
    return find(type, x, y, z, tolerance, -1);
  }

  /** True when two sites of one type are no further apart than {@code tolerance} angstrom. */
  public boolean hasCloseSites(double tolerance) {
    for (int i = 0; i < cell.size(); i++) {
      if (find(cell.type(i), wrapped[3 * i], wrapped[3 * i + 1], wrapped[3 * i + 2], tolerance, i)
          >= 0) {
        return true;
      }
    }
    return false;
  }

  private int find(int type, double x, double y, double z, double tolerance, int except) {
    double limit = tolerance * tolerance;
    if (starts.length == 2) {
      return scan(0, type, x, y, z, limit, -1, except);
    }
    int found = -1;
    int fromX = bin(0, x - reach[0]);
    int countX = count(0, x, fromX);
    int fromY = bin(1, y - reach[1]);
    int countY = count(1, y, fromY);
    int fromZ = bin(2, z - reach[2]);
    int countZ = count(2, z, fromZ);
    double best = limit;
    for (int i = 0; i < countX; i++) {
      int a = (fromX + i) % bins[0];
      for (int j = 0; j < countY; j++) {
        int b = (fromY + j) % bins[1];
        for (int k = 0; k < countZ; k++) {
          int c = (fromZ + k) % bins[2];
          int hit = scan((a * bins[1] + b) * bins[2] + c, type, x, y, z, best, found, except);
          if (hit != found) {
            found = hit;
            best = squaredDistance(hit, x, y, z);
          }
        }
      }
    }
    return found;
  }

  private int bin(int axis, double value) {
    double inside = value - Math.floor(value);
    return Math.min(bins[axis] - 1, (int) (inside * bins[axis]));
  }

  private int count(int axis, double value, int from) {
    return bins[axis] == 1 || bin(axis, value + reach[axis]) == from ? 1 : 2;
  }

  private int scan(
      int bin, int type, double x, double y, double z, double limit, int foundBefore, int except) {
    int found = foundBefore;
    double best = limit;
    for (int next = starts[bin]; next < starts[bin + 1]; next++) {
      int site = members[next];
      if (cell.type(site) == type && site != except) {
        double squared = squaredDistance(site, x, y, z);
        if (squared <= best) {
          found = site;
          best = squared;
        }
      }
    }
    return found;
  }

  private double squaredDistance(int site, double x, double y, double z) {
    double dx = wrapped[3 * site] - x;
    double dy = wrapped[3 * site + 1] - y;
    double dz = wrapped[3 * site + 2] - z;
    dx -= Math.rint(dx);
    dy -= Math.rint(dy);
    dz -= Math.rint(dz);
    return dx * (metric[0] * dx + 2 * (metric[1] * dy + metric[2] * dz))
        + dy * (metric[4] * dy + 2 * metric[5] * dz)
        + dz * metric[8] * dz;
  }

  /**
   * True when the operation {@code x' = W x + w} brings every site to within {@code tolerance}
   * angstrom of one of its type.
   *
   * @throws MatterException {@code TOO_LARGE} after {@value #MOST_LOOK_UPS} look-ups in all
   */
  public boolean isSymmetry(int[] w, double[] shift, double tolerance) {
    double[] p = cell.positions();
    for (int i = 0; i < cell.size(); i++) {
      if (++lookUps > MOST_LOOK_UPS) {
        throw new MatterException(
            MatterErrors.TOO_LARGE, "symmetry of " + cell.size() + " sites takes too long to tell");
      }
      double x = p[3 * i];
      double y = p[3 * i + 1];
      double z = p[3 * i + 2];
      if (find(
              cell.type(i),
              w[0] * x + w[1] * y + w[2] * z + shift[0],
              w[3] * x + w[4] * y + w[5] * z + shift[1],
              w[6] * x + w[7] * y + w[8] * z + shift[2],
              tolerance)
          < 0) {
        return false;
      }
    }
    return true;
  }
}
