package dev.athanor.models.diffspectra.network;

import dev.athanor.models.diffspectra.diffusion.MoleculeCoding;
import dev.athanor.models.diffspectra.diffusion.MoleculeState;
import dev.athanor.models.diffspectra.diffusion.NoiseSchedule;
import java.util.Arrays;

/**
 * What the denoiser is shown.
 *
 * @param noisy molecules
 * @param times of the noise process, one for each molecule
 * @param previous what was predicted before; zeros where nothing was
 * @param told for each molecule 1 where {@code previous} holds something, else 0
 * @param formulas molecules x atoms x {@value MoleculeCoding#FEATURES}: formulas that are known
 *     ({@link MoleculeCoding#formula}); zeros where they are not
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record DenoiserInput(
    MoleculeState noisy, double[] times, MoleculeState previous, float[] told, float[] formulas) {
  public DenoiserInput {
    if (times.length != noisy.molecules()
        || told.length != noisy.molecules()
        || previous.molecules() != noisy.molecules()
        || previous.atoms() != noisy.atoms()
        || formulas.length != noisy.features().length) {
      throw new IllegalArgumentException("the parts of the input do not fit together");
    }
  }

  /** The same with a prediction of the step before for every molecule. */
  public DenoiserInput after(MoleculeState prediction) {
    float[] all = new float[told.length];
    Arrays.fill(all, 1);
    return new DenoiserInput(noisy, times, prediction, all, formulas);
  }

  /** Where the atoms are to be expected, given where they are seen and how they usually spread. */
  float[] scaledPositions(double variance) {
    float[] scaled = noisy.positions().clone();
    int each = 3 * noisy.atoms();
    for (int m = 0; m < times.length; m++) {
      double signal = NoiseSchedule.signal(times[m]);
      double noise = NoiseSchedule.noise(times[m]);
      float factor = (float) (signal * variance / (signal * signal * variance + noise * noise));
      for (int i = m * each; i < (m + 1) * each; i++) {
        scaled[i] *= factor;
      }
    }
    return scaled;
  }
}
