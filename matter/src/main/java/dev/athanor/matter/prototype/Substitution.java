package dev.athanor.matter.prototype;

import dev.athanor.matter.chemistry.Element;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which element replaces which without a change of structure: {@link PairTable} over elements,
 * learned from Materials Project structures by {@code SubstitutionLearning}.
 *
 * <p>How well it foretells compounds that were held back stands in {@code
 * docs/benchmarks/substitution.json}. Pairs only: the other elements of the compound have no say.
 * For salts {@link IonSubstitution}, which knows oxidation states, foretells better.
 */
public final class Substitution {
  private static final List<Ion> ELEMENTS =
      Arrays.stream(Element.values()).map(element -> new Ion(element, 0)).toList();
  private static final Substitution STANDARD =
      new Substitution(PairTable.read("elements.tsv").with(ELEMENTS));
  private static final Substitution INTERMETALLIC =
      new Substitution(PairTable.read("intermetallic.tsv").with(ELEMENTS));

  private final PairTable table;

  private Substitution(PairTable table) {
    this.table = table;
  }

  /** The table of all compounds, salts and metals. */
  public static Substitution standard() {
    return STANDARD;
  }

  /** The table of compounds without oxidation states that balance: metals and their borides. */
  public static Substitution intermetallic() {
    return INTERMETALLIC;
  }

  /** The probability that what replaces {@code from} is {@code to}; 0 for itself. */
  public double probability(Element from, Element to) {
    return table.probability(new Ion(from, 0), new Ion(to, 0)).orElse(0.0);
  }

  /**
   * How much more often than by chance {@code to} replaces {@code from}, natural logarithm; that of
   * the likeliest replacement for an element that stays.
   */
  public double logOdds(Element from, Element to) {
    if (from == to) {
      return likely(from, 1).stream()
          .mapToDouble(first -> Math.max(0, logOdds(from, first)))
          .findFirst()
          .orElse(0);
    }
    return Math.log(probability(from, to) / table.share(new Ion(to, 0)).orElseThrow());
  }

  /** The {@code count} most probable replacements of an element, most probable first. */
  public List<Element> likely(Element from, int count) {
    return Arrays.stream(Element.values())
        .filter(to -> to != from)
        .sorted(Comparator.comparingDouble((Element to) -> -probability(from, to)))
        .limit(count)
        .toList();
  }
}
