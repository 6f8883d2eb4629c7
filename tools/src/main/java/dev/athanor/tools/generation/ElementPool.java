package dev.athanor.tools.generation;

import static dev.athanor.matter.chemistry.Element.*;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.candidate.ElementSymbols;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which elements candidates may have.
 *
 * @param required each candidate holds all of them
 * @param allowed no candidate holds another; contains the required ones
 */
record ElementPool(Set<Element> required, Set<Element> allowed) {
  private static final Set<Element> METALLOIDS_OF_INTERMETALLICS = EnumSet.of(B, Si, Ge, Sb);

  /**
   * The pool that a request describes. Radioactive elements stay out unless they are asked for by
   * name, noble gases always.
   *
   * @throws ToolException {@code INVALID_ARGUMENTS} for symbols that are no elements, or wishes
   *     that contradict each other
   */
  static ElementPool of(GenerationRequest request) {
    Set<Element> required = ElementSymbols.read(request.requiredElements(), "required_elements");
    Set<Element> forbidden = ElementSymbols.read(request.forbiddenElements(), "forbidden_elements");
    Set<Element> allowed = EnumSet.noneOf(Element.class);
    if (request.allowedElements().isPresent()) {
      allowed.addAll(ElementSymbols.read(request.allowedElements(), "allowed_elements"));
    } else {
      Arrays.stream(Element.values())
          .filter(e -> usual(e, request.chemistry()))
          .forEach(allowed::add);
    }
    allowed.addAll(required);
    allowed.removeIf(Element::isNobleGas);
    for (Element element : required) {
      if (forbidden.contains(element) || !allowed.contains(element)) {
        throw new ToolException(
            ToolErrors.INVALID_ARGUMENTS,
            element + " is required but forbidden, or a noble gas",
            "take it off one of the two lists");
      }
    }
    allowed.removeAll(forbidden);
    return new ElementPool(required, allowed);
  }

  private static boolean usual(Element element, GenerationRequest.Chemistry chemistry) {
    if (element.isRadioactive()) {
      return false;
    }
    return switch (chemistry) {
      case ANY -> true;
      case INTERMETALLIC -> element.isMetal() || METALLOIDS_OF_INTERMETALLICS.contains(element);
    };
  }
}
