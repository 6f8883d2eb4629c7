package dev.athanor.models.diffspectra.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.athanor.models.diffspectra.network.DiffusionNetwork;
import dev.athanor.models.diffspectra.network.GlanceNetwork;
import dev.athanor.models.diffspectra.network.SpectrumTokens;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.learning.AdamOptimizer;
import dev.athanor.models.learning.Schedule;
import dev.athanor.models.learning.TorchEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What comes before everything else: the part of the encoder that sees spectra at a glance learns
 * to name fragments. Spectra are broadened once; kinds of spectra are left out at random, strengths
 * vary by a twentieth and slight noise is added.
 */
final class GlanceTraining {
  private static final int BATCH = 64;
  private static final double RATE = 1e-3;
  private static final int WARMUP = 200;
  private static final double WEIGHT_DECAY = 1e-4;
  private static final double BOUND = 2;
  private static final double AVERAGE = 0.999;
  private static final float STRENGTH = 0.05f;
  private static final float NOISE = 0.02f;
  private static final List<Modality> ORDER =
      List.of(Modality.ULTRAVIOLET_VISIBLE, Modality.INFRARED, Modality.RAMAN);

  private final DiffusionTrainingSettings settings;
  private final GlanceNetwork network;
  private final List<SpectraSample> samples;
  private final List<Modality> tellsOf;
  private final List<float[]> inputs = new ArrayList<>();
  private final List<int[]> fragments = new ArrayList<>();

  GlanceTraining(DiffusionTrainingSettings settings, List<SpectraSample> samples) {
    this.settings = settings;
    this.samples = samples;
    network = new GlanceNetwork(settings.network().encoder());
    tellsOf =
        IntStream.range(0, network.inputsOfOne())
            .mapToObj(input -> ORDER.get(network.spectrum(input)))
            .toList();
  }

  /**
   * Trains, and writes what was learned into the values of a whole network.
   *
   * @param steps batches of {@value #BATCH}
   */
  void into(float[] values, DiffusionNetwork whole, int steps) {
    if (steps == 0) {
      return;
    }
    for (SpectraSample sample : samples) {
      SpectrumTokens plain =
          SpectrumTokens.of(
              List.of(SpectrumDraw.plain(sample.spectra())), settings.network().encoder());
      inputs.add(network.inputs(plain));
      fragments.add(sample.fragments());
    }
    try (NDManager base = TorchEngine.newManager()) {
      AdamOptimizer optimizer =
          new AdamOptimizer(
              base, network.layout().initial(settings.seed()), WEIGHT_DECAY, BOUND, AVERAGE);
      Schedule schedule = new Schedule(RATE, WARMUP, steps);
      Random random = new Random(settings.seed());
      for (int step = 0; step < steps; step++) {
        step(base, optimizer, schedule.rate(step), random);
      }
      network.into(optimizer.average().toFloatArray(), values, whole);
    }
  }

  private void step(NDManager base, AdamOptimizer optimizer, double rate, Random random) {
    int each = network.inputsOfOne();
    float[] seen = new float[BATCH * each];
    float[] right = new float[BATCH * DiffusionNetwork.FRAGMENTS];
    for (int k = 0; k < BATCH; k++) {
      int sample = random.nextInt(samples.size());
      vary(inputs.get(sample), seen, k * each, random);
      for (int kind : fragments.get(sample)) {
        right[k * DiffusionNetwork.FRAGMENTS + kind] = 1;
      }
    }
    try (NDManager manager = base.newSubManager()) {
      NDArray leaf = optimizer.leaf(manager);
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        collector.backward(
            Objective.fragments(network.fragments(leaf, seen, manager), right, 1, manager));
      }
      optimizer.update(leaf.getGradient(), rate);
    }
  }

  private void vary(float[] plain, float[] into, int at, Random random) {
    Set<Modality> shown = SpectrumDraw.shown(random);
    float strength = (float) Math.exp(STRENGTH * random.nextGaussian());
    for (int i = 0; i < plain.length; i++) {
      if (shown.contains(tellsOf.get(i))) {
        into[at + i] =
            network.isStrength(i)
                ? plain[i] * strength + NOISE * (random.nextFloat() - 0.5f)
                : plain[i];
      }
    }
  }
}
