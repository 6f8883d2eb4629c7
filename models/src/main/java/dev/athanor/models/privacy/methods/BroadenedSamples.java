package dev.athanor.models.privacy.methods;

import dev.athanor.models.privacy.density.LatentSpace;
import dev.athanor.models.privacy.transcription.Domain;
import java.util.Random;

/**
 * Samples that differ more than a generator's do. A generator draws what is typical; where real
 * inputs are not, a student has not heard what its teacher says. All samples but every fifth are
 * therefore blurred a little and stretched away from the middle of the domain's range, and half of
 * these are mixed with another one before, and then a teacher labels them. That is postprocessing
 * of samples and costs nothing.
 *
 * <p>Noise on single numbers comes on top: what a density smooths away, its samples lack, and a fit
 * of log odds finds a linear teacher again only as far as samples span the features.
 */
final class BroadenedSamples {
  private static final double BLUR = 0.4;
  private static final double STRETCH = 2;

  /** Most noise on single numbers, in ranges of the domain. */
  private static final double GRAIN = 0.3;

  /** How many samples there are to one that stays as drawn. */
  private static final int DRAWN_EVERY = 5;

  private BroadenedSamples() {}

  /**
   * Inputs to learn from; every fifth, from the first, is as drawn.
   *
   * @param latents one after the other
   */
  static float[] of(float[] latents, LatentSpace space, Domain domain, long seed) {
    Random random = new Random(seed);
    int size = space.dimensions();
    int count = latents.length / size;
    float[] mixed = latents.clone();
    for (int i = 0; i < count; i++) {
      if (i % DRAWN_EVERY == 0) {
        continue;
      }
      int other = random.nextInt(count);
      float part = random.nextBoolean() ? random.nextFloat() : 0;
      for (int j = 0; j < size; j++) {
        float own = latents[i * size + j];
        float strange = latents[other * size + j];
        mixed[i * size + j] = (float) (own + part * (strange - own) + BLUR * random.nextGaussian());
      }
    }
    return stretched(space.inputs(mixed), domain, random);
  }

  /**
   * The same of inputs that come from no latent space: they are stretched and get noise, and are
   * not blurred or mixed.
   */
  static float[] ofInputs(float[] drawn, Domain domain, long seed) {
    return stretched(drawn.clone(), domain, new Random(seed));
  }

  private static float[] stretched(float[] inputs, Domain domain, Random random) {
    if (!domain.features().linear()) {
      // a network learns what is said near samples; strange ones only take its attention
      return inputs;
    }
    int width = domain.features().inputWidth();
    int count = inputs.length / width;
    double middle = (domain.lowest() + domain.highest()) / 2;
    for (int i = 0; i < count; i++) {
      double grain = GRAIN * (domain.highest() - domain.lowest()) * random.nextDouble();
      for (int j = i * width; i % DRAWN_EVERY > 0 && j < (i + 1) * width; j++) {
        double stretched = middle + STRETCH * (inputs[j] - middle) + grain * random.nextGaussian();
        inputs[j] = (float) Math.max(domain.lowest(), Math.min(domain.highest(), stretched));
      }
    }
    return inputs;
  }

  /** The samples as drawn among them. */
  static float[] drawn(float[] inputs, int width) {
    int count = inputs.length / width;
    float[] drawn = new float[(count + DRAWN_EVERY - 1) / DRAWN_EVERY * width];
    for (int i = 0; i < count; i += DRAWN_EVERY) {
      System.arraycopy(inputs, i * width, drawn, i / DRAWN_EVERY * width, width);
    }
    return drawn;
  }

  /** The labels of these. */
  static int[] drawn(int[] labels) {
    int[] drawn = new int[(labels.length + DRAWN_EVERY - 1) / DRAWN_EVERY];
    for (int i = 0; i < labels.length; i += DRAWN_EVERY) {
      drawn[i / DRAWN_EVERY] = labels[i];
    }
    return drawn;
  }
}
