package dev.athanor.matter.thermodynamics;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import java.util.List;

/** The lowest energy of a mixture by trying every choice of as many phases as elements. */
final class BasicSolutions {
  private final List<PhaseEntry> entries;
  private final Composition query;
  private final List<Element> elements;
  private final int[] chosen;
  private double lowest = Double.POSITIVE_INFINITY;

  private BasicSolutions(List<PhaseEntry> entries, Composition query, List<Element> elements) {
    this.entries = entries;
    this.query = query;
    this.elements = elements;
    chosen = new int[elements.size()];
  }

  static double lowest(List<PhaseEntry> entries, Composition query, List<Element> elements) {
    BasicSolutions solutions = new BasicSolutions(entries, query, elements);
    solutions.choose(0, 0);
    return solutions.lowest;
  }

  private void choose(int depth, int from) {
    if (depth == chosen.length) {
      tryChosen();
      return;
    }
    for (int i = from; i < entries.size(); i++) {
      chosen[depth] = i;
      choose(depth + 1, i + 1);
    }
  }

  private void tryChosen() {
    int n = chosen.length;
    double[][] system = new double[n][n + 1];
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        system[row][column] = entries.get(chosen[column]).composition().fraction(elements.get(row));
      }
      system[row][n] = query.fraction(elements.get(row));
    }
    for (int pivot = 0; pivot < n; pivot++) {
      int best = pivot;
      for (int row = pivot; row < n; row++) {
        if (Math.abs(system[row][pivot]) > Math.abs(system[best][pivot])) {
          best = row;
        }
      }
      double[] swap = system[best];
      system[best] = system[pivot];
      system[pivot] = swap;
      if (Math.abs(swap[pivot]) < 1e-9) {
        return;
      }
      for (int row = 0; row < n; row++) {
        double factor = row == pivot ? 0 : system[row][pivot] / swap[pivot];
        for (int column = pivot; factor != 0 && column <= n; column++) {
          system[row][column] -= factor * swap[column];
        }
      }
    }
    double energy = 0;
    for (int i = 0; i < n; i++) {
      double weight = system[i][n] / system[i][i];
      if (weight < -1e-12) {
        return;
      }
      energy += weight * entries.get(chosen[i]).formationEnergyPerAtom();
    }
    lowest = Math.min(lowest, energy);
  }
}
