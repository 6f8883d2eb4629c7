package dev.athanor.agent.cli;

import dev.athanor.knowledge.build.FormationEnergies;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.models.Estimate;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.elements.AtomicModel;
import java.util.List;

/** The product's model as the source of reference energies; NaN for what it refuses. */
record ModelEnergies(AtomicModel model) implements FormationEnergies {
  @Override
  public String source() {
    return model.version();
  }

  @Override
  public double[] of(List<Crystal> crystals) {
    try {
      return values(model.formationEnergy(crystals));
    } catch (MatterException | ModelException e) {
      if (e instanceof ModelException fault && fault.code() != ModelErrors.TOO_LARGE) {
        throw fault;
      }
      // one that is refused must not cost its neighbours their energies
      return crystals.size() == 1
          ? new double[] {Double.NaN}
          : crystals.stream().mapToDouble(crystal -> of(List.of(crystal))[0]).toArray();
    }
  }

  private static double[] values(List<Estimate> estimates) {
    return estimates.stream().mapToDouble(Estimate::value).toArray();
  }
}
