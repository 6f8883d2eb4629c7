package dev.athanor.models.privacy.parts;

import ai.djl.ndarray.NDArray;
import dev.athanor.models.learning.ParameterLayout;
import dev.athanor.models.privacy.images.PictureFeatures;
import dev.athanor.models.privacy.transcription.Domain;

/** A network that makes inputs of noise and a wanted label. Keeps no numbers of its own. */
public sealed interface GeneratorNetwork permits PictureGenerator, VectorGenerator {
  /** The one that suits a domain. */
  static GeneratorNetwork of(Domain domain) {
    return domain.features() instanceof PictureFeatures pictures
        ? new PictureGenerator(pictures.side(), domain)
        : new VectorGenerator(domain);
  }

  /** The numbers that it needs. */
  ParameterLayout layout();

  /** Numbers of noise for an input. */
  int noiseWidth();

  /**
   * Makes inputs. Gradients pass through to {@code parameters} and {@code noise}.
   *
   * @param parameters as many as {@link #layout} says
   * @param noise (n, {@link #noiseWidth}), normally distributed
   * @param wanted (n, classes), 1 for the wanted label
   * @return (n, width of an input), each number within the domain's range
   */
  NDArray inputs(NDArray parameters, NDArray noise, NDArray wanted);
}
