package dev.athanor.tools.generation;

import dev.athanor.tools.generation.GenerationRequest.Chemistry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The questions that generation is measured on: metals, salts, gases and borides, two to four
 * elements, wide and narrow choices of elements. The first eighteen were looked at while the
 * generator was made; the last six were asked only when it was settled.
 */
final class BenchmarkQuestions {
  /** How many of the first were looked at while the generator was made. */
  static final int SEEN = 18;

  private BenchmarkQuestions() {}

  /** A question. */
  record Question(String name, GenerationRequest request) {}

  static List<Question> all(int count) {
    return List.of(
        question("ternary intermetallics with rhenium", "Re", "", "", 3, 3, 16, true, count),
        question("niobium with one or two others", "Nb", "", "", 2, 3, 24, false, count),
        question("oxides of lithium", "Li O", "", "", 3, 4, 24, false, count),
        question("ternary chlorides", "Cl", "", "", 3, 3, 24, false, count),
        question("nitrides", "N", "", "", 2, 3, 24, false, count),
        question("ternary sulfides of copper", "Cu S", "", "", 3, 3, 24, false, count),
        question("borides of metals", "B", "", "", 2, 3, 24, true, count),
        question("hydrides", "H", "", "", 2, 3, 24, false, count),
        question("any two elements", "", "", "", 2, 2, 24, false, count),
        question("oxides with three metals", "O", "", "", 4, 4, 24, false, count),
        question(
            "Ti, Fe, Co, Ni, Al, Si, Mn only",
            "",
            "Ti Fe Co Ni Al Si Mn",
            "",
            3,
            3,
            24,
            false,
            count),
        question(
            "three elements, none of the toxic ones",
            "",
            "",
            "Hg Tl Pb Cd As Be Os",
            3,
            3,
            24,
            false,
            count),
        question("fluorides", "F", "", "", 3, 4, 24, false, count),
        question("iron pnictides", "Fe As", "", "", 3, 4, 20, false, count),
        question("tellurides", "Te", "", "", 2, 3, 16, false, count),
        question("vanadium intermetallics", "V", "", "", 3, 3, 16, true, count),
        question("carbides without rare earths", "C", "", RARE_EARTHS, 2, 3, 24, false, count),
        question(
            "oxides of earth-abundant metals",
            "O",
            "O Mg Al Si Ca Ti Mn Fe Na K",
            "",
            3,
            4,
            24,
            false,
            count),
        question("phosphates", "P O", "", "", 3, 4, 24, false, count),
        question("iodides", "I", "", "", 3, 3, 24, false, count),
        question("silicides", "Si", "", "", 3, 3, 20, true, count),
        question("ternary selenides", "Se", "", "", 3, 3, 24, false, count),
        question("magnesium with two other metals", "Mg", "", "", 3, 3, 16, true, count),
        question("oxynitrides", "O N", "", "", 3, 4, 24, false, count));
  }

  private static final String RARE_EARTHS = "La Ce Pr Nd Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Y Sc";

  private static Question question(
      String name,
      String required,
      String allowed,
      String forbidden,
      int least,
      int most,
      int atoms,
      boolean metallic,
      int count) {
    return new Question(
        name,
        new GenerationRequest(
            symbols(required),
            symbols(allowed),
            symbols(forbidden),
            Optional.of(least),
            Optional.of(most),
            Optional.of(atoms),
            Optional.of(metallic ? Chemistry.INTERMETALLIC : Chemistry.ANY),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(count),
            Optional.empty()));
  }

  private static Optional<List<String>> symbols(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Arrays.asList(text.split(" ", -1)));
  }
}
