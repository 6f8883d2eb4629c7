package dev.athanor.matter.chemistry;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How much of which element: amounts per formula unit or per cell, kept as given.
 *
 * <p>Two compositions are equal when their amounts are. {@link #reduced()} and {@link
 * #reducedFormula()} put multiples of one formula together.
 *
 * @param amounts atoms of each element, all above zero and finite, in the order of atomic number
 */
public record Composition(Map<Element, Double> amounts) {
  /** Amounts closer to an integer than this are read as that integer. */
  private static final double DECIMALS = 1e6;

  private static final double LARGEST_DECIMAL = 1e9;
  private static final double INTEGER_TOLERANCE = 1e-4;

  private static final int MAX_FORMULA_LENGTH = 512;
  private static final Pattern COUNTS_WATER = Pattern.compile("(?<dot>\\.[0-9]+)H2O(?![a-z0-9])");
  private static final Comparator<Element> BY_ELECTRONEGATIVITY =
      Comparator.<Element>comparingDouble(e -> e.electronegativity().orElse(9))
          .thenComparing(Element::symbol);

  public Composition {
    EnumMap<Element, Double> copy = new EnumMap<>(Element.class);
    for (Map.Entry<Element, Double> entry : amounts.entrySet()) {
      double amount = entry.getValue();
      if (!Double.isFinite(amount) || amount <= 0) {
        throw new MatterException(
            MatterErrors.BAD_FORMULA,
            "amount of " + entry.getKey() + " is " + amount + ", must be above 0");
      }
      copy.put(entry.getKey(), amount);
    }
    if (copy.isEmpty()) {
      throw new MatterException(
          MatterErrors.BAD_FORMULA, "a composition needs at least one element");
    }
    amounts = Collections.unmodifiableMap(copy);
  }

  /**
   * Reads a formula such as {@code Re2Zr}, {@code Ca(OH)2}, {@code Ba0.6K0.4Fe2As2} or {@code
   * CuSO4.5H2O}.
   *
   * @throws MatterException {@code BAD_FORMULA} or {@code UNKNOWN_ELEMENT}, with the place in the
   *     text
   */
  public static Composition parse(String formula) {
    if (formula.length() > MAX_FORMULA_LENGTH) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "a formula has at most " + MAX_FORMULA_LENGTH + " characters");
    }
    return new Composition(FormulaParser.parse(formula));
  }

  /** All elements present, in the order of atomic number. */
  public Set<Element> elements() {
    return amounts.keySet();
  }

  /** Atoms in all. */
  public double atomCount() {
    return amounts.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Atoms of one element; 0 where it is absent. */
  public double amount(Element element) {
    return amounts.getOrDefault(element, 0.0);
  }

  /** Share of one element among all atoms, 0 to 1. */
  public double fraction(Element element) {
    return amount(element) / atomCount();
  }

  /** Mass of one formula unit as given, unified atomic mass units (grams per mole). */
  public double mass() {
    return amounts.entrySet().stream()
        .mapToDouble(e -> e.getValue() * e.getKey().atomicMass())
        .sum();
  }

  /** True when every amount is an integer within 1e-4. */
  public boolean isInteger() {
    return amounts.values().stream().allMatch(Composition::isNearInteger);
  }

  /**
   * The smallest integer multiple of this composition's ratios; unchanged where the amounts are not
   * integers.
   */
  public Composition reduced() {
    if (!isInteger()) {
      return this;
    }
    long divisor = 0;
    for (double amount : amounts.values()) {
      divisor = gcd(divisor, Math.round(amount));
    }
    EnumMap<Element, Double> result = new EnumMap<>(Element.class);
    for (Map.Entry<Element, Double> entry : amounts.entrySet()) {
      result.put(entry.getKey(), Math.round(entry.getValue()) / (double) divisor);
    }
    return new Composition(result);
  }

  /** The same ratios with {@code factor} times the atoms. */
  public Composition times(double factor) {
    EnumMap<Element, Double> result = new EnumMap<>(Element.class);
    amounts.forEach((element, amount) -> result.put(element, amount * factor));
    return new Composition(result);
  }

  /**
   * The formula as given, elements from electropositive to electronegative, as in {@code Zr2Re4}.
   */
  public String formula() {
    String text =
        amounts.keySet().stream()
            .sorted(BY_ELECTRONEGATIVITY)
            .map(e -> e.symbol() + amountText(amount(e)))
            .collect(Collectors.joining());
    // "Zr5.5H2O" would be read as a pentahydrate, "Zr5.500H2O" is not
    return text.contains("H2O") ? COUNTS_WATER.matcher(text).replaceFirst("${dot}00H2O") : text;
  }

  /** The formula of {@link #reduced()}, which names a compound: {@code ZrRe2}. */
  public String reducedFormula() {
    return reduced().formula();
  }

  /** The elements alone, sorted by symbol and joined with hyphens: {@code Re-Zr}. */
  public String chemicalSystem() {
    return amounts.keySet().stream().map(Element::symbol).sorted().collect(Collectors.joining("-"));
  }

  /** The ratios without the names, as in {@code AB2}: amounts ascending, letters from A. */
  public String anonymousFormula() {
    List<Double> sorted = new ArrayList<>(reduced().amounts.values());
    Collections.sort(sorted);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sorted.size(); i++) {
      text.append((char) ('A' + i)).append(amountText(sorted.get(i)));
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return formula();
  }

  private static String amountText(double amount) {
    // as printed, so that a printed formula reads and prints the same
    double shown = amount < LARGEST_DECIMAL ? Math.rint(amount * DECIMALS) / DECIMALS : amount;
    if (isNearInteger(shown)) {
      long rounded = Math.round(shown);
      return rounded == 1 ? "" : Long.toString(rounded);
    }
    String text = String.format(Locale.ROOT, "%.6f", amount);
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean isNearInteger(double amount) {
    return Math.round(amount) > 0 && Math.abs(amount - Math.round(amount)) < INTEGER_TOLERANCE;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
