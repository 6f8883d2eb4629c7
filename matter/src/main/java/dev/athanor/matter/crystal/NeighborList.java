package dev.athanor.matter.crystal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.Arrays;
import java.util.List;

/**
 * For every site of a crystal, the periodic images of sites around it, nearest first.
 *
 * <p>Built with a cell list in fractional space: sites are sorted into bins, and only bins that the
 * cutoff sphere can touch are visited; small cells are covered by visiting a bin once per periodic
 * image. Cost grows linearly with the number of sites. A site's own periodic images count as
 * neighbours, the site itself does not. Bonds are stored flat; those of site {@code i} are {@code
 * start(i)} (inclusive) to {@code end(i)} (exclusive).
 */
public final class NeighborList {
  /** Neighbours whose distance differs by less, in angstrom, are tied. */
  public static final double TIE_TOLERANCE = 1e-4;

  private static final int MAX_NEIGHBORS = 50_000_000;

  private final int[] starts;
  private final int[] neighbors;
  private final double[] distances;
  private final double[] displacements;

  private NeighborList(int[] starts, int[] neighbors, double[] distances, double[] displacements) {
    this.starts = starts;
    this.neighbors = neighbors;
    this.distances = distances;
    this.displacements = displacements;
  }

  /** Every image closer than or at {@code cutoff} angstrom. */
  public static NeighborList within(Crystal crystal, double cutoff) {
    return new Builder(crystal, cutoff).build(Integer.MAX_VALUE);
  }

  /**
   * The {@code count} nearest images within {@code cutoff} angstrom; images tied with the last one,
   * within {@link #TIE_TOLERANCE}, are kept too, so that the choice does not depend on the order of
   * sites.
   */
  public static NeighborList nearest(Crystal crystal, double cutoff, int count) {
    return new Builder(crystal, cutoff).build(count);
  }

  /** Number of central sites. */
  public int siteCount() {
    return starts.length - 1;
  }

  /** Number of neighbours of all sites together. */
  public int bondCount() {
    return neighbors.length;
  }

  /** First bond of a site. */
  public int start(int site) {
    return starts[site];
  }

  /** One past the last bond of a site. */
  public int end(int site) {
    return starts[site + 1];
  }

  /** Index of the neighbouring site in the crystal. */
  public int neighbor(int bond) {
    return neighbors[bond];
  }

  /** Length of the bond, angstrom. */
  public double distance(int bond) {
    return distances[bond];
  }

  /** From the central site to the neighbouring image, Cartesian, angstrom. */
  public Vector3 displacement(int bond) {
    return new Vector3(
        displacements[3 * bond], displacements[3 * bond + 1], displacements[3 * bond + 2]);
  }

  private static final class Builder {
    private final double cutoff;
    private final int siteCount;
    private final double[] lattice;
    private final double[] cartesian;
    private final int[] bins = new int[3];
    private final int[] reach = new int[3];
    private final int[] binOf;
    private final int[] binStart;
    private final int[] binSites;

    private int count;
    private int[] foundNeighbor = new int[256];
    private double[] foundVector = new double[4 * 256];

    Builder(Crystal crystal, double cutoff) {
      if (!(cutoff > 0) || cutoff > 100) {
        throw new MatterException(
            MatterErrors.TOO_LARGE, "a neighbour cutoff must lie in (0, 100] angstrom: " + cutoff);
      }
      this.cutoff = cutoff;
      List<Site> sites = crystal.sites();
      siteCount = sites.size();
      Lattice cell = crystal.lattice();
      lattice =
          new double[] {
            cell.a().x(), cell.a().y(), cell.a().z(),
            cell.b().x(), cell.b().y(), cell.b().z(),
            cell.c().x(), cell.c().y(), cell.c().z()
          };
      Lattice reciprocal = cell.reciprocal();
      double[] heights = {
        1 / reciprocal.a().length(), 1 / reciprocal.b().length(), 1 / reciprocal.c().length()
      };
      int most = Math.max(1, (int) Math.ceil(Math.cbrt(siteCount)) * 2);
      for (int axis = 0; axis < 3; axis++) {
        bins[axis] = Math.max(1, Math.min(most, (int) Math.floor(heights[axis] / cutoff)));
        reach[axis] = (int) Math.ceil(cutoff * bins[axis] / heights[axis] + 1e-9);
      }
      cartesian = new double[3 * siteCount];
      binOf = new int[3 * siteCount];
      int[] flat = new int[siteCount];
      binStart = new int[bins[0] * bins[1] * bins[2] + 1];
      for (int i = 0; i < siteCount; i++) {
        Vector3 wrapped = sites.get(i).position().wrapped();
        Vector3 place = cell.toCartesian(wrapped);
        cartesian[3 * i] = place.x();
        cartesian[3 * i + 1] = place.y();
        cartesian[3 * i + 2] = place.z();
        binOf[3 * i] = Math.min(bins[0] - 1, (int) (wrapped.x() * bins[0]));
        binOf[3 * i + 1] = Math.min(bins[1] - 1, (int) (wrapped.y() * bins[1]));
        binOf[3 * i + 2] = Math.min(bins[2] - 1, (int) (wrapped.z() * bins[2]));
        flat[i] = (binOf[3 * i] * bins[1] + binOf[3 * i + 1]) * bins[2] + binOf[3 * i + 2];
        binStart[flat[i] + 1]++;
      }
      for (int i = 0; i + 1 < binStart.length; i++) {
        binStart[i + 1] += binStart[i];
      }
      int[] next = Arrays.copyOf(binStart, binStart.length);
      binSites = new int[siteCount];
      for (int i = 0; i < siteCount; i++) {
        binSites[next[flat[i]]++] = i;
      }
    }

    NeighborList build(int wanted) {
      int[] starts = new int[siteCount + 1];
      int[] neighbors = new int[Math.max(16, siteCount * Math.min(wanted, 64))];
      double[] distances = new double[neighbors.length];
      double[] displacements = new double[3 * neighbors.length];
      int total = 0;
      for (int i = 0; i < siteCount; i++) {
        collect(i);
        int[] order = sorted(wanted);
        if ((long) total + order.length > MAX_NEIGHBORS) {
          throw new MatterException(
              MatterErrors.TOO_LARGE,
              "more than " + MAX_NEIGHBORS + " neighbours within " + cutoff);
        }
        if (total + order.length > neighbors.length) {
          int capacity = Math.max(total + order.length, 2 * neighbors.length);
          neighbors = Arrays.copyOf(neighbors, capacity);
          distances = Arrays.copyOf(distances, capacity);
          displacements = Arrays.copyOf(displacements, 3 * capacity);
        }
        for (int o : order) {
          neighbors[total] = foundNeighbor[o];
          distances[total] = foundVector[4 * o + 3];
          displacements[3 * total] = foundVector[4 * o];
          displacements[3 * total + 1] = foundVector[4 * o + 1];
          displacements[3 * total + 2] = foundVector[4 * o + 2];
          total++;
        }
        starts[i + 1] = total;
      }
      return new NeighborList(
          starts,
          Arrays.copyOf(neighbors, total),
          Arrays.copyOf(distances, total),
          Arrays.copyOf(displacements, 3 * total));
    }

    /** Fills the scratch arrays with every image within the cutoff of one site, in no order. */
    private void collect(int site) {
      count = 0;
      for (int i = -reach[0]; i <= reach[0]; i++) {
        int x = binOf[3 * site] + i;
        int imageX = Math.floorDiv(x, bins[0]);
        int rowX = (x - imageX * bins[0]) * bins[1];
        for (int j = -reach[1]; j <= reach[1]; j++) {
          int y = binOf[3 * site + 1] + j;
          int imageY = Math.floorDiv(y, bins[1]);
          int rowY = (rowX + y - imageY * bins[1]) * bins[2];
          for (int k = -reach[2]; k <= reach[2]; k++) {
            int z = binOf[3 * site + 2] + k;
            int imageZ = Math.floorDiv(z, bins[2]);
            visit(site, rowY + z - imageZ * bins[2], imageX, imageY, imageZ);
          }
        }
      }
    }

    private void visit(int site, int bin, int imageX, int imageY, int imageZ) {
      double shiftX = imageX * lattice[0] + imageY * lattice[3] + imageZ * lattice[6];
      double shiftY = imageX * lattice[1] + imageY * lattice[4] + imageZ * lattice[7];
      double shiftZ = imageX * lattice[2] + imageY * lattice[5] + imageZ * lattice[8];
      boolean home = imageX == 0 && imageY == 0 && imageZ == 0;
      for (int s = binStart[bin]; s < binStart[bin + 1]; s++) {
        int other = binSites[s];
        double dx = cartesian[3 * other] + shiftX - cartesian[3 * site];
        double dy = cartesian[3 * other + 1] + shiftY - cartesian[3 * site + 1];
        double dz = cartesian[3 * other + 2] + shiftZ - cartesian[3 * site + 2];
        double squared = dx * dx + dy * dy + dz * dz;
        if (squared <= cutoff * cutoff && !(home && other == site)) {
          add(other, dx, dy, dz, Math.sqrt(squared));
        }
      }
    }

    private void add(int neighbor, double dx, double dy, double dz, double distance) {
      if (count == foundNeighbor.length) {
        foundNeighbor = Arrays.copyOf(foundNeighbor, 2 * count);
        foundVector = Arrays.copyOf(foundVector, 8 * count);
      }
      foundNeighbor[count] = neighbor;
      foundVector[4 * count] = dx;
      foundVector[4 * count + 1] = dy;
      foundVector[4 * count + 2] = dz;
      foundVector[4 * count + 3] = distance;
      count++;
    }

    /** The found images by distance, cut after {@code wanted} and those tied with the last. */
    private int[] sorted(int wanted) {
      long[] keys = new long[count];
      for (int i = 0; i < count; i++) {
        // distances are positive, so their bit patterns sort as they do; the low bits carry the
        // index
        long bits = Double.doubleToLongBits(foundVector[4 * i + 3]);
        keys[i] = (bits & ~0xFFFFFL) | i;
      }
      if (count > 0xFFFFF) {
        throw new MatterException(
            MatterErrors.TOO_LARGE, "more than " + 0xFFFFF + " neighbours of one site");
      }
      Arrays.sort(keys);
      int kept = Math.min(wanted, count);
      if (kept < count) {
        double last = foundVector[4 * (int) (keys[kept - 1] & 0xFFFFF) + 3];
        while (kept < count
            && foundVector[4 * (int) (keys[kept] & 0xFFFFF) + 3] < last + TIE_TOLERANCE) {
          kept++;
        }
      }
      int[] order = new int[kept];
      for (int i = 0; i < kept; i++) {
        order[i] = (int) (keys[i] & 0xFFFFF);
      }
      return order;
    }
  }
}
