package dev.athanor.models.privacy.students;

import dev.athanor.models.privacy.composition.ElementFractions;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.Student;
import dev.athanor.models.privacy.trees.SmoothedForest;
import dev.athanor.models.weights.WeightFile;
import java.util.Arrays;

/**
 * A forest on compositions that was released under a guarantee, given away as it is. Networks that
 * learn what it says lose two to four points of area under the curve: a student that sees by the
 * same trees has nothing to learn. Immutable.
 */
public final class ForestStudent implements Student {
  private final Domain domain;
  private final SmoothedForest forest;

  /**
   * A student.
   *
   * @param domain whose inputs are {@link ElementFractions}
   */
  public ForestStudent(Domain domain, SmoothedForest forest) {
    if (domain.features().inputWidth() != ElementFractions.SIZE
        || forest.classes() != domain.classes()) {
      throw new IllegalArgumentException("the forest was not made for this domain");
    }
    this.domain = domain;
    this.forest = forest;
  }

  @Override
  public Domain domain() {
    return domain;
  }

  @Override
  public double[][] probabilities(float[] inputs) {
    int width = ElementFractions.SIZE;
    int count = inputs.length / width;
    if (count * width != inputs.length) {
      throw new IllegalArgumentException(inputs.length + " numbers are not inputs of " + width);
    }
    double[][] result = new double[count][];
    for (int i = 0; i < count; i++) {
      float[] fractions = Arrays.copyOfRange(inputs, i * width, (i + 1) * width);
      result[i] = forest.logProbabilities(ElementFractions.descriptor(fractions));
      for (int label = 0; label < result[i].length; label++) {
        result[i][label] = Math.exp(result[i][label]);
      }
    }
    return result;
  }

  @Override
  public WeightFile weights() {
    return StudentFile.of(domain, forest);
  }
}
