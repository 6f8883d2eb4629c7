package dev.athanor.knowledge.superconductors;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.matter.chemistry.Composition;
import java.util.List;

/**
 * A composition and the highest transition temperature reported for it.
 *
 * <p>The sources do not say at what pressure, in which field or from what kind of measurement a
 * value comes, and wrong values are among them; read a single high value with care.
 *
 * @param formula as it is shown, such as {@code Nb3Ge} or {@code Ba0.6K0.4Fe2As2}
 * @param composition the same as amounts
 * @param criticalTemperatureKelvin highest value reported, kelvin; 0 where measurements were
 *     collected but no transition was reported
 * @param family {@code cuprate}, {@code iron_based}, {@code heavy_fermion}, {@code other}, {@code
 *     unknown}, or a user's own word
 * @param evidence measured, computed or a user's
 * @param sources data sets that hold it, by name
 * @param reports rows of the sources that were put together here; the sources overlap, so this is
 *     no count of independent measurements
 */
public record KnownSuperconductor(
    String formula,
    Composition composition,
    double criticalTemperatureKelvin,
    String family,
    Evidence evidence,
    List<String> sources,
    int reports) {
  /** Above any transition temperature ever reported, kelvin. */
  private static final double MAX_KELVIN = 400;

  public KnownSuperconductor {
    if (!(criticalTemperatureKelvin >= 0 && criticalTemperatureKelvin <= MAX_KELVIN)) {
      throw new KnowledgeException(
          KnowledgeErrors.BAD_ROW,
          "a transition temperature lies between 0 and "
              + (int) MAX_KELVIN
              + " K, not at "
              + criticalTemperatureKelvin);
    }
    sources = List.copyOf(sources);
  }

  /** True where a transition was reported at all. */
  public boolean superconducts() {
    return criticalTemperatureKelvin > 0;
  }
}
