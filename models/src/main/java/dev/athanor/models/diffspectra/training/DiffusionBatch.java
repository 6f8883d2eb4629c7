package dev.athanor.models.diffspectra.training;

import dev.athanor.matter.molecule.Molecule;
import dev.athanor.models.diffspectra.diffusion.Kabsch;
import dev.athanor.models.diffspectra.diffusion.MoleculeCoding;
import dev.athanor.models.diffspectra.diffusion.MoleculeState;
import dev.athanor.models.diffspectra.diffusion.NoiseSchedule;
import dev.athanor.models.diffspectra.network.DenoiserInput;
import dev.athanor.models.diffspectra.network.DiffusionNetwork;
import dev.athanor.models.diffspectra.network.ElementCounts;
import dev.athanor.models.diffspectra.network.SpectrumTokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Noisy molecules of one size with what they were, and the spectra of the clean ones.
 *
 * @param spectra one set for each molecule
 * @param repeats how many times each molecule stands in the batch, with different noise
 * @param input noisy molecules, nothing predicted before
 * @param target clean molecules, each turned onto its noisy self
 * @param weights of the objective, one for each noisy molecule
 * @param counts molecules x {@link ElementCounts#CLASSES}, 1 where the number is right
 * @param fragments molecules x {@link DiffusionNetwork#FRAGMENTS}, 1 where there is one of the kind
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record DiffusionBatch(
    SpectrumTokens spectra,
    int repeats,
    DenoiserInput input,
    MoleculeState target,
    float[] weights,
    float[] counts,
    float[] fragments) {

  /**
   * Noise for molecules.
   *
   * @param coding of molecules
   * @param samples of one size
   * @param spectra of each
   * @param repeats times that each is noised
   * @param latest time up to which noise goes; times are spread evenly over the batch
   * @param known share of molecules of which the elements are told
   */
  static DiffusionBatch of(
      MoleculeCoding coding,
      List<SpectraSample> samples,
      SpectrumTokens spectra,
      int repeats,
      double latest,
      double known,
      Random random) {
    List<Molecule> molecules = new ArrayList<>();
    for (SpectraSample sample : samples) {
      for (int k = 0; k < repeats; k++) {
        molecules.add(sample.molecule());
      }
    }
    int count = molecules.size();
    MoleculeState clean = coding.encode(molecules);
    int atoms = clean.atoms();
    MoleculeState noise = MoleculeState.noise(count, atoms, random);
    double[] times = times(count, latest, random);
    MoleculeState noisy = noised(clean, noise, times);
    float[] weights = new float[count];
    float[] formulas = new float[clean.features().length];
    int each = atoms * MoleculeCoding.FEATURES;
    for (int m = 0; m < count; m++) {
      weights[m] = (float) NoiseSchedule.lossWeight(times[m]);
      if (random.nextDouble() < known) {
        float[] told = coding.formula(samples.get(m / repeats).elements());
        System.arraycopy(told, 0, formulas, m * each, each);
      }
    }
    DenoiserInput input =
        new DenoiserInput(
            noisy, times, MoleculeState.zeros(count, atoms), new float[count], formulas);
    return new DiffusionBatch(
        spectra,
        repeats,
        input,
        clean.withPositions(turned(clean, noisy)),
        weights,
        counts(samples),
        fragments(samples));
  }

  /** One time in each of as many equal stretches, in random order. */
  private static double[] times(int count, double latest, Random random) {
    double[] times = new double[count];
    double span = latest - NoiseSchedule.SMALLEST_TIME;
    for (int m = 0; m < count; m++) {
      times[m] = NoiseSchedule.SMALLEST_TIME + span * (m + random.nextDouble()) / count;
    }
    for (int m = count - 1; m > 0; m--) {
      int other = random.nextInt(m + 1);
      double swapped = times[m];
      times[m] = times[other];
      times[other] = swapped;
    }
    return times;
  }

  private static MoleculeState noised(MoleculeState clean, MoleculeState noise, double[] times) {
    MoleculeState noisy = noise.plus(1, clean, 0);
    mix(noisy.positions(), clean.positions(), times);
    mix(noisy.features(), clean.features(), times);
    mix(noisy.bonds(), clean.bonds(), times);
    return noisy;
  }

  private static void mix(float[] noise, float[] clean, double[] times) {
    int each = noise.length / times.length;
    for (int i = 0; i < noise.length; i++) {
      double time = times[i / each];
      noise[i] =
          (float) (NoiseSchedule.signal(time) * clean[i] + NoiseSchedule.noise(time) * noise[i]);
    }
  }

  private static float[] turned(MoleculeState clean, MoleculeState noisy) {
    int each = 3 * clean.atoms();
    float[] turned = new float[clean.positions().length];
    for (int m = 0; m < clean.molecules(); m++) {
      double[] from = doubles(clean.positions(), m * each, each);
      double[] onto = doubles(noisy.positions(), m * each, each);
      double[] result = Kabsch.rotate(Kabsch.rotation(from, onto), from);
      for (int i = 0; i < each; i++) {
        turned[m * each + i] = (float) result[i];
      }
    }
    return turned;
  }

  private static double[] doubles(float[] values, int from, int count) {
    double[] result = new double[count];
    Arrays.setAll(result, i -> values[from + i]);
    return result;
  }

  private static float[] counts(List<SpectraSample> samples) {
    float[] counts = new float[samples.size() * ElementCounts.CLASSES];
    for (int m = 0; m < samples.size(); m++) {
      int[] numbers = ElementCounts.of(samples.get(m).elements());
      for (int e = 0; e < numbers.length; e++) {
        counts[m * ElementCounts.CLASSES + ElementCounts.start(e) + numbers[e]] = 1;
      }
    }
    return counts;
  }

  private static float[] fragments(List<SpectraSample> samples) {
    float[] kinds = new float[samples.size() * DiffusionNetwork.FRAGMENTS];
    for (int m = 0; m < samples.size(); m++) {
      for (int kind : samples.get(m).fragments()) {
        kinds[m * DiffusionNetwork.FRAGMENTS + kind] = 1;
      }
    }
    return kinds;
  }
}
