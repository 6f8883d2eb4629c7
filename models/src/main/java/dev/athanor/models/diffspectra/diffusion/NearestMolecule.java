package dev.athanor.models.diffspectra.diffusion;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The bonds of the sound molecule that lies nearest to bond channels.
 *
 * <p>Orders 0 to 3 of all pairs are chosen such that {@code sum |channels - code(order)|^2} is
 * least while no atom has more bonds than its valence, all atoms hang together, and, where the
 * number of hydrogens that do not stand is known, just so many valences are left. Found by branch
 * and bound, the clearest pairs first: exact unless the search grows too long, in which case the
 * best so far is taken.
 */
final class NearestMolecule {
  /** Any number of valences may be left. */
  static final int ANY = -1;

  private static final int MOST_NODES = 200_000;
  private static final int ORDERS = 4;

  private final int atoms;
  private final int[] left;
  private final int[] first;
  private final int[] second;
  private final double[][] costs;
  private final double[] leastAfter;
  private final boolean counted;
  private final int[] chosen;
  private int[] best = new int[0];
  private double bestCost = Double.POSITIVE_INFINITY;
  private int nodes;

  private NearestMolecule(int[] valences, double[][] pairCosts, boolean counted) {
    atoms = valences.length;
    left = valences.clone();
    this.counted = counted;
    int pairs = atoms * (atoms - 1) / 2;
    int[] i = new int[pairs];
    int[] j = new int[pairs];
    int at = 0;
    for (int a = 1; a < atoms; a++) {
      for (int b = 0; b < a; b++) {
        i[at] = a;
        j[at++] = b;
      }
    }
    int[] order =
        IntStream.range(0, pairs)
            .boxed()
            .sorted(Comparator.comparingDouble(p -> -clearness(pairCosts[p])))
            .mapToInt(Integer::intValue)
            .toArray();
    first = Arrays.stream(order).map(p -> i[p]).toArray();
    second = Arrays.stream(order).map(p -> j[p]).toArray();
    costs = Arrays.stream(order).mapToObj(p -> pairCosts[p]).toArray(double[][]::new);
    leastAfter = new double[pairs + 1];
    for (int p = pairs - 1; p >= 0; p--) {
      leastAfter[p] = leastAfter[p + 1] + Arrays.stream(costs[p]).min().orElseThrow();
    }
    chosen = new int[pairs];
  }

  /** How much worse the second best order is. */
  private static double clearness(double[] costs) {
    double[] sorted = costs.clone();
    Arrays.sort(sorted);
    return sorted[1] - sorted[0];
  }

  /**
   * Chooses.
   *
   * @param valences electron pairs that each atom shares
   * @param pairCosts of orders 0 to 3 for the pairs (1,0), (2,0), (2,1), (3,0) and so on
   * @param spare valences that bonds must leave, or {@link #ANY}
   * @return orders in the order of the costs; nothing where no molecule was found
   */
  static Optional<int[]> orders(int[] valences, double[][] pairCosts, int spare) {
    int bonds = Arrays.stream(valences).sum() - Math.max(0, spare);
    if (bonds < 0 || (spare >= 0 && bonds % 2 != 0)) {
      return Optional.empty();
    }
    NearestMolecule search = new NearestMolecule(valences, pairCosts, spare >= 0);
    search.extend(0, 0, bonds / 2);
    return search.bestCost < Double.POSITIVE_INFINITY
        ? Optional.of(search.inPairOrder())
        : Optional.empty();
  }

  private int[] inPairOrder() {
    int[] result = new int[best.length];
    for (int p = 0; p < best.length; p++) {
      result[first[p] * (first[p] - 1) / 2 + second[p]] = best[p];
    }
    return result;
  }

  /**
   * Goes on with a pair.
   *
   * @param need orders that are still to be given out
   */
  private void extend(int pair, double cost, int need) {
    if (cost + leastAfter[pair] >= bestCost || ++nodes > MOST_NODES) {
      return;
    }
    if (pair == chosen.length) {
      if ((!counted || need == 0) && isConnected()) {
        best = chosen.clone();
        bestCost = cost;
      }
      return;
    }
    int a = first[pair];
    int b = second[pair];
    int most = Math.min(Math.min(ORDERS - 1, need), Math.min(left[a], left[b]));
    boolean[] tried = new boolean[ORDERS];
    for (int turn = 0; turn <= most; turn++) {
      int order = cheapest(costs[pair], tried, most);
      tried[order] = true;
      chosen[pair] = order;
      left[a] -= order;
      left[b] -= order;
      if (!counted || canStillGiveOut(need - order, chosen.length - pair - 1)) {
        extend(pair + 1, cost + costs[pair][order], need - order);
      }
      left[a] += order;
      left[b] += order;
    }
    chosen[pair] = 0;
  }

  private static int cheapest(double[] costs, boolean[] tried, int most) {
    int best = -1;
    for (int order = 0; order <= most; order++) {
      if (!tried[order] && (best < 0 || costs[order] < costs[best])) {
        best = order;
      }
    }
    return best;
  }

  private boolean canStillGiveOut(int need, int pairs) {
    if (need > (ORDERS - 1) * pairs) {
      return false;
    }
    int spare = 0;
    for (int valence : left) {
      spare += valence;
    }
    return 2 * need <= spare;
  }

  private boolean isConnected() {
    int[] root = IntStream.range(0, atoms).toArray();
    int pieces = atoms;
    for (int p = 0; p < chosen.length; p++) {
      if (chosen[p] > 0) {
        int a = root(root, first[p]);
        int b = root(root, second[p]);
        if (a != b) {
          root[a] = b;
          pieces--;
        }
      }
    }
    return pieces == 1;
  }

  private static int root(int[] roots, int atom) {
    int at = atom;
    while (roots[at] != at) {
      at = roots[at];
    }
    return at;
  }
}
