package dev.athanor.tools.synthesis;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which compounds no sheet is written for. */
final class SynthesisPolicy {
  /** Radioactive elements that a licensed laboratory can hold in grams. */
  private static final Set<Element> WITH_LICENCE = EnumSet.of(Element.Tc, Element.Th, Element.U);

  private SynthesisPolicy() {}

  /** Why no sheet is written; empty where one is. */
  static Optional<String> refusal(Composition target, boolean includeRadioactive) {
    Set<Element> nobleGases =
        target.elements().stream().filter(Element::isNobleGas).collect(Collectors.toSet());
    if (!nobleGases.isEmpty()) {
      return Optional.of("no compound with " + names(nobleGases) + " is made at a bench");
    }
    Set<Element> radioactive =
        target.elements().stream().filter(Element::isRadioactive).collect(Collectors.toSet());
    if (radioactive.isEmpty()) {
      return Optional.empty();
    }
    if (!WITH_LICENCE.containsAll(radioactive)) {
      return Optional.of(names(radioactive) + " is not to be had in amounts that can be weighed");
    }
    return includeRadioactive
        ? Optional.empty()
        : Optional.of(
            names(radioactive)
                + " is radioactive; ask with include_radioactive if a licensed laboratory will do"
                + " it");
  }

  private static String names(Set<Element> elements) {
    return elements.stream().sorted().map(Element::elementName).collect(Collectors.joining(", "));
  }
}
