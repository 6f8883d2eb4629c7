package dev.athanor.models.diffspectra.forward;

import dev.athanor.models.weights.WeightFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Blocks boiled down to their principal components, {@code z = B (y - m)}, one block after another.
 */
final class LatentSpace {
  /** Numbers in all. */
  static final int SIZE =
      List.of(SpectralBlock.values()).stream().mapToInt(SpectralBlock::latents).sum();

  private final Map<SpectralBlock, float[]> means;
  private final Map<SpectralBlock, float[]> bases;

  private LatentSpace(Map<SpectralBlock, float[]> means, Map<SpectralBlock, float[]> bases) {
    this.means = means;
    this.bases = bases;
  }

  /** Where the numbers of a block begin. */
  static int offset(SpectralBlock block) {
    int offset = 0;
    for (SpectralBlock before : SpectralBlock.values()) {
      if (before == block) {
        return offset;
      }
      offset += before.latents();
    }
    throw new IllegalStateException("no block " + block);
  }

  /** The components of these rows of numbers, by block. */
  static LatentSpace fit(Map<SpectralBlock, List<float[]>> rows) {
    Map<SpectralBlock, float[]> means = new EnumMap<>(SpectralBlock.class);
    Map<SpectralBlock, float[]> bases = new EnumMap<>(SpectralBlock.class);
    rows.forEach(
        (block, values) -> {
          float[] mean = mean(values, block.size());
          means.put(block, mean);
          bases.put(block, components(values, mean, block.latents()));
        });
    return new LatentSpace(means, bases);
  }

  static LatentSpace read(WeightFile file) {
    Map<SpectralBlock, float[]> means = new EnumMap<>(SpectralBlock.class);
    Map<SpectralBlock, float[]> bases = new EnumMap<>(SpectralBlock.class);
    for (SpectralBlock block : SpectralBlock.values()) {
      means.put(block, file.array(name(block, "mean"), block.size()));
      bases.put(block, file.array(name(block, "basis"), block.size() * block.latents()));
    }
    return new LatentSpace(means, bases);
  }

  void store(Map<String, float[]> arrays) {
    means.forEach((block, values) -> arrays.put(name(block, "mean"), values));
    bases.forEach((block, values) -> arrays.put(name(block, "basis"), values));
  }

  /** Puts the components of a block's numbers in their place. */
  void encode(SpectralBlock block, float[] values, float[] latents) {
    float[] mean = of(means, block);
    float[] basis = of(bases, block);
    int offset = offset(block);
    for (int k = 0; k < block.latents(); k++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += basis[k * values.length + i] * (values[i] - mean[i]);
      }
      latents[offset + k] = (float) sum;
    }
  }

  /** The numbers of a block that have these components. */
  float[] decode(SpectralBlock block, float[] latents) {
    float[] values = of(means, block).clone();
    float[] basis = of(bases, block);
    int offset = offset(block);
    for (int k = 0; k < block.latents(); k++) {
      for (int i = 0; i < values.length; i++) {
        values[i] += basis[k * values.length + i] * latents[offset + k];
      }
    }
    return values;
  }

  private static float[] of(Map<SpectralBlock, float[]> arrays, SpectralBlock block) {
    float[] values = arrays.get(block);
    if (values == null) {
      throw new IllegalStateException("no components of " + block);
    }
    return values;
  }

  private static String name(SpectralBlock block, String part) {
    return block.name().toLowerCase(Locale.ROOT) + "." + part;
  }

  private static float[] mean(List<float[]> rows, int size) {
    double[] sums = new double[size];
    for (float[] row : rows) {
      for (int i = 0; i < size; i++) {
        sums[i] += row[i];
      }
    }
    float[] mean = new float[size];
    for (int i = 0; i < size; i++) {
      mean[i] = (float) (sums[i] / rows.size());
    }
    return mean;
  }

  private static float[] components(List<float[]> rows, float[] mean, int count) {
    int size = mean.length;
    DMatrixRMaj covariance = new DMatrixRMaj(size, size);
    double[] centred = new double[size];
    for (float[] row : rows) {
      for (int i = 0; i < size; i++) {
        centred[i] = row[i] - mean[i];
      }
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          covariance.data[i * size + j] += centred[i] * centred[j];
        }
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        covariance.set(j, i, covariance.get(i, j));
      }
    }
    return leading(covariance, count);
  }

  private static float[] leading(DMatrixRMaj covariance, int count) {
    int size = covariance.getNumRows();
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
    if (!eigen.decompose(covariance)) {
      throw new IllegalStateException("the covariance has no components");
    }
    List<Integer> order =
        java.util.stream.IntStream.range(0, size)
            .boxed()
            .sorted(
                (a, b) -> Double.compare(eigen.getEigenvalue(b).real, eigen.getEigenvalue(a).real))
            .toList();
    float[] basis = new float[count * size];
    for (int k = 0; k < count; k++) {
      DMatrixRMaj vector = eigen.getEigenVector(order.get(k));
      for (int i = 0; i < size; i++) {
        basis[k * size + i] = (float) vector.get(i);
      }
    }
    return basis;
  }
}
