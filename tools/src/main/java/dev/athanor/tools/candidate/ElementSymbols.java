package dev.athanor.tools.candidate;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists of element symbols in requests. */
public final class ElementSymbols {
  private ElementSymbols() {}

  /**
   * The elements of a list; none where it is absent.
   *
   * @param field what the list is called in the message
   * @throws ToolException {@code INVALID_ARGUMENTS} where it holds something else
   */
  public static Set<Element> read(Optional<List<String>> symbols, String field) {
    Set<Element> elements = EnumSet.noneOf(Element.class);
    for (String symbol : symbols.orElse(List.of())) {
      elements.add(
          Element.ofSymbol(symbol)
              .orElseThrow(
                  () ->
                      new ToolException(
                          ToolErrors.INVALID_ARGUMENTS,
                          field + " holds something that is no element symbol",
                          "use symbols as in Re, Zr, Si")));
    }
    return elements;
  }
}
