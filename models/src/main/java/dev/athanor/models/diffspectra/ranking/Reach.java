package dev.athanor.models.diffspectra.ranking;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.models.diffspectra.SpectralQuestion;
import java.util.Optional;
import java.util.Set;

/** What questions the ranking has answers to: says why not, in words for a person. */
final class Reach {
  private static final Set<Element> KNOWN =
      Set.of(Element.H, Element.C, Element.N, Element.O, Element.F);

  /** Most vibrations: those of octane, the largest molecule within reach. */
  private static final int MAX_MODES = 3 * 26 - 6;

  private Reach() {}

  static Optional<String> beyondReach(SpectralQuestion question, UsableSpectra usable) {
    if (usable.spectra().isEmpty()) {
      return Optional.of(
          usable.remarks().isEmpty()
              ? "there is no spectrum"
              : String.join("; ", usable.remarks()));
    }
    int lines = CompleteLines.most(usable.spectra());
    if (lines > MAX_MODES) {
      return Optional.of(
          lines + " vibrations are more than a molecule within reach has, " + MAX_MODES);
    }
    return question.formula().flatMap(formula -> whyNot(formula, question));
  }

  private static Optional<String> whyNot(String formula, SpectralQuestion question) {
    Composition composition;
    try {
      composition = Composition.parse(formula);
    } catch (MatterException e) {
      return Optional.of("'" + formula + "' is no formula: " + e.getMessage());
    }
    if (question.atoms().isPresent()
        && Math.abs(question.atoms().getAsInt() - composition.atomCount()) > 1e-6) {
      return Optional.of(formula + " does not have " + question.atoms().getAsInt() + " atoms");
    }
    return whyNot(composition);
  }

  static Optional<String> whyNot(Composition composition) {
    if (!KNOWN.containsAll(composition.elements())) {
      return Optional.of("the model knows H, C, N, O and F only");
    }
    if (!composition.isInteger()) {
      return Optional.of("a molecule has whole numbers of atoms");
    }
    double heavy = composition.atomCount() - composition.amount(Element.H);
    if (heavy < 1 || heavy > RankedElucidator.MAX_HEAVY_ATOMS) {
      return Optional.of(
          String.format(
              java.util.Locale.ROOT,
              "%.0f atoms other than hydrogen; the model knows 1 to %d",
              heavy,
              RankedElucidator.MAX_HEAVY_ATOMS));
    }
    return Optional.empty();
  }
}
