package dev.athanor.models.elements.training;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.elements.heads.CompositionDescriptor;
import dev.athanor.models.elements.heads.ReferencePoints;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.learning.WeightFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the heads that read compositions alone, with their cards. Needs no backbone. */
final class FormulaStage {
  private static final int POINTS = 1500;
  private static final int HELD_OUT_EVERY = 5;

  private final FormulaData data;
  private final String version;
  private final long seed;
  private final ProgressListener listener;

  FormulaStage(Path data, String version, long seed, ProgressListener listener) {
    this.data = FormulaData.read(data);
    this.version = version;
    this.seed = seed;
    this.listener = listener;
  }

  void run(WeightFolder output) {
    long start = System.nanoTime();
    FormulaTemperatureTrainer.Fitted temperature =
        FormulaTemperatureTrainer.fit(data.reported(), listener);
    Domain reported = domain(data.reportedCompositions());
    temperature.multiples().store(reported.numbers);
    output.write(
        temperature.head().toFile(version, reported.numbers, reported.arrays),
        CardTexts.formulaTemperature(data.reported().size(), seconds(start))::card);
    long second = System.nanoTime();
    FormulaEnergyTrainer.Fitted energy = FormulaEnergyTrainer.fit(data.groundStates(), listener);
    Domain phases = domain(data.groundStateCompositions());
    energy.multiples().store(phases.numbers);
    output.write(
        energy.head().toFile(version, phases.numbers, phases.arrays),
        CardTexts.formulaEnergy(data.groundStates().size(), seconds(second))::card);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private record Domain(Map<String, Double> numbers, Map<String, float[]> arrays) {}

  private Domain domain(List<Composition> compositions) {
    List<float[]> kept = new ArrayList<>();
    List<float[]> heldOut = new ArrayList<>();
    for (int i = 0; i < compositions.size(); i++) {
      (i % HELD_OUT_EVERY == 0 ? heldOut : kept)
          .add(CompositionDescriptor.statistics(compositions.get(i)));
    }
    Domain domain = new Domain(new HashMap<>(), new HashMap<>());
    ReferencePoints.fit(kept, heldOut, POINTS, seed).store(domain.numbers, domain.arrays);
    return domain;
  }
}
