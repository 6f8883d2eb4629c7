package dev.athanor.models.diffspectra.ranking.candidates;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.molecule.MolecularGraph;
import java.time.Duration;
import java.util.function.Predicate;

/** Where the constitutions of a formula come from. */
@FunctionalInterface
public interface IsomerSource {
  /**
   * Hands over constitutions one by one.
   *
   * @param sink takes each; false means enough
   * @param longest how long it may take
   * @return whether these were all
   */
  boolean forEach(Composition formula, Duration longest, Predicate<MolecularGraph> sink);
}
