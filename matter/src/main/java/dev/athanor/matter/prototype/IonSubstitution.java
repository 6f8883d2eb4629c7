package dev.athanor.matter.prototype;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Which ion replaces which in salts without a change of structure: {@link PairTable} over elements
 * in their oxidation states, learned from Materials Project structures.
 *
 * <p>Ions that replace each other need not have one charge: where another ion of the compound gives
 * way too, Na+ and Al3+ stand for two Mg2+. Nothing here checks that charges of the product
 * balance; {@link SubstitutionRules} does.
 */
public final class IonSubstitution {
  private static final IonSubstitution STANDARD = new IonSubstitution(PairTable.read("ionic.tsv"));

  private final PairTable table;

  private IonSubstitution(PairTable table) {
    this.table = table;
  }

  /** The table that ships with the product. */
  public static IonSubstitution standard() {
    return STANDARD;
  }

  /** The ions that the table knows. */
  public List<Ion> ions() {
    return table.ions();
  }

  /**
   * The probability that what replaces {@code from} is {@code to}, 0 for itself; empty where one of
   * them is unknown.
   */
  public OptionalDouble probability(Ion from, Ion to) {
    return table.probability(from, to).map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  /** How much more often than by chance {@code to} replaces {@code from}, natural logarithm. */
  public OptionalDouble logOdds(Ion from, Ion to) {
    OptionalDouble probability = probability(from, to);
    return probability.isEmpty() || from.equals(to)
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Math.log(probability.getAsDouble() / table.share(to).orElse(Double.NaN)));
  }

  /** The {@code count} most probable replacements, most probable first; empty for unknown ions. */
  public List<Ion> likely(Ion from, int count) {
    return table.ions().stream()
        .filter(to -> !to.equals(from) && table.probability(from, to).isPresent())
        .sorted(Comparator.comparingDouble((Ion to) -> -table.probability(from, to).orElse(0.0)))
        .limit(count)
        .toList();
  }
}
