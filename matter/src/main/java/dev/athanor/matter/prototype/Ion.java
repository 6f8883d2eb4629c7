package dev.athanor.matter.prototype;

import dev.athanor.matter.chemistry.Element;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An element in an oxidation state, as in {@code Fe3+}; charge 0 stands for the element in a metal,
 * where states mean little.
 *
 * @param element the element
 * @param charge whole oxidation state
 */
public record Ion(Element element, int charge) implements Comparable<Ion> {
  private static final Pattern TEXT = Pattern.compile("([A-Z][a-z]?)(?:(\\d*)([+-]))?");

  /** Reads {@code Fe3+}, {@code Cl-}, {@code Nb}. */
  public static Optional<Ion> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int size = 0;
    if (matcher.group(3) != null) {
      size = matcher.group(2).isEmpty() ? 1 : Integer.parseInt(matcher.group(2));
    }
    int charge = "-".equals(matcher.group(3)) ? -size : size;
    return Element.ofSymbol(matcher.group(1)).map(element -> new Ion(element, charge));
  }

  @Override
  public int compareTo(Ion other) {
    int order = element.compareTo(other.element);
    return order != 0 ? order : Integer.compare(charge, other.charge);
  }

  @Override
  public String toString() {
    return charge == 0
        ? element.symbol()
        : element.symbol() + Math.abs(charge) + (charge < 0 ? "-" : "+");
  }
}
