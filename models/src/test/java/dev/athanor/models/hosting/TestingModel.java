package dev.athanor.models.hosting;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.models.Applicability;
import dev.athanor.models.Estimate;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.models.elements.Relaxation;
import dev.athanor.models.elements.RelaxationSettings;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Answers with the number of sites, at once or when it is told to. */
final class TestingModel implements AtomicModel {
  final CountDownLatch mayAnswer;

  TestingModel(boolean atOnce) {
    mayAnswer = new CountDownLatch(atOnce ? 0 : 1);
  }

  private List<Estimate> answer(List<Crystal> crystals, String unit, double factor) {
    try {
      mayAnswer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return crystals.stream()
        .map(
            crystal ->
                new Estimate(
                    factor * crystal.sites().size(),
                    unit,
                    0.25,
                    new Applicability(Applicability.Level.EXTRAPOLATING, "far \"away\"")))
        .toList();
  }

  @Override
  public List<Estimate> formationEnergy(List<Crystal> crystals) {
    return answer(crystals, "eV/atom", -0.1);
  }

  @Override
  public List<Estimate> criticalTemperature(List<Crystal> crystals) {
    return answer(crystals, "K", 1);
  }

  @Override
  public List<Estimate> superconductorProbability(List<Crystal> crystals) {
    return answer(crystals, "1", 0.01);
  }

  @Override
  public Relaxation relax(Crystal crystal, RelaxationSettings settings) {
    if (crystal.sites().size() > 100) {
      throw new ModelException(ModelErrors.TOO_LARGE, "more than 100 sites");
    }
    return new Relaxation(crystal, true, settings.maxSteps(), settings.tolerance() / 2, 0.01);
  }

  @Override
  public String version() {
    return "testing-1";
  }

  @Override
  public void close() {
    // holds nothing
  }
}
