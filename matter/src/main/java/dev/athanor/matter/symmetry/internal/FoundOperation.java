package dev.athanor.matter.symmetry.internal;

/**
 * An operation as measured in a cell: an exact matrix and a translation with its noise. Acts on
 * columns of fractional coordinates, {@code x' = W x + w}.
 */
public final class FoundOperation {
  private final int[] rotation;
  private final double[] translation;

  /** Takes the arrays as they are. */
  public FoundOperation(int[] rotation, double[] translation) {
    this.rotation = rotation;
    this.translation = translation;
  }

  /** The matrix; not to be changed. */
  public int[] rotation() {
    return rotation;
  }

  /** The translation; not to be changed. */
  public double[] translation() {
    return translation;
  }
}
