package dev.athanor.matter.format.internal;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The formula that a block states, and whether its atoms add up to it.
 *
 * @param composition the formula, where it parses
 * @param elements elements that it names, even where it does not parse as a whole
 * @param line where it stands; 0 where there is none
 */
public record CifFormula(Optional<Composition> composition, Set<Element> elements, int line) {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern SYMBOL = Pattern.compile("[A-Z][a-z]?");
  private static final int MAX_LENGTH = 400;

  /** Shares of the atoms that differ by more are a different composition. */
  private static final double TOLERANCE = 0.01;

  public CifFormula {
    elements = Set.copyOf(elements);
  }

  /** Reads the block's formula; never fails. */
  public static CifFormula read(CifBlock block) {
    Optional<CifValue> value =
        block.value("_chemical_formula_sum", "_chemical_formula_iupac", "_chemical_formula_moiety");
    if (value.isEmpty() || value.get().text().length() > MAX_LENGTH) {
      return new CifFormula(Optional.empty(), Set.of(), 0);
    }
    String text = BLANKS.matcher(value.get().text()).replaceAll("");
    Set<Element> elements = EnumSet.noneOf(Element.class);
    Matcher matcher = SYMBOL.matcher(text);
    while (matcher.find()) {
      Element.ofSymbol(matcher.group()).ifPresent(elements::add);
    }
    boolean summed = block.value("_chemical_formula_sum").isPresent();
    Optional<Composition> composition = Optional.empty();
    if (summed) {
      try {
        composition = Optional.of(Composition.parse(text));
      } catch (MatterException notAFormula) {
        composition = Optional.empty();
      }
    }
    return new CifFormula(composition, elements, value.get().line());
  }

  /** True when the atoms of a cell have the formula's ratios. */
  public boolean agreesWith(Composition cell) {
    return composition.isPresent() && largestDifference(composition.get(), cell) <= TOLERANCE;
  }

  /** Says where the atoms of a cell do not add up to the formula. */
  public void check(Composition cell, Warnings warnings) {
    if (composition.isEmpty() || agreesWith(cell)) {
      return;
    }
    Composition stated = composition.get();
    boolean hydrogenOnly = agreesButForHydrogen(cell);
    if (hydrogenOnly) {
      warnings.add(
          Warnings.Kind.IMPLICIT_ATOMS,
          String.format(
              Locale.ROOT,
              "the formula %s has %s hydrogen than the listed atoms",
              stated.formula(),
              stated.fraction(Element.H) > cell.fraction(Element.H) ? "more" : "less"),
          line);
      return;
    }
    warnings.add(
        Warnings.Kind.COMPOSITION,
        "the atoms make " + cell.reducedFormula() + ", the file says " + stated.formula(),
        line);
  }

  /** True when the atoms other than hydrogen have the ratios of the formula. */
  public boolean agreesButForHydrogen(Composition cell) {
    Optional<Composition> statedHeavy = composition.flatMap(CifFormula::withoutHydrogen);
    Optional<Composition> cellHeavy = withoutHydrogen(cell);
    return statedHeavy.isPresent()
        && cellHeavy.isPresent()
        && largestDifference(statedHeavy.get(), cellHeavy.get()) <= TOLERANCE;
  }

  private static double largestDifference(Composition a, Composition b) {
    double largest = 0;
    for (Element element : a.elements()) {
      largest = Math.max(largest, Math.abs(a.fraction(element) - b.fraction(element)));
    }
    for (Element element : b.elements()) {
      largest = Math.max(largest, Math.abs(a.fraction(element) - b.fraction(element)));
    }
    return largest;
  }

  private static Optional<Composition> withoutHydrogen(Composition composition) {
    var amounts = new java.util.EnumMap<Element, Double>(composition.amounts());
    amounts.remove(Element.H);
    return amounts.isEmpty() ? Optional.empty() : Optional.of(new Composition(amounts));
  }
}
