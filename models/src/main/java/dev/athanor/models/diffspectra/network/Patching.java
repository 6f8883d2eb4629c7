package dev.athanor.models.diffspectra.network;

/**
 * How a spectrum is cut into overlapping pieces.
 *
 * @param points of the spectrum
 * @param length points of a piece
 * @param stride points from one piece to the next
 */
public record Patching(int points, int length, int stride) {
  public Patching {
    if (length < 1 || stride < 1 || length > points) {
      throw new IllegalArgumentException("pieces must fit into the spectrum");
    }
  }

  /** Number of pieces; points after the last are left out. */
  public int tokens() {
    return (points - length) / stride + 1;
  }

  /** Writes the pieces of a spectrum one after the other. */
  public void cut(float[] spectrum, float[] into, int at) {
    if (spectrum.length != points) {
      throw new IllegalArgumentException(
          "a spectrum of " + spectrum.length + " points, not " + points);
    }
    for (int k = 0; k < tokens(); k++) {
      System.arraycopy(spectrum, k * stride, into, at + k * length, length);
    }
  }
}
