package dev.athanor.matter.crystal;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.internal.ResourceTable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * The volume that a composition is expected to fill, whatever its structure: one volume per
 * element, corrected for the charge that its partners take or give.
 *
 * <p>{@code V = sum_i n_i (v_i + s_i d_i + q_i d_i^2)}, {@code d_i} the mean electronegativity of
 * the composition minus that of the element (Pauling), {@code v_i} (cubic angstrom), {@code s_i}
 * and {@code q_i} fitted to Materials Project structures by {@code VolumeCalibration}. Good to some
 * five percent (median) at ambient pressure; too small for open frameworks, molecules and layers
 * with wide gaps.
 */
public final class VolumeEstimate {
  /** No atom is given less room than this, cubic angstrom. */
  private static final double SMALLEST = 2;

  private static final Map<Element, double[]> TABLE = load();

  private VolumeEstimate() {}

  /** Expected volume of the atoms of {@code composition} as given, cubic angstrom. */
  public static double of(Composition composition) {
    double mean = meanElectronegativity(composition);
    double volume = 0;
    for (Map.Entry<Element, Double> entry : composition.amounts().entrySet()) {
      volume += entry.getValue() * ofAtom(entry.getKey(), mean);
    }
    return volume;
  }

  /** Expected volume per atom, cubic angstrom. */
  public static double perAtom(Composition composition) {
    return of(composition) / composition.atomCount();
  }

  /**
   * Mean Pauling electronegativity over the atoms; an element without one counts as the others do.
   */
  public static double meanElectronegativity(Composition composition) {
    double sum = 0;
    double atoms = 0;
    for (Map.Entry<Element, Double> entry : composition.amounts().entrySet()) {
      if (entry.getKey().electronegativity().isPresent()) {
        sum += entry.getValue() * entry.getKey().electronegativity().getAsDouble();
        atoms += entry.getValue();
      }
    }
    return atoms == 0 ? 0 : sum / atoms;
  }

  /** By how much the surroundings are more electronegative than the element. */
  public static double contrast(Element element, double meanElectronegativity) {
    return element.electronegativity().isPresent()
        ? meanElectronegativity - element.electronegativity().getAsDouble()
        : 0;
  }

  private static double ofAtom(Element element, double mean) {
    double[] row = TABLE.get(element);
    if (row == null) {
      return ofSphere(element);
    }
    double contrast = contrast(element, mean);
    return Math.max(SMALLEST, row[0] + contrast * (row[1] + contrast * row[2]));
  }

  /** For elements that the table lacks: close-packed spheres of the metallic or atomic radius. */
  private static double ofSphere(Element element) {
    double radius = element.metallicRadius().orElse(element.atomicRadius().orElse(1.7));
    return 4 * Math.sqrt(2) * radius * radius * radius;
  }

  private static Map<Element, double[]> load() {
    Map<Element, double[]> table = new EnumMap<>(Element.class);
    for (String[] columns : ResourceTable.rows(VolumeEstimate.class, "atomic_volumes.tsv")) {
      table.put(
          Element.ofSymbol(columns[0]).orElseThrow(),
          Arrays.stream(columns, 1, 4).mapToDouble(Double::parseDouble).toArray());
    }
    return table;
  }
}
