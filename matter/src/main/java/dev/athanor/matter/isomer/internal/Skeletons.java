package dev.athanor.matter.isomer.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All skeletons of a size, each once: every one is a smaller skeleton with one more vertex, since a
 * connected graph has a vertex that may be taken away without breaking it.
 *
 * <p>Made when first asked for and kept: 9 vertices give some ten thousand, in about a second.
 */
public final class Skeletons {
  private static final List<List<Skeleton>> MADE = new ArrayList<>();

  private Skeletons() {}

  /** The skeletons of this many vertices, by ascending number of edges. */
  public static List<Skeleton> ofSize(int size) {
    synchronized (MADE) {
      while (MADE.size() < size) {
        MADE.add(MADE.isEmpty() ? List.of(Skeleton.of(1, 0)) : grown(MADE.get(MADE.size() - 1)));
      }
      return MADE.get(size - 1);
    }
  }

  private static List<Skeleton> grown(List<Skeleton> smaller) {
    int size = smaller.get(0).size() + 1;
    long[] codes =
        smaller.stream()
            .flatMapToLong(
                skeleton ->
                    IntStream.range(1, 1 << (size - 1))
                        .filter(chosen -> mayJoin(skeleton, chosen))
                        .mapToLong(chosen -> CanonicalCode.of(joined(skeleton, chosen))))
            .distinct()
            .toArray();
    return Arrays.stream(codes)
        .boxed()
        .sorted(
            (a, b) -> {
              int byEdges = Integer.compare(Long.bitCount(a), Long.bitCount(b));
              return byEdges != 0 ? byEdges : Long.compare(a, b);
            })
        .map(code -> Skeleton.of(size, code))
        .toList();
  }

  private static boolean mayJoin(Skeleton skeleton, int chosen) {
    if (Integer.bitCount(chosen) > Skeleton.MAX_DEGREE) {
      return false;
    }
    for (int rest = chosen; rest != 0; rest &= rest - 1) {
      if (skeleton.degree(Integer.numberOfTrailingZeros(rest)) == Skeleton.MAX_DEGREE) {
        return false;
      }
    }
    return true;
  }

  private static int[] joined(Skeleton skeleton, int chosen) {
    int[] masks = Arrays.copyOf(skeleton.masks(), skeleton.size() + 1);
    masks[skeleton.size()] = chosen;
    for (int rest = chosen; rest != 0; rest &= rest - 1) {
      masks[Integer.numberOfTrailingZeros(rest)] |= 1 << skeleton.size();
    }
    return masks;
  }
}
