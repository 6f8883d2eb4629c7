package dev.athanor.matter.diffraction;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.internal.ResourceTable;
import java.util.EnumMap;
import java.util.Map;

/**
 * How strongly nuclei scatter slow neutrons: bound coherent scattering lengths of the natural
 * elements, real parts, femtometre. Absorption, isotopes and magnetic scattering are left out.
 * Table {@code neutron_lengths.tsv}: Neutron Data Booklet, 2nd edition (2003), by way of pymatgen
 * (MIT).
 */
final class NeutronLengths {
  private static final Map<Element, Double> TABLE = load();

  private NeutronLengths() {}

  /**
   * The scattering length, femtometre; below zero for those that scatter in antiphase.
   *
   * @throws MatterException {@code UNKNOWN_ELEMENT} for elements without a measured length
   */
  static double of(Element element) {
    Double length = TABLE.get(element);
    if (length == null) {
      throw new MatterException(
          MatterErrors.UNKNOWN_ELEMENT, "no neutron scattering length is tabulated for " + element);
    }
    return length;
  }

  private static Map<Element, Double> load() {
    Map<Element, Double> table = new EnumMap<>(Element.class);
    for (String[] columns : ResourceTable.rows(NeutronLengths.class, "neutron_lengths.tsv")) {
      table.put(Element.ofSymbol(columns[0]).orElseThrow(), Double.parseDouble(columns[1]));
    }
    return table;
  }
}
