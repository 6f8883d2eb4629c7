package dev.athanor.tools;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.VolumeEstimate;
import dev.athanor.models.Applicability;
import dev.athanor.models.Applicability.Level;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.models.elements.Relaxation;
import dev.athanor.models.elements.RelaxationSettings;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A model by rule: unlike electronegativities bind, electrons near 4.7 or 6.5 an atom superconduct,
 * relaxing goes to the expected volume. Cannot handle crystals with astatine, has never seen
 * bismuth, and never brings mercury to rest.
 */
public final class TestingAtomicModel implements AtomicModel {
  private final AtomicInteger asked = new AtomicInteger();

  /** How many crystals it has been asked about. */
  public int asked() {
    return asked.get();
  }

  @Override
  public List<Estimate> formationEnergy(List<Crystal> crystals) {
    return estimates(crystals, "eV/atom", 0.05, c -> -0.4 * spread(c.composition()));
  }

  @Override
  public List<Estimate> criticalTemperature(List<Crystal> crystals) {
    return estimates(crystals, "K", 2, c -> 12 * matthias(c.composition()));
  }

  @Override
  public List<Estimate> superconductorProbability(List<Crystal> crystals) {
    return estimates(crystals, "1", 0.1, c -> matthias(c.composition()));
  }

  @Override
  public Relaxation relax(Crystal crystal, RelaxationSettings settings) {
    double ratio = VolumeEstimate.of(crystal.composition()) / crystal.lattice().volume();
    boolean rests = crystal.composition().amount(Element.Hg) == 0;
    return new Relaxation(
        crystal.withLattice(crystal.lattice().scaled(Math.cbrt(ratio))),
        rests,
        rests ? 7 : settings.maxSteps(),
        rests ? 0.001 : 0.2,
        ratio - 1);
  }

  @Override
  public String version() {
    return "testing-1";
  }

  @Override
  public void close() {
    // nothing is held
  }

  private List<Estimate> estimates(
      List<Crystal> crystals, String unit, double deviation, Function<Crystal, Double> rule) {
    asked.addAndGet(crystals.size());
    return crystals.stream()
        .map(
            crystal -> {
              if (crystal.composition().amount(Element.At) > 0) {
                throw new MatterException(MatterErrors.UNKNOWN_ELEMENT, "no weights for astatine");
              }
              Applicability applicability =
                  crystal.composition().amount(Element.Bi) > 0
                      ? new Applicability(Level.OUT_OF_DOMAIN, "no bismuth in training")
                      : Applicability.inDomain();
              return new Estimate(rule.apply(crystal), unit, deviation, applicability);
            })
        .toList();
  }

  private static double spread(Composition composition) {
    double mean = VolumeEstimate.meanElectronegativity(composition);
    return composition.amounts().entrySet().stream()
            .mapToDouble(
                e -> e.getValue() * Math.abs(e.getKey().electronegativity().orElse(mean) - mean))
            .sum()
        / composition.atomCount();
  }

  private static double matthias(Composition composition) {
    double electrons =
        composition.amounts().entrySet().stream()
                .mapToDouble(
                    e ->
                        e.getValue()
                            * (e.getKey().group() > 12
                                ? e.getKey().group() - 10
                                : e.getKey().group()))
                .sum()
            / composition.atomCount();
    double distance = Math.min(Math.abs(electrons - 4.7), Math.abs(electrons - 6.5));
    return Math.exp(-distance * distance);
  }
}
