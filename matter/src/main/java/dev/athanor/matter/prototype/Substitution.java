package dev.athanor.matter.prototype;

import dev.athanor.matter.chemistry.Element;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Which element replaces which without a change of structure: counts from known crystals, filled up
 * with likeness of the elements where counts are few.
 *
 * <p>{@code P(b | a) = (n_ab + k s_ab) / sum_c (n_ac + k s_ac)}; {@code n_ab} counts known
 * structures of one arrangement that differ by {@code a} against {@code b} only (file {@code
 * substitutions.tsv}, learned from Materials Project structures by {@code SubstitutionLearning}),
 * {@code s_a.} is a distribution over the elements by electronegativity, radius, Mendeleev number,
 * group and common oxidation states, and {@code k} = {@value #PRIOR_WEIGHT}. In the spirit of
 * Hautier et al., but over elements, not ions, and of pairs only: the other elements of the
 * compound have no say.
 *
 * @see <a href="https://doi.org/10.1021/ic102031h">Hautier et al., Inorg. Chem. 50, 656 (2011)</a>
 */
public final class Substitution {
  private static final double PRIOR_WEIGHT = 4;
  private static final int SIZE = Element.values().length;
  private static final Substitution STANDARD = new Substitution(load());

  /** Row a, column b: P(b | a). */
  private final double[][] conditional;

  /** P(b) over all replacements. */
  private final double[] marginal;

  private Substitution(double[][] counts) {
    conditional = new double[counts.length][counts.length];
    marginal = new double[counts.length];
    double total = 0;
    for (int a = 0; a < counts.length; a++) {
      double[] prior = likeness(Element.ofAtomicNumber(a + 1));
      double sum = 0;
      for (int b = 0; b < counts.length; b++) {
        conditional[a][b] = counts[a][b] + PRIOR_WEIGHT * prior[b];
        sum += conditional[a][b];
      }
      for (int b = 0; b < counts.length; b++) {
        marginal[b] += conditional[a][b];
        conditional[a][b] /= sum;
      }
      total += sum;
    }
    for (int b = 0; b < counts.length; b++) {
      marginal[b] /= total;
    }
  }

  /** The table that ships with the product. */
  public static Substitution standard() {
    return STANDARD;
  }

  /** The probability that what replaces {@code from} is {@code to}; 0 for itself. */
  public double probability(Element from, Element to) {
    return conditional[from.atomicNumber() - 1][to.atomicNumber() - 1];
  }

  /**
   * How much more often than by chance {@code to} replaces {@code from}, natural logarithm; the
   * largest value of the row for an element that stays.
   */
  public double logOdds(Element from, Element to) {
    if (from == to) {
      return likely(from, 1).stream()
          .mapToDouble(first -> Math.max(0, logOdds(from, first)))
          .findFirst()
          .orElse(0);
    }
    return Math.log(probability(from, to) / marginal[to.atomicNumber() - 1]);
  }

  /** The {@code count} most probable replacements of an element, most probable first. */
  public List<Element> likely(Element from, int count) {
    return Arrays.stream(Element.values())
        .filter(to -> to != from)
        .sorted(Comparator.comparingDouble((Element to) -> -probability(from, to)))
        .limit(count)
        .toList();
  }

  /** Likeness of the other elements to this one by tabulated facts; adds up to one. */
  private static double[] likeness(Element from) {
    double[] result = new double[SIZE];
    double sum = 0;
    for (Element to : Element.values()) {
      if (to != from) {
        result[to.atomicNumber() - 1] = Math.exp(-ElementDistance.squared(from, to) / 2);
        sum += result[to.atomicNumber() - 1];
      }
    }
    for (int i = 0; i < SIZE; i++) {
      result[i] /= sum;
    }
    return result;
  }

  private static double[][] load() {
    double[][] counts = new double[SIZE][SIZE];
    try (InputStream stream =
            Objects.requireNonNull(Substitution.class.getResourceAsStream("substitutions.tsv"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(
              columns -> {
                int a = Element.ofSymbol(columns[0]).orElseThrow().atomicNumber() - 1;
                int b = Element.ofSymbol(columns[1]).orElseThrow().atomicNumber() - 1;
                counts[a][b] = Double.parseDouble(columns[2]);
                counts[b][a] = counts[a][b];
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return counts;
  }
}
