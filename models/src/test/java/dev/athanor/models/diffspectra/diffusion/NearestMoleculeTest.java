package dev.athanor.models.diffspectra.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The search finds what trying everything finds. */
final class NearestMoleculeTest {
  private static final int ATOMS = 4;
  private static final int PAIRS = ATOMS * (ATOMS - 1) / 2;

  private static double cost(double[][] costs, int[] orders) {
    double sum = 0;
    for (int p = 0; p < orders.length; p++) {
      sum += costs[p][orders[p]];
    }
    return sum;
  }

  /** Whether orders make one molecule of these valences that leaves so many of them. */
  private static boolean isMolecule(int[] valences, int[] orders, int spare) {
    int[] left = valences.clone();
    boolean[] reached = new boolean[ATOMS];
    reached[0] = true;
    for (int turn = 0; turn < ATOMS; turn++) {
      for (int i = 0, p = 0; i < ATOMS; i++) {
        for (int j = 0; j < i; j++, p++) {
          if (orders[p] > 0 && (reached[i] || reached[j])) {
            reached[i] = true;
            reached[j] = true;
          }
          left[i] -= turn == 0 ? orders[p] : 0;
          left[j] -= turn == 0 ? orders[p] : 0;
        }
      }
    }
    boolean whole = true;
    for (int i = 0; i < ATOMS; i++) {
      whole &= reached[i] && left[i] >= 0;
    }
    return whole && (spare < 0 || Arrays.stream(left).sum() == spare);
  }

  private static double leastOfAll(int[] valences, double[][] costs, int spare) {
    double least = Double.POSITIVE_INFINITY;
    for (int code = 0; code < 1 << (2 * PAIRS); code++) {
      int[] orders = new int[PAIRS];
      for (int p = 0; p < PAIRS; p++) {
        orders[p] = (code >> (2 * p)) & 3;
      }
      if (cost(costs, orders) < least && isMolecule(valences, orders, spare)) {
        least = cost(costs, orders);
      }
    }
    return least;
  }

  @Test
  void nothingIsNearer() {
    Random random = new Random(5);
    int impossible = 0;
    for (int trial = 0; trial < 60; trial++) {
      int[] valences = random.ints(ATOMS, 1, 5).toArray();
      double[][] costs = new double[PAIRS][];
      for (int p = 0; p < PAIRS; p++) {
        costs[p] = random.doubles(4, 0, 4).toArray();
      }
      int spare = random.nextInt(9) - 1;
      double least = leastOfAll(valences, costs, spare);
      Optional<int[]> found = NearestMolecule.orders(valences, costs, spare);
      assertThat(found.isPresent()).isEqualTo(least < Double.POSITIVE_INFINITY);
      if (found.isPresent()) {
        assertThat(isMolecule(valences, found.get(), spare)).isTrue();
        assertThat(cost(costs, found.get())).isCloseTo(least, within(1e-12));
      } else {
        impossible++;
      }
    }
    assertThat(impossible).as("some of the tasks have no answer").isBetween(1, 50);
  }

  @Test
  void anAtomAloneIsAMoleculeOfItsHydrogens() {
    assertThat(NearestMolecule.orders(new int[] {4}, new double[0][], 4)).hasValue(new int[0]);
    assertThat(NearestMolecule.orders(new int[] {4}, new double[0][], 2)).isEmpty();
  }
}
