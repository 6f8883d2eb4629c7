package dev.athanor.matter.crystal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.Arrays;
import java.util.List;

/**
 * The sites of a crystal in columns along its shortest lattice vector, and the search of a sphere
 * among their periodic images.
 */
final class ColumnCells {
  private static final double LARGEST_CUTOFF = 100;

  /** Pairs of a site and a site in a column near it, beyond which a search is refused. */
  private static final double MAX_VISITS = 2e10;

  /** Rounding must not hide a column that the sphere just touches, angstrom. */
  private static final double SLACK = 1e-7;

  private final TriangularFrame frame;
  private final double cutoff;
  private final int binsC;
  private final int binsB;
  private final int[] starts;
  private final int[] sites;
  private final int[] places;
  private final double[] x;
  private final double[] y;
  private final double[] z;

  ColumnCells(Crystal crystal, double cutoff) {
    if (!(cutoff > 0) || cutoff > LARGEST_CUTOFF) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "a neighbour cutoff must lie in (0, 100] angstrom: " + cutoff);
    }
    frame = new TriangularFrame(crystal.lattice());
    this.cutoff = cutoff;
    double reach = cutoff + NeighborList.CUTOFF_TOLERANCE;
    int count = crystal.sites().size();
    // two columns in a cutoff, and not many more columns than sites
    binsC = (int) Math.max(1, Math.min(count, Math.floor(2 * frame.cz / reach)));
    binsB = (int) Math.max(1, Math.min(4.0 * count / binsC, Math.floor(2 * frame.by / reach)));
    double visits =
        (double) count * count * ((2 * reach / frame.cz + 1) * (2 * reach / frame.by + 1));
    if (visits > MAX_VISITS && visits / binsC / binsB > MAX_VISITS / 100) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "too many sites and images within " + cutoff + " angstrom");
    }
    starts = new int[binsC * binsB + 1];
    sites = new int[count];
    places = new int[count];
    x = new double[count];
    y = new double[count];
    z = new double[count];
    fill(crystal);
  }

  int siteCount() {
    return sites.length;
  }

  TriangularFrame frame() {
    return frame;
  }

  double cutoff() {
    return cutoff;
  }

  /** Sites in a cubic angstrom. */
  double density() {
    return sites.length / (frame.ax * frame.by * frame.cz);
  }

  private void fill(Crystal crystal) {
    List<Site> all = crystal.sites();
    double[] wrapped = new double[3 * all.size()];
    int[] column = new int[all.size()];
    for (int i = 0; i < column.length; i++) {
      Vector3 place = frame.wrapped(crystal.lattice().toCartesian(all.get(i).position().wrapped()));
      wrapped[3 * i] = place.x();
      wrapped[3 * i + 1] = place.y();
      wrapped[3 * i + 2] = place.z();
      double c = place.z() / frame.cz;
      double b = (place.y() - c * frame.cy) / frame.by;
      column[i] = bin(c, binsC) * binsB + bin(b, binsB);
      starts[column[i] + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    int[] next = Arrays.copyOf(starts, starts.length);
    for (int i = 0; i < column.length; i++) {
      int place = next[column[i]]++;
      sites[place] = i;
      places[i] = place;
      x[place] = wrapped[3 * i];
      y[place] = wrapped[3 * i + 1];
      z[place] = wrapped[3 * i + 2];
    }
  }

  private static int bin(double share, int bins) {
    return Math.max(0, Math.min(bins - 1, (int) (share * bins)));
  }

  /** Every image within {@code reach} of a site. */
  void collect(int site, double reach, FoundImages found) {
    found.clear(reach * reach);
    int place = places[site];
    double height = z[place];
    double c = height / frame.cz;
    double b = (y[place] - c * frame.cy) / frame.by;
    double window = reach + SLACK;
    int last = (int) Math.floor((c + window / frame.cz) * binsC);
    for (int u = (int) Math.floor((c - window / frame.cz) * binsC); u <= last; u++) {
      int image = Math.floorDiv(u, binsC);
      double low = u * frame.cz / binsC - height;
      double high = low + frame.cz / binsC;
      double gap = Math.max(0, Math.max(low, -high) - SLACK);
      double left = window * window - gap * gap;
      if (left < 0) {
        continue;
      }
      double half = Math.sqrt(left);
      double shearLow = low * frame.cy / frame.cz;
      double shearHigh = high * frame.cy / frame.cz;
      double from = (b - (half + Math.max(shearLow, shearHigh)) / frame.by) * binsB;
      double to = (b + (half - Math.min(shearLow, shearHigh)) / frame.by) * binsB;
      slab(place, (u - image * binsC) * binsB, image, (int) Math.floor(from), (int) to, found);
    }
  }

  private void slab(int place, int firstColumn, int imageC, int from, int to, FoundImages found) {
    for (int v = from; v <= to; v++) {
      int imageB = Math.floorDiv(v, binsB);
      int column = firstColumn + v - imageB * binsB;
      int end = starts[column + 1];
      if (starts[column] == end) {
        continue;
      }
      double shiftX = imageC * frame.cx + imageB * frame.bx - x[place];
      double shiftY = imageC * frame.cy + imageB * frame.by - y[place];
      double shiftZ = imageC * frame.cz - z[place];
      boolean home = imageC == 0 && imageB == 0;
      for (int other = starts[column]; other < end; other++) {
        double dz = z[other] + shiftZ;
        double dy = y[other] + shiftY;
        double left = found.squaredReach() - dz * dz - dy * dy;
        if (left >= 0) {
          row(other, x[other] + shiftX, dy, dz, left, home && other == place, found);
        }
      }
    }
  }

  /** The images of one site along the column, of which only an interval is near enough. */
  private void row(
      int other, double dx, double dy, double dz, double left, boolean self, FoundImages found) {
    double half = Math.sqrt(left);
    double last = Math.floor((half - dx) / frame.ax);
    double across = dy * dy + dz * dz;
    for (double k = Math.ceil((-half - dx) / frame.ax); k <= last; k++) {
      if (self && k == 0) {
        continue;
      }
      double along = dx + k * frame.ax;
      found.add(sites[other], along, dy, dz, across + along * along);
    }
  }
}
