package dev.athanor.matter.format;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.CrystalRecord;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Species that only say which sites are alike: {@code X}, {@code X0}, {@code X1} and so on, as
 * collections of bare geometries have them.
 *
 * <p>The k-th name that a record mentions becomes the k-th element, and when the elements are used
 * up a site that two of them share half and half, so that names stay distinct. A record read so
 * carries the text {@value #MARK}; its symmetry and distances are meant, its composition, density
 * and energy are not.
 */
public final class PlaceholderSpecies {
  /** Name of the text that marks a record whose species are placeholders. */
  public static final String MARK = "placeholder_species";

  private static final Pattern NAME = Pattern.compile("X[0-9]{0,6}");
  private static final Element[] ELEMENTS = Element.values();

  /** Distinct names that the elements and their pairs can stand in for. */
  private static final int MAX_NAMES = ELEMENTS.length * (1 + (ELEMENTS.length - 1) / 2);

  private final Map<String, Map<Element, Double>> byName = new LinkedHashMap<>();

  PlaceholderSpecies() {}

  /** True when the species of a record are placeholders. */
  public static boolean areIn(CrystalRecord entry) {
    return entry.text(MARK).isPresent();
  }

  /** True for the name of a placeholder. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * What stands in for a name; the same for the same name.
   *
   * @throws MatterException {@code TOO_LARGE} beyond the names that can be told apart
   */
  Map<Element, Double> of(String name) {
    Map<Element, Double> known = byName.get(name);
    if (known != null) {
      return known;
    }
    if (byName.size() >= MAX_NAMES) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "more than " + MAX_NAMES + " placeholder species");
    }
    Map<Element, Double> fresh = standIn(byName.size());
    byName.put(name, fresh);
    return fresh;
  }

  /** The names in the order of their first mention. */
  String names() {
    return String.join(" ", byName.keySet());
  }

  private static Map<Element, Double> standIn(int index) {
    Element first = ELEMENTS[index % ELEMENTS.length];
    int distance = index / ELEMENTS.length;
    if (distance == 0) {
      return Map.of(first, 1.0);
    }
    Element second = ELEMENTS[(index + distance) % ELEMENTS.length];
    return new EnumMap<>(Map.of(first, 0.5, second, 0.5));
  }
}
