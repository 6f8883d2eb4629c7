package dev.athanor.matter.chemistry;

import dev.athanor.matter.internal.ResourceTable;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Radii of ions by oxidation state and number of neighbours, after Shannon (file {@code
 * ionic_radii.tsv}): crystal radii, angstrom.
 *
 * <p>Effective radii, on the older scale with 1.40 angstrom for oxygen, are 0.14 angstrom smaller
 * for cations and larger for anions. Where the source tells spin states apart, the table has one of
 * them. Radii of nitride, sulfide and softer anions are means over few compounds; metals have none.
 *
 * @see <a href="https://doi.org/10.1107/S0567739476001551">Shannon, Acta Cryst. A32, 751 (1976)</a>
 */
public final class IonicRadii {
  private static final double SCALE_DIFFERENCE = 0.14;
  private static final Map<Element, Map<Integer, NavigableMap<Integer, Double>>> TABLE = load();

  private IonicRadii() {}

  /**
   * The crystal radius of an ion, angstrom; that of the nearest coordination number on record where
   * the one asked for is not; empty where the ion has none.
   *
   * @param charge oxidation state
   * @param coordination number of neighbours
   */
  public static OptionalDouble crystal(Element element, int charge, int coordination) {
    NavigableMap<Integer, Double> byNeighbours =
        TABLE.getOrDefault(element, Map.of()).getOrDefault(charge, new TreeMap<>());
    Map.Entry<Integer, Double> above = byNeighbours.ceilingEntry(coordination);
    Map.Entry<Integer, Double> below = byNeighbours.floorEntry(coordination);
    if (above == null || below == null) {
      Map.Entry<Integer, Double> only = above == null ? below : above;
      return only == null ? OptionalDouble.empty() : OptionalDouble.of(only.getValue());
    }
    boolean up = above.getKey() - coordination < coordination - below.getKey();
    return OptionalDouble.of((up ? above : below).getValue());
  }

  /** The effective radius, angstrom, with the same choices. */
  public static OptionalDouble effective(Element element, int charge, int coordination) {
    OptionalDouble crystal = crystal(element, charge, coordination);
    return crystal.isEmpty()
        ? crystal
        : OptionalDouble.of(
            crystal.getAsDouble() + (charge < 0 ? SCALE_DIFFERENCE : -SCALE_DIFFERENCE));
  }

  private static Map<Element, Map<Integer, NavigableMap<Integer, Double>>> load() {
    Map<Element, Map<Integer, NavigableMap<Integer, Double>>> table = new HashMap<>();
    for (String[] columns : ResourceTable.rows(IonicRadii.class, "ionic_radii.tsv")) {
      Element.ofSymbol(columns[0])
          .ifPresent(
              element ->
                  table
                      .computeIfAbsent(element, e -> new HashMap<>())
                      .computeIfAbsent(Integer.valueOf(columns[1]), c -> new TreeMap<>())
                      .put(Integer.valueOf(columns[2]), Double.valueOf(columns[3])));
    }
    return table;
  }
}
