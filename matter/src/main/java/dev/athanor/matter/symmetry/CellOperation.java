package dev.athanor.matter.symmetry;

import dev.athanor.matter.crystal.Vector3;
import java.util.Arrays;
import java.util.Optional;

/**
 * A symmetry operation of one crystal in its own cell, {@code x' = W x + w} in fractional
 * coordinates: the matrix is exact, the translation depends on where the crystal puts its origin
 * and is a real number. For operations of tabulated groups see {@link SymmetryOperation}.
 */
public final class CellOperation {
  private static final int FRACTIONS = 24;

  /** Further from a fraction than this, a translation is not that fraction. */
  private static final double EXACT = 1e-4;

  private final int[] rotation;
  private final Vector3 translation;

  CellOperation(int[] rotation, Vector3 translation) {
    this.rotation = rotation.clone();
    this.translation = translation;
  }

  /** Entry of the matrix, row and column from 0. */
  public int rotation(int row, int column) {
    return rotation[3 * row + column];
  }

  /** The translation, each component in [0, 1). */
  public Vector3 translation() {
    return translation;
  }

  /**
   * The same operation with a translation in whole 24ths, as operations about a standard origin
   * have it; empty where it is further than {@value #EXACT} from any.
   */
  public Optional<SymmetryOperation> exact() {
    int[] parts = new int[3];
    double[] components = {translation.x(), translation.y(), translation.z()};
    for (int i = 0; i < 3; i++) {
      long twentyFourths = Math.round(components[i] * FRACTIONS);
      if (Math.abs(components[i] - twentyFourths / (double) FRACTIONS) > EXACT) {
        return Optional.empty();
      }
      parts[i] = (int) twentyFourths * (SymmetryOperation.DENOMINATOR / FRACTIONS);
    }
    return Optional.of(SymmetryOperation.of(rotation, parts));
  }

  /** The image of a point, fractional coordinates; not moved into the cell. */
  public Vector3 apply(Vector3 point) {
    return new Vector3(
        row(0, point) + translation.x(),
        row(1, point) + translation.y(),
        row(2, point) + translation.z());
  }

  @Override
  public String toString() {
    return Arrays.toString(rotation) + " " + translation;
  }

  private double row(int row, Vector3 point) {
    return rotation[3 * row] * point.x()
        + rotation[3 * row + 1] * point.y()
        + rotation[3 * row + 2] * point.z();
  }
}
