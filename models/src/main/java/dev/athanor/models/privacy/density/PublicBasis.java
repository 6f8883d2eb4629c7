package dev.athanor.models.privacy.density;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.privacy.features.FeatureKind;
import dev.athanor.models.privacy.images.PictureFeatures;
import dev.athanor.models.privacy.transcription.Domain;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.RandomMatrices_DDRM;

/**
 * Orthonormal coordinates of inputs that no record taught: of pictures the lowest frequencies of
 * the discrete cosine transform, since neighbouring pixels agree; of other inputs the numbers
 * themselves, or, where these are too many, as many directions at random.
 *
 * <p>{@code c = B^T (x - m) / r}, with {@code m} the middle of the domain's range and {@code r}
 * half of its width times the square root of the numbers of an input: whatever an input is, {@code
 * |c|} is at most 1. Values outside the range count as its nearest end, such as are no number as
 * its middle.
 */
public final class PublicBasis {
  private static final long DIRECTIONS_SEED = 20261123;

  private final float[] columns;
  private final int width;
  private final int size;
  private final double lowest;
  private final double highest;

  private PublicBasis(DMatrixRMaj columns, Domain domain) {
    width = columns.getNumRows();
    size = columns.getNumCols();
    lowest = domain.lowest();
    highest = domain.highest();
    this.columns = new float[width * size];
    for (int i = 0; i < this.columns.length; i++) {
      this.columns[i] = (float) columns.data[i];
    }
  }

  /**
   * Coordinates for a domain.
   *
   * @param most how many coordinates there are at most
   */
  public static PublicBasis of(Domain domain, int most) {
    FeatureKind kind = domain.features();
    int width = kind.inputWidth();
    if (kind instanceof PictureFeatures pictures) {
      return new PublicBasis(lowFrequencies(pictures.side(), Math.min(most, width)), domain);
    }
    if (width <= most) {
      DMatrixRMaj same = new DMatrixRMaj(width, width);
      for (int i = 0; i < width; i++) {
        same.unsafe_set(i, i, 1);
      }
      return new PublicBasis(same, domain);
    }
    return new PublicBasis(
        RandomMatrices_DDRM.orthogonal(width, most, new Random(DIRECTIONS_SEED)), domain);
  }

  /** How many coordinates there are. */
  public int size() {
    return size;
  }

  /** Coordinates of inputs, (n, width) to (n, size); no row is longer than 1. */
  NDArray coordinates(NDArray inputs) {
    // a number that is none would turn a sum into one that is none, for everybody to see
    NDArray middles = inputs.zerosLike().add(middle());
    return NDArrays.where(inputs.isNaN(), middles, inputs)
        .clip(lowest, highest)
        .sub(middle())
        .matMul(matrix(inputs.getManager()))
        .div(radius());
  }

  /** The inputs of coordinates, within the range: (n, size) to (n, width). */
  NDArray inputs(NDArray coordinates) {
    return coordinates
        .mul(radius())
        .matMul(matrix(coordinates.getManager()).transpose())
        .add(middle())
        .clip(lowest, highest);
  }

  private NDArray matrix(NDManager scope) {
    return scope.create(columns, new Shape(width, size));
  }

  private double middle() {
    return (lowest + highest) / 2;
  }

  private double radius() {
    return (highest - lowest) / 2 * Math.sqrt((double) width);
  }

  /** Products of cosines along rows and columns, in the order of their distance from constant. */
  private static DMatrixRMaj lowFrequencies(int side, int count) {
    List<int[]> frequencies =
        IntStream.range(0, side * side)
            .mapToObj(i -> new int[] {i / side, i % side})
            .sorted(Comparator.comparingInt(f -> f[0] * f[0] + f[1] * f[1]))
            .limit(count)
            .toList();
    DMatrixRMaj columns = new DMatrixRMaj(side * side, count);
    for (int k = 0; k < count; k++) {
      int[] frequency = frequencies.get(k);
      for (int i = 0; i < side * side; i++) {
        columns.unsafe_set(
            i, k, cosine(side, frequency[0], i / side) * cosine(side, frequency[1], i % side));
      }
    }
    return columns;
  }

  private static double cosine(int side, int frequency, int at) {
    double length = Math.sqrt((frequency == 0 ? 1.0 : 2.0) / side);
    return length * Math.cos(Math.PI * (at + 0.5) * frequency / side);
  }
}
