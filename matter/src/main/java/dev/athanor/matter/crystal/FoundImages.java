package dev.athanor.matter.crystal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.Arrays;

/**
 * The images found around one site, and their order by distance. Reused from site to site.
 *
 * <p>In a crystal the number of images grows with the third power of the distance, so that their
 * squared distances fall almost evenly into as many buckets as there are images: sorting is linear.
 */
final class FoundImages {
  private static final int INDEX_BITS = 20;
  private static final int MAX_COUNT = 1 << INDEX_BITS;
  private static final long INDEX_MASK = MAX_COUNT - 1;

  /** Up to this many are sorted by insertion. */
  private static final int FEW = 24;

  private int count;
  private double squaredReach;
  private int[] site = new int[128];
  private double[] x = new double[128];
  private double[] y = new double[128];
  private double[] z = new double[128];
  private double[] squared = new double[128];
  private long[] keys = new long[128];
  private int[] bucketEnds = new int[64];

  /** Forgets everything, ready for images up to this squared distance. */
  void clear(double newSquaredReach) {
    count = 0;
    squaredReach = newSquaredReach;
  }

  double squaredReach() {
    return squaredReach;
  }

  /** True when an image that was not looked for cannot be among the kept ones; after sorting. */
  boolean isCertainOf(int wanted) {
    return count >= wanted && tied(wanted) <= squaredReach;
  }

  void add(int neighbor, double dx, double dy, double dz, double squaredDistance) {
    if (count == site.length) {
      grow();
    }
    site[count] = neighbor;
    x[count] = dx;
    y[count] = dy;
    z[count] = dz;
    squared[count] = squaredDistance;
    count++;
  }

  private void grow() {
    if (count == MAX_COUNT) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "more than " + MAX_COUNT + " neighbours of one site");
    }
    site = Arrays.copyOf(site, 2 * count);
    x = Arrays.copyOf(x, 2 * count);
    y = Arrays.copyOf(y, 2 * count);
    z = Arrays.copyOf(z, 2 * count);
    squared = Arrays.copyOf(squared, 2 * count);
    keys = new long[2 * count];
  }

  int site(int rank) {
    return site[index(rank)];
  }

  double x(int rank) {
    return x[index(rank)];
  }

  double y(int rank) {
    return y[index(rank)];
  }

  double z(int rank) {
    return z[index(rank)];
  }

  double distance(int rank) {
    return Math.sqrt(squared[index(rank)]);
  }

  private int index(int rank) {
    return (int) (keys[rank] & INDEX_MASK);
  }

  /** Sorts, and tells how many are kept: {@code wanted}, and those tied with the last of them. */
  int sort(int wanted) {
    if (count <= FEW) {
      for (int i = 0; i < count; i++) {
        keys[i] = key(i);
      }
      insertionSort(0, count);
    } else {
      bucketSort(wanted);
    }
    int kept = Math.min(wanted, count);
    if (kept < count) {
      double limit = tied(kept);
      while (kept < count && squared[index(kept)] < limit) {
        kept++;
      }
    }
    return kept;
  }

  /** Squared distances are positive, so their bits sort as they do; the low ones hold the index. */
  private long key(int i) {
    return (Double.doubleToRawLongBits(squared[i]) & ~INDEX_MASK) | i;
  }

  private void bucketSort(int wanted) {
    int buckets = count;
    if (bucketEnds.length < buckets + 1) {
      bucketEnds = new int[Math.max(buckets + 1, 2 * bucketEnds.length)];
    }
    Arrays.fill(bucketEnds, 0, buckets + 1, 0);
    double scale = (buckets - 1) / squaredReach;
    for (int i = 0; i < count; i++) {
      bucketEnds[bucket(i, scale, buckets) + 1]++;
    }
    for (int i = 1; i <= buckets; i++) {
      bucketEnds[i] += bucketEnds[i - 1];
    }
    // each end is still the start of its bucket, and becomes its end as the bucket fills
    for (int i = 0; i < count; i++) {
      keys[bucketEnds[bucket(i, scale, buckets)]++] = key(i);
    }
    int start = 0;
    double limit = Double.POSITIVE_INFINITY;
    // the rest need not be sorted once it is farther than all that are kept
    for (int i = 0; i < buckets && i <= limit * scale; i++) {
      int end = bucketEnds[i];
      if (end - start > FEW) {
        Arrays.sort(keys, start, end);
      } else if (end - start > 1) {
        insertionSort(start, end);
      }
      if (start < wanted && end >= wanted) {
        limit = tied(wanted);
      }
      start = end;
    }
  }

  /** Squared distance below which an image is tied with the last one that is wanted. */
  private double tied(int wanted) {
    double tied = distance(wanted - 1) + NeighborList.TIE_TOLERANCE;
    return tied * tied;
  }

  private int bucket(int i, double scale, int buckets) {
    return Math.min(buckets - 1, (int) (squared[i] * scale));
  }

  private void insertionSort(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      long key = keys[i];
      int j = i - 1;
      while (j >= from && keys[j] > key) {
        keys[j + 1] = keys[j];
        j--;
      }
      keys[j + 1] = key;
    }
  }
}
