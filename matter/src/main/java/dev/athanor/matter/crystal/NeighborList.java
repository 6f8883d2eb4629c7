package dev.athanor.matter.crystal;

import dev.athanor.matter.MatterException;

/**
 * For every site of a crystal, the periodic images of sites around it, nearest first.
 *
 * <p>Built with a cell list: the cell is reduced, sites are sorted into columns along its shortest
 * vector, only columns that the cutoff sphere touches are visited, and along a column the images
 * within the sphere are an interval. Cost grows linearly with the number of sites, also in flat and
 * skewed cells. A site's own periodic images count as neighbours, the site itself does not. Bonds
 * are stored flat; those of site {@code i} are {@code start(i)} (inclusive) to {@code end(i)}
 * (exclusive).
 *
 * <p>Symmetry makes many distances equal, and rounding must not part them. An image counts as
 * within the cutoff up to {@link #CUTOFF_TOLERANCE} beyond it. Where a number of neighbours is
 * asked for, those tied with the last one are kept too. Among images at equal distances the order
 * has no meaning.
 */
public final class NeighborList {
  /** Neighbours whose distance differs by less, in angstrom, are tied. */
  public static final double TIE_TOLERANCE = 1e-4;

  /** An image this much beyond the cutoff, in angstrom, is still taken for one at the cutoff. */
  public static final double CUTOFF_TOLERANCE = 1e-8;

  private final int[] starts;
  private final int[] neighbors;
  private final double[] distances;
  private final double[] displacements;

  NeighborList(int[] starts, int[] neighbors, double[] distances, double[] displacements) {
    this.starts = starts;
    this.neighbors = neighbors;
    this.distances = distances;
    this.displacements = displacements;
  }

  /**
   * Every image closer than or at {@code cutoff} angstrom.
   *
   * @throws MatterException {@code TOO_LARGE} for a cutoff outside (0, 100], or more neighbours
   *     than memory should hold
   */
  public static NeighborList within(Crystal crystal, double cutoff) {
    return nearest(crystal, cutoff, Integer.MAX_VALUE);
  }

  /**
   * The {@code count} nearest images within {@code cutoff} angstrom; images tied with the last one,
   * within {@link #TIE_TOLERANCE}, are kept too, so that the choice does not depend on the order of
   * sites.
   *
   * @throws MatterException {@code TOO_LARGE} for a cutoff outside (0, 100], or more neighbours
   *     than memory should hold
   * @throws IllegalArgumentException for a count below one
   */
  public static NeighborList nearest(Crystal crystal, double cutoff, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one neighbour must be wanted: " + count);
    }
    return new NeighborSearch(new ColumnCells(crystal, cutoff), count).list();
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
}
