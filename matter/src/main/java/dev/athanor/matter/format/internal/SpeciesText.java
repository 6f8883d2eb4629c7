package dev.athanor.matter.format.internal;

import dev.athanor.matter.chemistry.Element;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which element a type symbol ({@code Fe3+}, {@code O2-}, {@code Cval}, {@code D}) or an atom label
 * ({@code Fe1A}, {@code OW2}, {@code CA}, {@code Wat1}) means.
 *
 * <p>A symbol is taken at its word; a label in doubt is settled by the elements of the formula.
 *
 * @param element what it is
 * @param isotope {@code D} or {@code T} as written; empty otherwise
 * @param hydrogens hydrogen atoms that the name implies, as {@code Wat} does
 * @param guessed true when a rule had to choose
 * @param ambiguous true when the formula allows another reading
 */
record SpeciesText(
    Element element, String isotope, int hydrogens, boolean guessed, boolean ambiguous) {
  private static final Set<String> WATER = Set.of("wat", "water", "hoh", "aq");
  private static final Set<String> NOTHING =
      Set.of(
          "x", "xx", "du", "dum", "dummy", "vac", "va", "vacancy", "cg", "cent", "q", "lp", "bq");

  /** True for names of places that hold no atom: dummies, vacancies, centroids, residual peaks. */
  static boolean namesNoAtom(String text, Set<Element> formula) {
    String letters = letters(text).toLowerCase(Locale.ROOT);
    return NOTHING.contains(letters) && !(letters.equals("va") && formula.contains(Element.V));
  }

  /** Reads a type symbol. */
  static Optional<SpeciesText> ofType(String text, Set<Element> formula) {
    String letters = letters(text.strip());
    if (letters.isEmpty()) {
      return Optional.empty();
    }
    if (letters.equals("T") && formula.isEmpty()) {
      return Optional.of(new SpeciesText(Element.H, "T", 0, true, false));
    }
    if (letters.length() >= 2) {
      String rest = text.strip().substring(letters.length());
      Optional<SpeciesText> special =
          special(letters, rest.isEmpty() ? ' ' : rest.charAt(0), formula);
      if (special.isPresent()) {
        return special;
      }
      Optional<Element> two = Element.ofSymbol(capitalised(letters.substring(0, 2)));
      if (two.isPresent()) {
        Optional<Element> one = single(letters);
        boolean doubtful =
            Character.isUpperCase(letters.charAt(1))
                && one.isPresent()
                && !formula.isEmpty()
                && !formula.contains(two.get())
                && formula.contains(one.get());
        return doubtful ? found(one.get(), true) : found(two.get(), false);
      }
    }
    return ofOneLetter(letters, formula, letters.length() > 1);
  }

  /** Reads a label. */
  static Optional<SpeciesText> ofLabel(
      String text, Set<Element> formula, boolean preferTwoLetters) {
    String letters = letters(text.strip());
    if (letters.isEmpty()) {
      return Optional.empty();
    }
    Optional<SpeciesText> special = special(letters, ' ', formula);
    if (special.isPresent()) {
      return special;
    }
    Optional<Element> one = single(letters);
    Optional<Element> two =
        letters.length() < 2
            ? Optional.empty()
            : Element.ofSymbol(capitalised(letters.substring(0, 2)));
    if (two.isPresent() && one.isPresent()) {
      boolean hasTwo = formula.contains(two.get());
      boolean hasOne = formula.contains(one.get());
      boolean capitals = Character.isUpperCase(letters.charAt(1));
      if (hasOne && !hasTwo) {
        return found(one.get(), true);
      }
      if (hasOne && capitals) {
        // cobalt or a carbonyl carbon: both are in the formula
        return Optional.of(
            new SpeciesText(preferTwoLetters ? two.get() : one.get(), "", 0, true, true));
      }
      return found(two.get(), capitals || (!formula.isEmpty() && !hasTwo));
    }
    if (two.isPresent()) {
      return found(two.get(), false);
    }
    boolean water =
        letters.equalsIgnoreCase("w")
            && !formula.isEmpty()
            && !formula.contains(Element.W)
            && formula.contains(Element.O);
    if (water) {
      return Optional.of(new SpeciesText(Element.O, "", 2, true, false));
    }
    return ofOneLetter(letters, formula, letters.length() > 1);
  }

  /** Groups of atoms under one name; {@code next} is the character after the letters. */
  private static Optional<SpeciesText> special(String letters, char next, Set<Element> formula) {
    String lower = letters.toLowerCase(Locale.ROOT);
    if (WATER.contains(lower)) {
      return group(Element.O, 2);
    }
    if (letters.equals("OH") && !formula.contains(Element.Os)) {
      return group(Element.O, next == '2' ? 2 : 1);
    }
    if (letters.equals("NH") && next >= '2' && next <= '4') {
      return group(Element.N, next - '0');
    }
    return Optional.empty();
  }

  private static Optional<SpeciesText> group(Element element, int hydrogens) {
    return Optional.of(new SpeciesText(element, "", hydrogens, true, false));
  }

  private static Optional<SpeciesText> ofOneLetter(
      String letters, Set<Element> formula, boolean guessed) {
    char first = Character.toUpperCase(letters.charAt(0));
    if (first == 'D') {
      return Optional.of(new SpeciesText(Element.H, "D", 0, false, false));
    }
    if (first == 'T') {
      // T names tetrahedral sites far more often than tritium
      return formula.contains(Element.H) && letters.length() == 1 && !holdsTetrahedral(formula)
          ? Optional.of(new SpeciesText(Element.H, "T", 0, true, false))
          : Optional.empty();
    }
    return single(letters).flatMap(element -> found(element, guessed));
  }

  private static boolean holdsTetrahedral(Set<Element> formula) {
    return formula.contains(Element.Si)
        || formula.contains(Element.Al)
        || formula.contains(Element.P)
        || formula.contains(Element.Ge);
  }

  private static Optional<Element> single(String letters) {
    String symbol = letters.substring(0, 1).toUpperCase(Locale.ROOT);
    return symbol.equals("D") || symbol.equals("T") ? Optional.empty() : Element.ofSymbol(symbol);
  }

  private static Optional<SpeciesText> found(Element element, boolean guessed) {
    return Optional.of(new SpeciesText(element, "", 0, guessed, false));
  }

  private static String letters(String text) {
    int end = 0;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static String capitalised(String two) {
    return two.substring(0, 1).toUpperCase(Locale.ROOT) + two.substring(1).toLowerCase(Locale.ROOT);
  }
}
