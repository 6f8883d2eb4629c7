package dev.athanor.matter.matching;

import dev.athanor.matter.crystal.Crystal;
import java.util.Arrays;

/**
 * A crystal in {@value #LENGTH} bytes that do not depend on cell, orientation, scale or the order
 * of atoms: mean distances to the k-th neighbour.
 *
 * <p>For every site the distances to its neighbours are sorted; the mean over sites of the k-th,
 * divided by that of a uniform gas of the same density ({@code (3 k V / (4 pi N))^(1/3)}), is one
 * number. Stacking variants, which agree in most distances, are parted by how the neighbours lie
 * around a site: {@code Q_l^2 = sum_ij w_i w_j P_l(cos gamma_ij) / (sum_i w_i)^2} with weights that
 * fade with distance. All of these move continuously when atoms move. The first {@value
 * #ANONYMOUS_LENGTH} numbers do not know the elements (all neighbours, their spread over the sites,
 * neighbours of the same element, angles); the others are those of single elements, taken in the
 * order of atomic number.
 *
 * @see <a href="https://doi.org/10.46793/match.87-3.529W">Widdowson et al., MATCH 87, 529 (2022):
 *     average minimum distances</a>
 * @see <a href="https://doi.org/10.1103/PhysRevB.28.784">Steinhardt et al., Phys. Rev. B 28, 784
 *     (1983): bond order</a>
 */
public final class StructureFingerprint {
  /** Number of bytes. */
  public static final int LENGTH = 46;

  /** Number of bytes, from the front, that do not depend on which element is which. */
  public static final int ANONYMOUS_LENGTH = 28;

  /**
   * Fingerprints up to this far apart count as one structure. Atoms shaken by 0.01 angstrom give
   * 0.005 to 0.015, by 0.03 angstrom up to 0.03; stackings of the same layers (the Laves phases C14
   * and C36) are as near as 0.015 and so count as one.
   */
  public static final double SAME = 0.03;

  /** Distance of one step of a byte. */
  static final double STEP = 0.005;

  private final long compositionKey;
  private final long anonymousKey;
  private final byte[] values;

  StructureFingerprint(long compositionKey, long anonymousKey, byte[] values) {
    this.compositionKey = compositionKey;
    this.anonymousKey = anonymousKey;
    this.values = values;
  }

  /** The fingerprint of a crystal; a shared site counts as its major element. */
  public static StructureFingerprint of(Crystal crystal) {
    return new StructureFingerprint(
        CompositionKeys.exact(crystal.composition()),
        CompositionKeys.anonymous(crystal.composition()),
        new NeighborMeans(crystal).quantised());
  }

  /** Equal for crystals of the same reduced formula; a 64-bit hash. */
  public long compositionKey() {
    return compositionKey;
  }

  /** Equal for crystals whose formulas have the same numbers; a 64-bit hash. */
  public long anonymousKey() {
    return anonymousKey;
  }

  /** A copy of the bytes. */
  public byte[] values() {
    return values.clone();
  }

  /**
   * How different two structures are: 0 for the same, infinite for different reduced formulas, else
   * the largest difference of their numbers (a relative mean distance, 0.01: one percent).
   */
  public double distance(StructureFingerprint other) {
    return compositionKey == other.compositionKey
        ? difference(values, 0, other.values, 0, LENGTH)
        : Double.POSITIVE_INFINITY;
  }

  /**
   * How different the arrangements are when the elements are forgotten: 0 for crystals of one
   * prototype with the same proportions, infinite where the formulas have different numbers.
   */
  public double anonymousDistance(StructureFingerprint other) {
    return anonymousKey == other.anonymousKey
        ? difference(values, 0, other.values, 0, ANONYMOUS_LENGTH)
        : Double.POSITIVE_INFINITY;
  }

  /** True when both are the same structure of the same composition. */
  public boolean matches(StructureFingerprint other) {
    return distance(other) <= SAME;
  }

  static double difference(byte[] a, int fromA, byte[] b, int fromB, int length) {
    int largest = 0;
    for (int i = 0; i < length; i++) {
      largest = Math.max(largest, Math.abs((a[fromA + i] & 0xFF) - (b[fromB + i] & 0xFF)));
    }
    return largest * STEP;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StructureFingerprint that
        && compositionKey == that.compositionKey
        && anonymousKey == that.anonymousKey
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
