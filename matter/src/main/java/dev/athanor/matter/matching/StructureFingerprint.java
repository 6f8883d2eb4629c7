package dev.athanor.matter.matching;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.matching.internal.DistanceNumbers;
import java.util.Arrays;

/**
 * A crystal in {@value #LENGTH} bytes and a number of sites, which do not depend on cell,
 * orientation, scale or the order of atoms.
 *
 * <p>The number is that of the primitive cell, found as {@link StructureMatcher} does. The bytes
 * are from distances to the k-th neighbour over all sites, over neighbours of the same and of other
 * kinds, and for each ordered pair of elements: the logarithm of the mean over sites, divided by
 * that of a uniform gas of the same density ({@code (3 k V / (4 pi N))^(1/3)}), and the spread over
 * sites; besides, the lengths of the shortest lattice vectors, which part stackings and orderings
 * of one arrangement. All of these move continuously when atoms move. The first {@value
 * #ANONYMOUS_LENGTH} do not know the elements. A shared site counts as its major element.
 *
 * <p>A fingerprint is for search among many; where both crystals are at hand, {@link
 * StructureMatcher} is the judge. Of pairs of Materials Project structures of one formula that are
 * up to {@link #SAME} apart, the matcher calls 78 of 100 the same, and of those that it calls the
 * same, 78 of 100 are so near; for arrangements it is 82 and 92. What is confused are orders of one
 * lattice, distorted variants and stackings of equally many layers.
 *
 * @see <a href="https://doi.org/10.46793/match.87-3.529W">Widdowson et al., MATCH 87, 529 (2022):
 *     average minimum distances</a>; <a href="https://arxiv.org/abs/2108.04798">Widdowson and
 *     Kurlin, NeurIPS 2022: pointwise distance distributions</a>
 */
public final class StructureFingerprint {
  /** Number of bytes. */
  public static final int LENGTH = DistanceNumbers.LENGTH;

  /** Number of bytes, from the front, that do not depend on which element is which. */
  public static final int ANONYMOUS_LENGTH = DistanceNumbers.ANONYMOUS;

  /** Fingerprints of one formula up to this far apart count as one structure. */
  public static final double SAME = 0.06;

  /** Up to this {@link #anonymousDistance} two structures count as one arrangement. */
  public static final double SAME_ARRANGEMENT = 0.1;

  /** Added to the distance where the primitive cells differ in the number of sites. */
  public static final double OTHER_CELL = 1;

  /** Largest number of sites that is told from larger ones. */
  static final int MOST_SITES = 0xFFFF;

  private final long compositionKey;
  private final long anonymousKey;
  private final int siteCount;
  private final byte[] values;

  StructureFingerprint(long compositionKey, long anonymousKey, int siteCount, byte[] values) {
    this.compositionKey = compositionKey;
    this.anonymousKey = anonymousKey;
    this.siteCount = siteCount;
    this.values = values;
  }

  /** The fingerprint of a crystal. */
  public static StructureFingerprint of(Crystal crystal) {
    return of(StructureMatcher.standard().reduced(crystal));
  }

  /** The fingerprint of a crystal made ready by {@link StructureMatcher#standard}. */
  public static StructureFingerprint of(ReducedCrystal reduced) {
    return new StructureFingerprint(
        CompositionKeys.exact(reduced.composition()),
        CompositionKeys.anonymous(reduced.composition()),
        Math.min(MOST_SITES, reduced.siteCount()),
        DistanceNumbers.of(reduced.crystal()));
  }

  /** Equal for crystals of the same reduced formula; a 64-bit hash. */
  public long compositionKey() {
    return compositionKey;
  }

  /** Equal for crystals whose formulas have the same numbers; a 64-bit hash. */
  public long anonymousKey() {
    return anonymousKey;
  }

  /** Number of sites of the primitive cell. */
  public int siteCount() {
    return siteCount;
  }

  /** A copy of the bytes. */
  public byte[] values() {
    return values.clone();
  }

  /**
   * How different two structures are: 0 for the same, infinite for different reduced formulas, else
   * the largest difference of their numbers (0.02: two percent of a mean distance), and {@link
   * #OTHER_CELL} more where the primitive cells differ in the number of sites.
   */
  public double distance(StructureFingerprint other) {
    return compositionKey == other.compositionKey
        ? difference(other, LENGTH)
        : Double.POSITIVE_INFINITY;
  }

  /**
   * How different the arrangements are when the elements are forgotten: 0 for crystals of one
   * prototype with the same proportions, infinite where the formulas have different numbers.
   */
  public double anonymousDistance(StructureFingerprint other) {
    return anonymousKey == other.anonymousKey
        ? difference(other, ANONYMOUS_LENGTH)
        : Double.POSITIVE_INFINITY;
  }

  /** True when both are the same structure of the same composition, as far as can be seen here. */
  public boolean matches(StructureFingerprint other) {
    return distance(other) <= SAME;
  }

  private double difference(StructureFingerprint other, int length) {
    return difference(
        siteCount, values, other.siteCount, other.values, 0, length, Double.POSITIVE_INFINITY);
  }

  /**
   * Compares the first bytes of {@code a} with those of {@code b} from an offset; infinite where
   * the result is beyond {@code most}.
   */
  static double difference(
      int sitesOfA, byte[] a, int sitesOfB, byte[] b, int fromB, int length, double most) {
    double other = sitesOfA == sitesOfB ? 0 : OTHER_CELL;
    // a step more, so that rounding cannot drop what is just within
    double allowed = (most - other) * DistanceNumbers.STEPS_PER_UNIT + 1;
    int largest = 0;
    for (int i = 0; i < length; i++) {
      largest = Math.max(largest, Math.abs((a[i] & 0xFF) - (b[fromB + i] & 0xFF)));
      if (largest > allowed) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return largest / DistanceNumbers.STEPS_PER_UNIT + other;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StructureFingerprint that
        && compositionKey == that.compositionKey
        && anonymousKey == that.anonymousKey
        && siteCount == that.siteCount
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(compositionKey) * 31 + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "StructureFingerprint[" + Long.toHexString(compositionKey) + "]";
  }
}
