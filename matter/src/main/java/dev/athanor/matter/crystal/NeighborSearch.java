package dev.athanor.matter.crystal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.Arrays;

/** Gathers the neighbours of every site into one list. */
final class NeighborSearch {
  private static final int MAX_NEIGHBORS = 50_000_000;

  /** How many times the wanted neighbours the first search should find on average. */
  private static final double FIRST_SEARCH = 1.5;

  private final ColumnCells cells;
  private final int wanted;
  private final double reach;
  private final double firstReach;
  private int total;
  private int[] neighbors;
  private double[] distances;
  private double[] displacements;

  /**
   * @param wanted neighbours of each site; those tied with the last one are added
   */
  NeighborSearch(ColumnCells cells, int wanted) {
    this.cells = cells;
    this.wanted = wanted;
    reach = cells.cutoff() + NeighborList.CUTOFF_TOLERANCE;
    firstReach = Math.cbrt(FIRST_SEARCH * wanted / cells.density() / (4 * Math.PI / 3));
    int capacity = cells.siteCount() * Math.min(wanted, 40) + 64;
    neighbors = new int[capacity];
    distances = new double[capacity];
    displacements = new double[3 * capacity];
  }

  NeighborList list() {
    FoundImages found = new FoundImages();
    int[] starts = new int[cells.siteCount() + 1];
    for (int site = 0; site < cells.siteCount(); site++) {
      int kept = search(site, found);
      reserve(kept);
      for (int rank = 0; rank < kept; rank++) {
        neighbors[total] = found.site(rank);
        distances[total] = found.distance(rank);
        cells
            .frame()
            .toLatticeFrame(found.x(rank), found.y(rank), found.z(rank), displacements, 3 * total);
        total++;
      }
      starts[site + 1] = total;
    }
    return new NeighborList(
        starts,
        Arrays.copyOf(neighbors, total),
        Arrays.copyOf(distances, total),
        Arrays.copyOf(displacements, 3 * total));
  }

  /**
   * A smaller sphere usually holds all that are wanted; where it does not, the whole is searched.
   */
  private int search(int site, FoundImages found) {
    if (firstReach < reach) {
      cells.collect(site, firstReach, found);
      int kept = found.sort(wanted);
      if (found.isCertainOf(wanted)) {
        return kept;
      }
    }
    cells.collect(site, reach, found);
    return found.sort(wanted);
  }

  private void reserve(int more) {
    if (total > MAX_NEIGHBORS - more) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "more than " + MAX_NEIGHBORS + " neighbours");
    }
    if (total + more > neighbors.length) {
      int capacity = Math.max(total + more, Math.min(MAX_NEIGHBORS, 2 * neighbors.length));
      neighbors = Arrays.copyOf(neighbors, capacity);
      distances = Arrays.copyOf(distances, capacity);
      displacements = Arrays.copyOf(displacements, 3 * capacity);
    }
  }
}
