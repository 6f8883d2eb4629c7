package dev.athanor.models.elements.heads;

import dev.athanor.models.weights.WeightFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was measured on compositions like this one. Likeness is the overlap of the fractions of the
 * elements, distance {@code d = 2 - 2 sum min(a, b)}; answers are means over all measured
 * compositions with the kernel {@code exp(-d / h)} for three widths, and the nearest ones.
 *
 * <p>A row must not find itself when trees learn from these numbers, and leaving out the row alone
 * is not enough: its neighbours' mean would then tell its own value by what is missing. So groups
 * of compositions are left out together, all of a fold.
 */
public final class MeasuredNeighbours {
  /** Number of values that describe a row's neighbourhood. */
  public static final int SIZE = 14;

  private static final double[] WIDTHS = {0.1, 0.3, 0.8};
  private static final int CELLS = 1024;
  private static final float[][] KERNELS = new float[WIDTHS.length][CELLS + 1];
  private static final double LEAST_OVERLAP = 0.05;
  private static final double PRIOR = 0.6;
  private static final double PRIOR_LOGARITHM = 1;
  private static final double PRIOR_WEIGHT = 1e-4;
  private static final double LEAST_DENSITY = 1e-12;
  private static final float NOTHING_NEAR = 9;
  private static final int GRAIN = 500;
  private static final int ELEMENTS =
      CompositionDescriptor.SIZE - CompositionDescriptor.STATISTICS_SIZE;
  private static final int COLUMNS = 4;
  private static final String NAME = "neighbours";

  static {
    for (int w = 0; w < WIDTHS.length; w++) {
      for (int cell = 0; cell <= CELLS; cell++) {
        KERNELS[w][cell] = (float) Math.exp(-2.0 * (CELLS - cell) / CELLS / WIDTHS[w]);
      }
    }
  }

  /** Positive share, mean logarithm, weight and group of each composition. */
  private final float[] facts;

  /** For each element, the compositions that have it, and its fraction in each. */
  private final int[][] owners;

  private final float[][] fractions;

  /** Weight of all compositions. */
  private final double everything;

  private MeasuredNeighbours(float[] facts, int[][] owners, float[][] fractions) {
    this.facts = facts;
    this.owners = owners;
    this.fractions = fractions;
    everything = visible();
  }

  /** Weight of the compositions outside of some groups. */
  private double visible(int... leftOut) {
    double sum = 0;
    for (int at = 0; at < facts.length; at += COLUMNS) {
      sum += isLeftOut(facts[at + 3], leftOut) ? 0 : facts[at + 2];
    }
    return sum;
  }

  /**
   * A measured composition.
   *
   * @param descriptor of a composition or crystal
   * @param positive whether it superconducts
   * @param logarithm {@code log(1 + Tc)}
   * @param weight of the row
   * @param group what is left out together, 0 or more
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Measured(
      float[] descriptor, boolean positive, double logarithm, double weight, int group) {}

  private static final class Sum {
    private double weight;
    private double positive;
    private double logarithm;
  }

  /** Rows of one composition count as one. */
  public static MeasuredNeighbours of(List<Measured> rows) {
    Map<String, Sum> sums = new LinkedHashMap<>();
    Map<String, Measured> first = new LinkedHashMap<>();
    for (Measured row : rows) {
      String key = key(row.descriptor);
      Sum sum = sums.computeIfAbsent(key, k -> new Sum());
      sum.weight += row.weight;
      sum.positive += row.positive ? row.weight : 0;
      sum.logarithm += row.weight * row.logarithm;
      first.putIfAbsent(key, row);
    }
    float[] facts = new float[COLUMNS * sums.size()];
    List<float[]> descriptors = new ArrayList<>();
    int at = 0;
    for (Map.Entry<String, Sum> entry : sums.entrySet()) {
      Sum sum = entry.getValue();
      Measured row = Objects.requireNonNull(first.get(entry.getKey()));
      facts[at++] = (float) (sum.positive / sum.weight);
      facts[at++] = (float) (sum.logarithm / sum.weight);
      facts[at++] = (float) Math.min(1, sum.weight);
      facts[at++] = row.group;
      descriptors.add(row.descriptor);
    }
    return indexed(facts, descriptors);
  }

  private static MeasuredNeighbours indexed(float[] facts, List<float[]> descriptors) {
    int[][] owners = new int[ELEMENTS][];
    float[][] fractions = new float[ELEMENTS][];
    for (int e = 0; e < ELEMENTS; e++) {
      int place = CompositionDescriptor.STATISTICS_SIZE + e;
      int count = (int) descriptors.stream().filter(d -> d[place] > 0).count();
      owners[e] = new int[count];
      fractions[e] = new float[count];
      int at = 0;
      for (int i = 0; i < descriptors.size(); i++) {
        float fraction = descriptors.get(i)[place];
        if (fraction > 0) {
          owners[e][at] = i;
          fractions[e][at++] = fraction;
        }
      }
    }
    return new MeasuredNeighbours(facts, owners, fractions);
  }

  private static String key(float[] descriptor) {
    StringBuilder key = new StringBuilder();
    for (int e = 0; e < ELEMENTS; e++) {
      float fraction = descriptor[CompositionDescriptor.STATISTICS_SIZE + e];
      if (fraction > 0) {
        key.append(e).append(':').append(Math.round(fraction * GRAIN)).append(' ');
      }
    }
    return key.toString();
  }

  /** Compositions that are known. */
  public int count() {
    return facts.length / COLUMNS;
  }

  /** The descriptor, and behind it what is known of its neighbours outside of some groups. */
  public float[] extend(float[] descriptor, int... leftOut) {
    float[] overlap = overlaps(descriptor);
    double[] weight = new double[WIDTHS.length];
    double[] positive = new double[WIDTHS.length];
    double[] logarithm = new double[WIDTHS.length];
    double visible = leftOut.length == 0 ? everything : visible(leftOut);
    float nearestOverlap = 0;
    int nearest = -1;
    float nearestPositive = 0;
    float nearestNegative = 0;
    for (int i = 0; i < overlap.length; i++) {
      int at = i * COLUMNS;
      if (overlap[i] <= LEAST_OVERLAP || isLeftOut(facts[at + 3], leftOut)) {
        continue;
      }
      float own = Math.min(1, overlap[i]);
      int cell = (int) (own * CELLS + 0.5f);
      for (int w = 0; w < WIDTHS.length; w++) {
        float kernel = KERNELS[w][cell] * facts[at + 2];
        weight[w] += kernel;
        positive[w] += kernel * facts[at];
        logarithm[w] += kernel * facts[at + 1];
      }
      if (own > nearestOverlap) {
        nearestOverlap = own;
        nearest = at;
      }
      if (facts[at] > 0.5f) {
        nearestPositive = Math.max(nearestPositive, own);
      } else {
        nearestNegative = Math.max(nearestNegative, own);
      }
    }
    float[] result = Arrays.copyOf(descriptor, descriptor.length + SIZE);
    int at = descriptor.length;
    for (int w = 0; w < WIDTHS.length; w++) {
      double total = weight[w] + PRIOR_WEIGHT;
      result[at++] = (float) ((positive[w] + PRIOR_WEIGHT * PRIOR) / total);
      result[at++] = (float) ((logarithm[w] + PRIOR_WEIGHT * PRIOR_LOGARITHM) / total);
      // per composition seen, so that leaving groups out does not make the rest look lonely
      result[at++] = (float) Math.log(weight[w] / Math.max(1, visible) + LEAST_DENSITY);
    }
    result[at++] = distance(nearestOverlap);
    result[at++] = nearest < 0 ? Float.NaN : facts[nearest];
    result[at++] = nearest < 0 ? Float.NaN : facts[nearest + 1];
    result[at++] = distance(nearestPositive);
    result[at] = distance(nearestNegative);
    return result;
  }

  private static float distance(float overlap) {
    return overlap > 0 ? 2 - 2 * overlap : NOTHING_NEAR;
  }

  private static boolean isLeftOut(float group, int[] leftOut) {
    for (int one : leftOut) {
      if (one == (int) group) {
        return true;
      }
    }
    return false;
  }

  private float[] overlaps(float[] descriptor) {
    float[] result = new float[count()];
    for (int e = 0; e < ELEMENTS; e++) {
      float fraction = descriptor[CompositionDescriptor.STATISTICS_SIZE + e];
      if (fraction > 0) {
        int[] own = owners[e];
        float[] theirs = fractions[e];
        for (int i = 0; i < own.length; i++) {
          result[own[i]] += Math.min(theirs[i], fraction);
        }
      }
    }
    return result;
  }

  void store(Map<String, float[]> arrays) {
    arrays.put(NAME + ".facts", facts);
    int total = Arrays.stream(owners).mapToInt(o -> o.length).sum();
    float[] counts = new float[ELEMENTS];
    float[] places = new float[2 * total];
    int at = 0;
    for (int e = 0; e < ELEMENTS; e++) {
      counts[e] = owners[e].length;
      for (int i = 0; i < owners[e].length; i++) {
        places[at++] = owners[e][i];
        places[at++] = fractions[e][i];
      }
    }
    arrays.put(NAME + ".counts", counts);
    arrays.put(NAME + ".places", places);
  }

  /**
   * Reads what {@link #store} wrote.
   *
   * @throws IllegalArgumentException where the numbers do not fit together
   */
  static MeasuredNeighbours of(WeightFile file) {
    float[] facts = file.array(NAME + ".facts");
    float[] counts = file.array(NAME + ".counts", ELEMENTS);
    float[] places = file.array(NAME + ".places");
    if (facts.length % COLUMNS != 0) {
      throw new IllegalArgumentException("the neighbours lack facts");
    }
    int[][] owners = new int[ELEMENTS][];
    float[][] fractions = new float[ELEMENTS][];
    int at = 0;
    for (int e = 0; e < ELEMENTS; e++) {
      int count = (int) counts[e];
      if (count < 0 || count > (places.length - at) / 2) {
        throw new IllegalArgumentException("the neighbours lack elements");
      }
      owners[e] = new int[count];
      fractions[e] = new float[count];
      for (int i = 0; i < count; i++) {
        owners[e][i] = (int) places[at++];
        fractions[e][i] = places[at++];
        if (owners[e][i] < 0 || owners[e][i] >= facts.length / COLUMNS) {
          throw new IllegalArgumentException("a neighbour has no facts");
        }
      }
    }
    return new MeasuredNeighbours(facts, owners, fractions);
  }
}
