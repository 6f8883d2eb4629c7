package dev.athanor.matter.prototype;

import dev.athanor.matter.internal.ResourceTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which ion replaces which: counts of replacements between known crystals, filled up where they are
 * few by what the ions' differences make likely.
 *
 * <p>{@code P(b | a) = (n_ab + k s(b|a)) / (n_a + k)}, {@code n_a = sum_b n_ab}; {@code s(b|a) ~
 * exp(g ln p_b - sum_f w_f d_f(a, b))} over all {@code b} other than {@code a}, with {@code p_b}
 * the share of {@code b} in all replacements and {@code d_f} of {@link PairFeatures}. {@code w} and
 * {@code g} maximise the likelihood of the counts, {@code k} that of replacements held back: the
 * two-body model of Hautier et al. with a prior in place of one common value for pairs never seen.
 *
 * @see <a href="https://doi.org/10.1021/ic102031h">Hautier et al., Inorg. Chem. 50, 656 (2011)</a>
 */
public final class PairTable {
  private final List<Ion> ions;
  private final Map<Ion, Integer> index = new HashMap<>();
  private final double[][] counts;
  private final double[] weights;
  private final double strength;
  private final double[][] conditional;
  private final double[] marginal;

  /**
   * A table.
   *
   * @param ions its rows and columns
   * @param counts how often two ions replace each other, symmetric, zero on the diagonal
   * @param weights one for each of {@link PairFeatures#NAMES}, then that of the logarithm of how
   *     common the replacing ion is
   * @param strength k, replacements that the prior is worth
   */
  public PairTable(List<Ion> ions, double[][] counts, double[] weights, double strength) {
    this.ions = List.copyOf(ions);
    this.counts = Arrays.stream(counts).map(double[]::clone).toArray(double[][]::new);
    this.weights = weights.clone();
    this.strength = strength;
    for (int i = 0; i < ions.size(); i++) {
      index.put(ions.get(i), i);
    }
    marginal = shares(this.counts);
    conditional = new double[ions.size()][];
    for (int a = 0; a < ions.size(); a++) {
      conditional[a] = prior(this.ions, marginal, a, weights);
      double sum = Arrays.stream(this.counts[a]).sum();
      for (int b = 0; b < ions.size(); b++) {
        conditional[a][b] = (this.counts[a][b] + strength * conditional[a][b]) / (sum + strength);
      }
    }
  }

  /** Share of each ion in all replacements, every ion with half a replacement to begin with. */
  public static double[] shares(double[][] counts) {
    double[] result = new double[counts.length];
    double total = 0;
    for (int a = 0; a < counts.length; a++) {
      result[a] = 0.5 + Arrays.stream(counts[a]).sum();
      total += result[a];
    }
    for (int a = 0; a < counts.length; a++) {
      result[a] /= total;
    }
    return result;
  }

  /** {@code s(. | a)}: sums to one, zero for {@code a} itself. */
  public static double[] prior(List<Ion> ions, double[] shares, int a, double[] weights) {
    double[] result = new double[ions.size()];
    double sum = 0;
    for (int b = 0; b < result.length; b++) {
      if (b != a) {
        double[] differences = PairFeatures.of(ions.get(a), ions.get(b));
        double exponent = weights[differences.length] * Math.log(shares[b]);
        for (int f = 0; f < differences.length; f++) {
          exponent -= weights[f] * differences[f];
        }
        result[b] = Math.exp(exponent);
        sum += result[b];
      }
    }
    for (int b = 0; b < result.length; b++) {
      result[b] /= sum;
    }
    return result;
  }

  /** The same table with rows for more ions, of which no replacement has been seen. */
  PairTable with(List<Ion> more) {
    List<Ion> all = new ArrayList<>(ions);
    more.stream().filter(ion -> !index.containsKey(ion)).forEach(all::add);
    double[][] wider = new double[all.size()][all.size()];
    for (int a = 0; a < ions.size(); a++) {
      System.arraycopy(counts[a], 0, wider[a], 0, ions.size());
    }
    return new PairTable(all, wider, weights, strength);
  }

  /** The ions that the table knows, in its order. */
  public List<Ion> ions() {
    return ions;
  }

  /** The probability that what replaces {@code from} is {@code to}; empty for unknown ions. */
  public Optional<Double> probability(Ion from, Ion to) {
    Integer a = index.get(from);
    Integer b = index.get(to);
    return a == null || b == null ? Optional.empty() : Optional.of(conditional[a][b]);
  }

  /** Share of an ion in all replacements; empty for unknown ions. */
  public Optional<Double> share(Ion ion) {
    Integer a = index.get(ion);
    return a == null ? Optional.empty() : Optional.of(marginal[a]);
  }

  /** Replacements seen between two ions, weighted so that a family counts as its members. */
  public double count(Ion from, Ion to) {
    Integer a = index.get(from);
    Integer b = index.get(to);
    return a == null || b == null ? 0 : counts[a][b];
  }

  /** The table as text, which {@link #read} takes back. */
  public String text(String comment) {
    StringBuilder text = new StringBuilder("# ").append(comment).append('\n');
    text.append("strength\t").append(String.format(Locale.ROOT, "%.4f", strength)).append('\n');
    text.append("weights");
    for (double weight : weights) {
      text.append('\t').append(String.format(Locale.ROOT, "%.4f", weight));
    }
    text.append('\n');
    text.append("ions");
    ions.forEach(ion -> text.append('\t').append(ion));
    text.append('\n');
    for (int a = 0; a < ions.size(); a++) {
      for (int b = a + 1; b < ions.size(); b++) {
        if (counts[a][b] >= 0.05) {
          text.append(ions.get(a)).append('\t').append(ions.get(b)).append('\t');
          text.append(String.format(Locale.ROOT, "%.2f", counts[a][b])).append('\n');
        }
      }
    }
    return text.toString();
  }

  /** A table from a resource beside this class. */
  static PairTable read(String resource) {
    return parse(ResourceTable.rows(PairTable.class, resource));
  }

  private static PairTable parse(List<String[]> rows) {
    double strength = Double.parseDouble(rows.get(0)[1]);
    double[] weights =
        Arrays.stream(rows.get(1)).skip(1).mapToDouble(Double::parseDouble).toArray();
    List<Ion> ions = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    for (String name : rows.get(2)) {
      if (!name.equals("ions")) {
        places.put(name, ions.size());
        ions.add(Ion.parse(name).orElseThrow());
      }
    }
    double[][] counts = new double[ions.size()][ions.size()];
    for (String[] columns : rows.subList(3, rows.size())) {
      int a = Objects.requireNonNull(places.get(columns[0]));
      int b = Objects.requireNonNull(places.get(columns[1]));
      counts[a][b] = Double.parseDouble(columns[2]);
      counts[b][a] = counts[a][b];
    }
    return new PairTable(ions, counts, weights, strength);
  }
}
