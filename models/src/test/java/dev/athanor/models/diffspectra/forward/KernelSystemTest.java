package dev.athanor.models.diffspectra.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The kernel system is solved, and its left-out residuals are those of fits that leave out. */
final class KernelSystemTest {
  private static final double RIDGE = 0.1;

  @Test
  void solvesMoreRowsThanABlockAndATile() {
    List<int[]> sets = sets(1150);
    FragmentKernel kernel = FragmentKernel.of(sets);
    KernelSystem system = KernelSystem.factor(kernel, sets, RIDGE);
    float[][] rows = new float[sets.size()][2];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = (float) Math.sin(i);
      rows[i][1] = i == 1100 ? 1 : 0;
    }
    system.solve(rows);

    for (int i = 0; i < rows.length; i += 37) {
      float[] factors = kernel.to(sets.get(i));
      double sum = RIDGE * rows[i][0];
      for (int j = 0; j < factors.length; j++) {
        sum += factors[j] * rows[j][0];
      }
      assertThat(sum).isCloseTo(Math.sin(i), within(2e-3));
    }
    assertThat(system.inverseDiagonal()[1100]).isCloseTo(rows[1100][1], within(1e-3));
  }

  @Test
  void residualsAreThoseOfLeavingOut() {
    List<int[]> sets = sets(60);
    double[] targets = new Random(5).doubles(60).toArray();
    double all = coefficient(sets, targets, 7);
    double diagonal =
        KernelSystem.factor(FragmentKernel.of(sets), sets, RIDGE).inverseDiagonal()[7];

    List<int[]> others = new ArrayList<>(sets);
    others.remove(7);
    float[][] rows = new float[59][1];
    for (int i = 0; i < 59; i++) {
      rows[i][0] = (float) targets[i < 7 ? i : i + 1];
    }
    FragmentKernel kernel = FragmentKernel.of(others);
    KernelSystem.factor(kernel, others, RIDGE).solve(rows);
    float[] factors = kernel.to(sets.get(7));
    double predicted = 0;
    for (int i = 0; i < 59; i++) {
      predicted += factors[i] * rows[i][0];
    }
    assertThat(targets[7] - predicted).isCloseTo(all / diagonal, within(1e-3));
  }

  private static double coefficient(List<int[]> sets, double[] targets, int row) {
    float[][] rows = new float[targets.length][1];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = (float) targets[i];
    }
    KernelSystem.factor(FragmentKernel.of(sets), sets, RIDGE).solve(rows);
    return rows[row][0];
  }

  private static List<int[]> sets(int count) {
    Random random = new Random(1);
    List<int[]> sets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TreeSet<Integer> set = new TreeSet<>();
      while (set.size() < 20) {
        set.add(random.nextInt(80));
      }
      sets.add(set.stream().mapToInt(Integer::intValue).toArray());
    }
    return sets;
  }
}
