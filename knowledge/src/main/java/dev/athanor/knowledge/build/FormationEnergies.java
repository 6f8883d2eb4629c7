package dev.athanor.knowledge.build;

import dev.athanor.matter.crystal.Crystal;
import java.util.List;

/** Port to whatever gives formation energies; normally the product's own atomic model. */
public interface FormationEnergies {
  /** Name and version of the model, as it is recorded in the manifest. */
  String source();

  /**
   * Formation energies relative to the elements, eV/atom, one for each crystal in order; NaN for a
   * crystal that cannot be judged.
   */
  double[] of(List<Crystal> crystals);
}
