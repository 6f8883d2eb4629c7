package dev.athanor.models.elements.training;

import dev.athanor.matter.chemistry.Element;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The part of the formation energy that the elements explain alone: {@code E = sum_i x_i c_i},
 * fitted by least squares with a little shrinkage. What is left over is what the network learns.
 */
final class ReferenceEnergies {
  private static final int SIZE = 104;
  private static final double SHRINKAGE = 0.1;

  private ReferenceEnergies() {}

  /** The coefficients, eV/atom, by atomic number; 0 for elements not seen. */
  static float[] fit(List<EnergySample> samples) {
    DMatrixRMaj normal = new DMatrixRMaj(SIZE, SIZE);
    DMatrixRMaj right = new DMatrixRMaj(SIZE, 1);
    for (EnergySample sample : samples) {
      for (Map.Entry<Element, Double> a : sample.fractions().entrySet()) {
        int i = a.getKey().atomicNumber();
        right.add(i, 0, a.getValue() * sample.energy());
        for (Map.Entry<Element, Double> b : sample.fractions().entrySet()) {
          normal.add(i, b.getKey().atomicNumber(), a.getValue() * b.getValue());
        }
      }
    }
    for (int i = 0; i < SIZE; i++) {
      normal.add(i, i, SHRINKAGE);
    }
    DMatrixRMaj solution = new DMatrixRMaj(SIZE, 1);
    if (!CommonOps_DDRM.solve(normal, right, solution)) {
      throw new IllegalStateException(
          "the normal equations of the reference energies are singular");
    }
    float[] result = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      result[i] = (float) solution.get(i, 0);
    }
    return result;
  }

  /** What the elements explain of one sample, eV/atom. */
  static double of(float[] references, Map<Element, Double> fractions) {
    double sum = 0;
    for (Map.Entry<Element, Double> entry : fractions.entrySet()) {
      sum += entry.getValue() * references[entry.getKey().atomicNumber()];
    }
    return sum;
  }
}
