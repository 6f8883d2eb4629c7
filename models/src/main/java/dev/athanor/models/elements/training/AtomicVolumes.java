package dev.athanor.models.elements.training;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The usual volume of an atom of each element: least squares of the volume per atom of known
 * crystals on their compositions. Right to some 15 %; meant to notice cells that are far off.
 */
final class AtomicVolumes {
  private static final int SIZE = 104;
  private static final double LEAST = 3;

  private AtomicVolumes() {}

  static float[] fit(List<Crystal> crystals) {
    DMatrixRMaj normal = new DMatrixRMaj(SIZE, SIZE);
    DMatrixRMaj right = new DMatrixRMaj(SIZE, 1);
    double total = 0;
    for (Crystal crystal : crystals) {
      Map<Element, Double> amounts = crystal.composition().amounts();
      double atoms = amounts.values().stream().mapToDouble(Double::doubleValue).sum();
      double volume = crystal.lattice().volume() / atoms;
      total += volume;
      // relative errors count, so that open crystals do not rule
      double weight = 1 / (volume * volume);
      for (Map.Entry<Element, Double> a : amounts.entrySet()) {
        int i = a.getKey().atomicNumber();
        double share = a.getValue() / atoms;
        right.add(i, 0, weight * share * volume);
        for (Map.Entry<Element, Double> b : amounts.entrySet()) {
          normal.add(i, b.getKey().atomicNumber(), weight * share * b.getValue() / atoms);
        }
      }
    }
    double mean = total / crystals.size();
    for (int i = 0; i < SIZE; i++) {
      // unseen elements fall back to the mean
      normal.add(i, i, 1e-4);
      right.add(i, 0, 1e-4 * mean);
    }
    DMatrixRMaj solution = new DMatrixRMaj(SIZE, 1);
    float[] result = new float[SIZE];
    Arrays.fill(result, (float) mean);
    if (CommonOps_DDRM.solve(normal, right, solution)) {
      for (int i = 0; i < SIZE; i++) {
        result[i] = (float) Math.max(LEAST, solution.get(i, 0));
      }
    }
    return result;
  }
}
