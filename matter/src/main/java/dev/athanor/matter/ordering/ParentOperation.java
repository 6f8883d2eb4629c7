package dev.athanor.matter.ordering;

import dev.athanor.matter.crystal.Vector3;

/**
 * An operation {@code x' = W x + w} that maps a crystal onto itself, in fractional coordinates of
 * its cell. Unlike the operations of a space group in a standard setting, {@code w} is measured.
 */
public final class ParentOperation {
  private final int[] rotation;
  private final Vector3 translation;

  /**
   * An operation.
   *
   * @param rotation the nine entries of W, row by row
   * @param translation w, any numbers
   */
  public ParentOperation(int[] rotation, Vector3 translation) {
    this.rotation = rotation.clone();
    this.translation = translation;
  }

  /** The image of a point. */
  public Vector3 apply(Vector3 p) {
    return new Vector3(
        rotation[0] * p.x() + rotation[1] * p.y() + rotation[2] * p.z() + translation.x(),
        rotation[3] * p.x() + rotation[4] * p.y() + rotation[5] * p.z() + translation.y(),
        rotation[6] * p.x() + rotation[7] * p.y() + rotation[8] * p.z() + translation.z());
  }

  /** +1 for a rotation or screw, -1 for an operation that changes handedness. */
  public int determinant() {
    int[] m = rotation;
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }

  /** Trace of the matrix, which with the determinant tells the kind of operation. */
  public int trace() {
    return rotation[0] + rotation[4] + rotation[8];
  }

  /** The image of a lattice vector, without the translation. */
  public int[] turned(int[] vector) {
    int[] image = new int[3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        image[i] += rotation[3 * i + j] * vector[j];
      }
    }
    return image;
  }
}
