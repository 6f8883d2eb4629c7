package dev.athanor.models.privacy.images;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/**
 * Features of pictures that no data taught: a scattering transform of two scales and eight
 * directions. Wavelet moduli of first and second order are averaged, {@code x * phi}, {@code |x *
 * psi_1| * phi}, {@code ||x * psi_1| * psi_2| * phi}: 81 maps at a quarter of the resolution. What
 * does not change under small shifts and deformations is kept, and a linear classifier on it is
 * nearly as good as a network that had to learn its own features, which costs privacy.
 *
 * <p>Each group of three maps is brought to mean 0 and deviation 1 within its picture, so that all
 * pictures' vectors are of one length, and then to length 1.
 *
 * @see <a href="https://arxiv.org/abs/1203.1513">Bruna and Mallat, Invariant scattering convolution
 *     networks (2013)</a>
 * @see <a href="https://arxiv.org/abs/2011.11660">Tramer and Boneh, Differentially private learning
 *     needs better features (2021)</a>, for its use with private gradients
 */
public final class ScatteringTransform implements AutoCloseable {
  private static final int SCALES = 2;
  private static final int DIRECTIONS = 8;
  private static final int SUBSAMPLING = 1 << SCALES;

  /** Half of the edge of the filters: where their Gaussians have fallen to next to nothing. */
  private static final int FINE_REACH = 5;

  private static final int COARSE_REACH = 7;
  private static final int HALVED_REACH = 4;

  private static final double WIDTH = 0.8;
  private static final double FREQUENCY = 3 * Math.PI / 4;
  private static final int CHANNELS = 1 + SCALES * DIRECTIONS + DIRECTIONS * DIRECTIONS;
  private static final int GROUPS = 27;
  private static final double TINY = 1e-5;

  private final NDManager manager;
  private final NDArray fine;
  private final NDArray coarse;
  private final NDArray average;
  private final NDArray averageOfHalved;

  /**
   * Filters, ready for use.
   *
   * @param parent whose memory they live in until this is closed
   */
  public ScatteringTransform(NDManager parent) {
    manager = parent.newSubManager();
    fine = wavelets(0, FINE_REACH);
    coarse = wavelets(1, COARSE_REACH);
    double width = WIDTH * (1 << (SCALES - 1));
    average = gaussian(width, COARSE_REACH);
    averageOfHalved = gaussian(width / 2, HALVED_REACH);
  }

  /** Numbers in the vector of a picture. */
  public static int width(int side) {
    int small = reduced(side);
    return CHANNELS * small * small;
  }

  private static int reduced(int side) {
    return (side - 1) / SUBSAMPLING + 1;
  }

  /**
   * Vectors of pictures. Gradients pass through.
   *
   * @param pictures (count, side * side)
   * @return (count, {@link #width}), each row of length 1, in the scope of {@code pictures}
   */
  public NDArray of(NDArray pictures) {
    long count = pictures.getShape().get(0);
    int side = (int) Math.round(Math.sqrt((double) pictures.getShape().get(1)));
    // what moduli of coarse wavelets lose at half of the resolution, the average loses anyway
    int half = (side + 1) / 2;
    NDArray x = pictures.reshape(count, 1, side, side);
    NDArray first = modulus(x, fine, FINE_REACH, 1);
    NDArray firstCoarse = modulus(x, coarse, COARSE_REACH, 2);
    NDArray second =
        modulus(first.reshape(count * DIRECTIONS, 1, side, side), coarse, COARSE_REACH, 2);
    int small = reduced(side);
    NDArray maps =
        convolved(x, average, COARSE_REACH, SUBSAMPLING)
            .reshape(count, 1, small, small)
            .concat(
                convolved(
                        first.reshape(count * DIRECTIONS, 1, side, side),
                        average,
                        COARSE_REACH,
                        SUBSAMPLING)
                    .reshape(count, DIRECTIONS, small, small),
                1)
            .concat(
                convolved(
                        firstCoarse.reshape(count * DIRECTIONS, 1, half, half),
                        averageOfHalved,
                        HALVED_REACH,
                        2)
                    .reshape(count, DIRECTIONS, small, small),
                1)
            .concat(
                convolved(
                        second.reshape(count * DIRECTIONS * DIRECTIONS, 1, half, half),
                        averageOfHalved,
                        HALVED_REACH,
                        2)
                    .reshape(count, DIRECTIONS * DIRECTIONS, small, small),
                1);
    NDArray grouped = maps.reshape(count, GROUPS, (long) CHANNELS / GROUPS * small * small);
    NDArray centred = grouped.sub(grouped.mean(new int[] {2}, true));
    NDArray deviation = centred.square().mean(new int[] {2}, true).add(TINY).sqrt();
    NDArray rows = centred.div(deviation).reshape(count, width(side));
    NDArray lengths = rows.square().sum(new int[] {1}, true).add(TINY).sqrt();
    return rows.div(lengths);
  }

  /** (n, 1, side, side) to (n, 8, side / stride, side / stride). */
  private static NDArray modulus(NDArray x, NDArray filters, int reach, int stride) {
    NDArray both = convolved(x, filters, reach, stride);
    Shape shape = both.getShape();
    NDArray parts = both.square().reshape(shape.get(0), DIRECTIONS, 2, shape.get(2), shape.get(3));
    return parts.sum(new int[] {2}).add(1e-12).sqrt();
  }

  private static NDArray convolved(NDArray x, NDArray filters, int reach, int stride) {
    NDList result =
        Conv2d.conv2d(x, filters, null, new Shape(stride, stride), new Shape(reach, reach));
    return result.singletonOrThrow();
  }

  /** Morlet wavelets of all directions at a scale, real and imaginary part: (16, 1, edge, edge). */
  private NDArray wavelets(int scale, int reach) {
    int edge = 2 * reach + 1;
    float[] values = new float[DIRECTIONS * 2 * edge * edge];
    double width = WIDTH * (1 << scale);
    double frequency = FREQUENCY / (1 << scale);
    for (int direction = 0; direction < DIRECTIONS; direction++) {
      double[][] wavelet = morlet(width, frequency, Math.PI * direction / DIRECTIONS, reach);
      for (int part = 0; part < 2; part++) {
        int from = (2 * direction + part) * edge * edge;
        for (int i = 0; i < edge * edge; i++) {
          values[from + i] = (float) wavelet[part][i];
        }
      }
    }
    return manager.create(values, new Shape(2L * DIRECTIONS, 1, edge, edge));
  }

  /** A plane wave under an elongated Gaussian, less as much of the Gaussian as makes its sum 0. */
  private static double[][] morlet(double width, double frequency, double angle, int reach) {
    int edge = 2 * reach + 1;
    double slant = 4.0 / DIRECTIONS;
    double[][] wave = new double[2][edge * edge];
    double[] envelope = new double[edge * edge];
    double[] sums = new double[3];
    for (int i = 0; i < edge * edge; i++) {
      double row = i / edge - reach;
      double column = i % edge - reach;
      double along = column * Math.cos(angle) + row * Math.sin(angle);
      double across = -column * Math.sin(angle) + row * Math.cos(angle);
      envelope[i] =
          Math.exp(-(along * along + slant * slant * across * across) / (2 * width * width));
      wave[0][i] = envelope[i] * Math.cos(frequency * along);
      wave[1][i] = envelope[i] * Math.sin(frequency * along);
      sums[0] += wave[0][i];
      sums[1] += wave[1][i];
      sums[2] += envelope[i];
    }
    double norm = 2 * Math.PI * width * width / slant;
    for (int part = 0; part < 2; part++) {
      for (int i = 0; i < edge * edge; i++) {
        wave[part][i] = (wave[part][i] - sums[part] / sums[2] * envelope[i]) / norm;
      }
    }
    return wave;
  }

  private NDArray gaussian(double width, int reach) {
    int edge = 2 * reach + 1;
    float[] values = new float[edge * edge];
    for (int i = 0; i < values.length; i++) {
      double row = i / edge - reach;
      double column = i % edge - reach;
      values[i] =
          (float)
              (Math.exp(-(row * row + column * column) / (2 * width * width))
                  / (2 * Math.PI * width * width));
    }
    return manager.create(values, new Shape(1, 1, edge, edge));
  }

  @Override
  public void close() {
    manager.close();
  }
}
