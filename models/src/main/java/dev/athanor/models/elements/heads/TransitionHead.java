package dev.athanor.models.elements.heads;

import dev.athanor.models.weights.WeightFile;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Transition temperature of a crystal if it superconducts at all, from its descriptor.
 *
 * <p>Two sets of randomized trees, one on the composition, one on composition and structure, each
 * give a distribution of {@code log(1 + Tc)}; the answer is the median of their even mixture, which
 * is the best answer for absolute errors in kelvin and in the logarithm alike. The deviation comes
 * from the widths of the mixture in kelvin. Nothing above the highest measured temperature is ever
 * answered.
 */
public final class TransitionHead {
  /** The name of the model in its weight file. */
  public static final String MODEL = "elements-t";

  private final Trees trees;
  private final DeviationScale scale;

  /** A head of fitted parts. */
  public TransitionHead(Trees trees, DeviationScale scale) {
    this.trees = trees;
    this.scale = scale;
  }

  /**
   * What answers.
   *
   * @param composition trees on the composition and its carriers
   * @param structure trees on the whole descriptor and the carriers
   */
  public record Trees(RandomizedTrees composition, RandomizedTrees structure) {
    /** The distribution of {@code log(1 + Tc)} for a descriptor. */
    public WeightedValues predict(float[] descriptor) {
      return predict(List.of(descriptor)).get(0);
    }

    /** The distributions for some descriptors; faster than one by one. */
    public List<WeightedValues> predict(List<float[]> descriptors) {
      List<WeightedValues> first =
          composition.predict(descriptors.stream().map(d -> compositionInput(d)).toList());
      List<WeightedValues> second =
          structure.predict(descriptors.stream().map(d -> structureInput(d)).toList());
      return IntStream.range(0, descriptors.size())
          .mapToObj(i -> WeightedValues.mixture(first.get(i), second.get(i)))
          .toList();
    }

    /** The share at or below a value of the distribution of each descriptor. */
    double[] sharesUpTo(double value, List<float[]> descriptors) {
      double[] first =
          composition.sharesUpTo(
              value, descriptors.stream().map(d -> compositionInput(d)).toList());
      double[] second =
          structure.sharesUpTo(value, descriptors.stream().map(d -> structureInput(d)).toList());
      return IntStream.range(0, first.length)
          .mapToDouble(i -> (first[i] + second[i]) / 2)
          .toArray();
    }

    /** Adds the trees to the arrays of a weight file; a name in front where there are others. */
    void store(String prefix, Map<String, float[]> arrays) {
      composition.store(prefix + "composition", arrays);
      structure.store(prefix + "structure", arrays);
    }

    /** Reads what {@link #store} wrote, for descriptors of this length. */
    static Trees of(String prefix, WeightFile file, int features) {
      return new Trees(
          RandomizedTrees.of(
              prefix + "composition", file, CompositionDescriptor.SIZE + CarrierDescriptor.SIZE),
          RandomizedTrees.of(prefix + "structure", file, features + CarrierDescriptor.SIZE));
    }
  }

  /** What the trees on the composition are given of a descriptor. */
  public static float[] compositionInput(float[] descriptor) {
    return CarrierDescriptor.appended(Arrays.copyOf(descriptor, CompositionDescriptor.SIZE));
  }

  /** What the trees on the structure are given of a descriptor. */
  public static float[] structureInput(float[] descriptor) {
    return CarrierDescriptor.appended(descriptor);
  }

  /**
   * A temperature and its standard deviation, kelvin.
   *
   * @param temperature kelvin
   * @param deviation kelvin, calibrated
   */
  public record Answer(double temperature, double deviation) {}

  /** The answer for a descriptor. */
  public Answer predict(float[] descriptor) {
    return predict(List.of(descriptor)).get(0);
  }

  /** The answers for some descriptors; faster than one by one. */
  public List<Answer> predict(List<float[]> descriptors) {
    return trees.predict(descriptors).stream().map(l -> answer(l, scale)).toList();
  }

  /** The answer that a distribution of {@code log(1 + Tc)} gives. */
  public static Answer answer(WeightedValues logarithms, DeviationScale scale) {
    WeightedValues kelvin = logarithms.on(Math::expm1);
    double temperature = kelvin.median();
    return new Answer(temperature, scale.of(kelvin, temperature));
  }

  /** As a weight file, with further settings and arrays. */
  public WeightFile toFile(
      String version, Map<String, Double> moreSettings, Map<String, float[]> moreArrays) {
    Map<String, Double> settings = new TreeMap<>(moreSettings);
    scale.store(settings);
    Map<String, float[]> arrays = new LinkedHashMap<>(moreArrays);
    trees.store("", arrays);
    return new WeightFile(MODEL, version, settings, arrays);
  }

  /**
   * Reads what {@link #toFile} gave.
   *
   * @param features length of the descriptors that it will be asked about
   */
  public static TransitionHead of(WeightFile file, int features) {
    return new TransitionHead(Trees.of("", file, features), DeviationScale.of(file));
  }
}
