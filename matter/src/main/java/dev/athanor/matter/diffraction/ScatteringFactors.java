package dev.athanor.matter.diffraction;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.internal.ResourceTable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * How strongly free neutral atoms scatter X-rays.
 *
 * <p>{@code f(s) = Z - 41.78214 s^2 sum_i a_i exp(-b_i s^2)}, {@code s = sin(theta) / lambda} in
 * inverse angstrom: the Mott-Bethe relation over four-Gaussian electron scattering factors.
 * Anomalous scattering and bonding are left out. Table {@code scattering.tsv}: pymatgen (MIT).
 */
final class ScatteringFactors {
  private static final double MOTT_BETHE = 41.78214;
  private static final Map<Element, double[]> TABLE = load();

  private ScatteringFactors() {}

  /**
   * The scattering factor in electrons.
   *
   * @throws MatterException {@code UNKNOWN_ELEMENT} for the few heavy elements without a table
   */
  static double of(Element element, double s) {
    double[] row = TABLE.get(element);
    if (row == null) {
      throw new MatterException(
          MatterErrors.UNKNOWN_ELEMENT, "no X-ray scattering factor is tabulated for " + element);
    }
    double squared = s * s;
    double sum = 0;
    for (int i = 0; i < row.length; i += 2) {
      sum += row[i] * Math.exp(-row[i + 1] * squared);
    }
    return element.atomicNumber() - MOTT_BETHE * squared * sum;
  }

  private static Map<Element, double[]> load() {
    Map<Element, double[]> table = new EnumMap<>(Element.class);
    for (String[] columns : ResourceTable.rows(ScatteringFactors.class, "scattering.tsv")) {
      table.put(
          Element.ofSymbol(columns[0]).orElseThrow(),
          Arrays.stream(columns, 1, columns.length).mapToDouble(Double::parseDouble).toArray());
    }
    return table;
  }
}
