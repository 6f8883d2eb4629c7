package dev.athanor.models.privacy.density;

import dev.athanor.models.privacy.transcription.Density;
import dev.athanor.models.privacy.transcription.LabelledSamples;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A mixture of Gaussians for each label in a {@link LatentSpace}. What is drawn is taken back to
 * inputs and cut off at the ends of the domain's range. Fine detail that the latent space leaves
 * out is absent: pictures are smooth.
 *
 * @param space where the mixtures lie
 * @param shares of the labels, adding to 1
 * @param mixtures one for each label
 */
@SuppressWarnings("ArrayRecordComponent") // a model, never compared
public record MixtureDensity(LatentSpace space, double[] shares, List<GaussianMixture> mixtures)
    implements Density {
  public MixtureDensity {
    mixtures = List.copyOf(mixtures);
    if (shares.length != mixtures.size()) {
      throw new IllegalArgumentException("every label has a share and a mixture");
    }
  }

  @Override
  public LabelledSamples draw(int count, RandomGenerator random) {
    int[] labels = drawLabels(count, random);
    return new LabelledSamples(space.inputs(drawLatents(labels, random)), labels);
  }

  /** Labels as often as they have a share. */
  public int[] drawLabels(int count, RandomGenerator random) {
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      double pick = random.nextDouble();
      int label = 0;
      while (label + 1 < shares.length && pick >= shares[label]) {
        pick -= shares[label];
        label++;
      }
      labels[i] = label;
    }
    return labels;
  }

  /** Points of the latent space for labels, one after the other. */
  public float[] drawLatents(int[] labels, RandomGenerator random) {
    float[] latents = new float[labels.length * space.dimensions()];
    for (int i = 0; i < labels.length; i++) {
      mixtures.get(labels[i]).draw(random, latents, i * space.dimensions());
    }
    return latents;
  }
}
