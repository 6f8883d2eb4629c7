package dev.athanor.models.diffspectra.diffusion;

import java.util.Optional;
import java.util.Random;

/**
 * Draws molecules from noise, step by step, with a predictor of clean molecules.
 *
 * <p>Times fall evenly from {@link NoiseSchedule#LARGEST_TIME} to {@link
 * NoiseSchedule#SMALLEST_TIME}; the last prediction is the sample. From t to s: <br>
 * ancestral: {@code a_ts = a_t/a_s, v = sigma_t^2 - a_ts^2 sigma_s^2, z_s = a_ts
 * sigma_s^2/sigma_t^2 z + a_s v/sigma_t^2 x + sqrt(v) sigma_s/sigma_t eps}; <br>
 * DDIM: {@code z_s = a_s x + sigma_s/sigma_t (z - a_t x)}; <br>
 * DPM-Solver++(2M): the same with {@code x (1 + h/2g) - y h/2g} for x, where y is the prediction
 * before, and h and g are this and the last step in {@code log(a/sigma)}; its last step, which is
 * long in that measure, is that of DDIM.
 *
 * @see <a href="https://arxiv.org/abs/2010.02502">Song et al., DDIM</a>
 * @see <a href="https://arxiv.org/abs/2211.01095">Lu et al., DPM-Solver++</a>
 */
public final class Sampler {
  private final DataPredictor predictor;
  private final SamplerSettings settings;
  private final Optional<float[]> elements;

  /**
   * A sampler.
   *
   * @param elements the formula of one molecule where it is known ({@link MoleculeCoding#formula});
   *     predictions are corrected by it
   */
  public Sampler(DataPredictor predictor, SamplerSettings settings, Optional<float[]> elements) {
    this.predictor = predictor;
    this.settings = settings;
    this.elements = elements.map(float[]::clone);
  }

  /** Molecules drawn at once; equal settings give equal molecules. */
  public MoleculeState sample(int molecules, int atoms) {
    Random random = new Random(settings.seed());
    MoleculeState noise = MoleculeState.noise(molecules, atoms, random);
    return run(noise, NoiseSchedule.LARGEST_TIME, settings.steps(), random);
  }

  /**
   * Blurs molecules and draws them anew from there: the same ones, changed in places.
   *
   * @param clean molecules
   * @param time how far they are blurred
   * @param steps calls of the predictor
   * @param seed of the noise, instead of that of the settings
   */
  public MoleculeState again(MoleculeState clean, double time, int steps, long seed) {
    Random random = new Random(seed);
    MoleculeState noise = MoleculeState.noise(clean.molecules(), clean.atoms(), random);
    MoleculeState blurred =
        clean.plus(NoiseSchedule.signal(time), noise, NoiseSchedule.noise(time));
    return run(blurred, time, steps, random);
  }

  private MoleculeState run(MoleculeState start, double first, int steps, Random random) {
    MoleculeState noisy = start;
    Optional<MoleculeState> previous = Optional.empty();
    double lastStep = 0;
    for (int k = 0; k < steps - 1; k++) {
      double from = time(first, k, steps);
      double to = time(first, k + 1, steps);
      MoleculeState clean = predict(noisy, from, previous);
      double step =
          NoiseSchedule.halfLogSignalToNoise(to) - NoiseSchedule.halfLogSignalToNoise(from);
      noisy =
          switch (settings.method()) {
            case ANCESTRAL -> ancestral(noisy, clean, from, to, random);
            case DDIM -> deterministic(noisy, clean, from, to);
            case DPM_SOLVER -> {
              boolean last = k == steps - 2;
              double ratio = lastStep > 0 && !last ? step / (2 * lastStep) : 0;
              MoleculeState guess = clean.plus(1 + ratio, previous.orElse(clean), -ratio);
              yield deterministic(noisy, guess, from, to);
            }
          };
      previous = Optional.of(clean);
      lastStep = step;
    }
    return predict(noisy, NoiseSchedule.SMALLEST_TIME, previous);
  }

  private MoleculeState predict(
      MoleculeState noisy, double time, Optional<MoleculeState> previous) {
    MoleculeState clean = predictor.predict(noisy, time, previous);
    return elements.map(e -> MoleculeCoding.withElements(clean, e)).orElse(clean);
  }

  private static double time(double first, int k, int steps) {
    return first + (double) k / (steps - 1) * (NoiseSchedule.SMALLEST_TIME - first);
  }

  private static MoleculeState deterministic(
      MoleculeState noisy, MoleculeState clean, double from, double to) {
    double shrink = NoiseSchedule.noise(to) / NoiseSchedule.noise(from);
    return noisy.plus(
        shrink, clean, NoiseSchedule.signal(to) - shrink * NoiseSchedule.signal(from));
  }

  private static MoleculeState ancestral(
      MoleculeState noisy, MoleculeState clean, double from, double to, Random random) {
    double later = NoiseSchedule.noise(from);
    double earlier = NoiseSchedule.noise(to);
    double kept = NoiseSchedule.signal(from) / NoiseSchedule.signal(to);
    double variance = later * later - kept * kept * earlier * earlier;
    MoleculeState mean =
        noisy.plus(
            kept * earlier * earlier / (later * later),
            clean,
            NoiseSchedule.signal(to) * variance / (later * later));
    MoleculeState fresh = MoleculeState.noise(noisy.molecules(), noisy.atoms(), random);
    return mean.plus(1, fresh, Math.sqrt(variance) * earlier / later);
  }
}
