package dev.athanor.models.privacy.composition;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.models.elements.heads.CompositionDescriptor;
import dev.athanor.models.privacy.trees.PublicRows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPInputStream;

/**
 * Compositions that everybody may know: 30,000 ground states of the Materials Project, and
 * compositions made from such by replacing a part of one element by a similar one and by changing
 * one amount, as is done in laboratories. Rows are descriptors, as trees are given them.
 *
 * <p>Formulas of ground states are whole-numbered; doped compounds come from variation alone.
 *
 * @see <a href="https://doi.org/10.1038/s41524-020-00362-y">Bartel et al., npj Comput. Mater. 6, 97
 *     (2020), for the list</a>
 */
public final class PublicCompositions implements PublicRows {
  private static final String RESOURCE = "public-compositions.txt.gz";
  private static final int SIZE = ElementFractions.SIZE;
  private static final int FIRST_FRACTION = CompositionDescriptor.STATISTICS_SIZE;

  /** How far apart, in Mendeleev's numbers, elements are that replace one another. */
  private static final double SIMILAR = 6;

  private static final double[] REPLACED = {.02, .05, .1, .15, .2, .3, .4, .5, 1};
  private static final double CHANGED = 0.4;
  private static final double CHANGE = 0.15;
  private static final double RARE = 1e-4;

  private final float[][] rows;

  private PublicCompositions(float[][] rows) {
    this.rows = rows;
  }

  /** The ground states. */
  public static PublicCompositions read() {
    return of(formulas().stream().map(Composition::parse).toList());
  }

  /** Other public compositions. */
  public static PublicCompositions of(List<Composition> compositions) {
    return new PublicCompositions(
        compositions.stream()
            .map(ElementFractions::of)
            .map(ElementFractions::descriptor)
            .toArray(float[][]::new));
  }

  /**
   * Others, by their descriptors.
   *
   * @param rows as {@link ElementFractions#descriptor} gives them; not to be changed
   */
  public static PublicCompositions ofRows(float[][] rows) {
    return new PublicCompositions(rows);
  }

  private static List<String> formulas() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Objects.requireNonNull(
                        PublicCompositions.class.getResourceAsStream(RESOURCE), RESOURCE)),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public float[][] rows() {
    return rows;
  }

  @Override
  public PublicCompositions varied(int[] chosen, RandomGenerator random) {
    double[][] replacements = replacements(chosen);
    float[][] result = new float[chosen.length][];
    for (int i = 0; i < chosen.length; i++) {
      float[] row = rows[chosen[i]];
      float[] fractions = ElementFractions.ofDescriptor(row);
      vary(fractions, replacements, random);
      result[i] = ElementFractions.descriptor(fractions);
    }
    return new PublicCompositions(result);
  }

  private static void vary(float[] fractions, double[][] replacements, RandomGenerator random) {
    int from = present(fractions, random);
    int at = Arrays.binarySearch(replacements[from], random.nextDouble());
    int to = Math.min(SIZE - 1, at < 0 ? -at - 1 : at + 1);
    float part = (float) (fractions[from] * REPLACED[random.nextInt(REPLACED.length)]);
    fractions[from] -= part;
    fractions[to] += part;
    int changed = present(fractions, random);
    if (random.nextDouble() < CHANGED) {
      fractions[changed] *= (float) Math.exp(CHANGE * random.nextGaussian());
    }
  }

  private static int present(float[] fractions, RandomGenerator random) {
    int count = 0;
    int found = 0;
    for (int i = 0; i < fractions.length; i++) {
      if (fractions[i] > 0 && random.nextInt(++count) == 0) {
        found = i;
      }
    }
    return found;
  }

  /** For each element running sums of the odds of others to replace it. */
  private double[][] replacements(int[] chosen) {
    double[] frequency = new double[SIZE];
    Arrays.fill(frequency, RARE);
    for (int row : chosen) {
      for (int i = 0; i < SIZE; i++) {
        frequency[i] += rows[row][FIRST_FRACTION + i] > 0 ? 1.0 / chosen.length : 0;
      }
    }
    double[][] sums = new double[SIZE][SIZE];
    for (int from = 0; from < SIZE; from++) {
      for (int to = 0; to < SIZE; to++) {
        double apart = Math.abs(number(from) - number(to));
        sums[from][to] = from == to ? 0 : frequency[to] * Math.exp(-apart / SIMILAR);
      }
      Arrays.parallelPrefix(sums[from], Double::sum);
      double all = sums[from][SIZE - 1];
      for (int to = 0; to < SIZE; to++) {
        sums[from][to] /= all;
      }
    }
    return sums;
  }

  private static double number(int index) {
    return Element.ofAtomicNumber(index + 1).mendeleevNumber().orElse(50);
  }
}
