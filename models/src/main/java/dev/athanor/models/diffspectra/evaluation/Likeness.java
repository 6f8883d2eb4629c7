package dev.athanor.models.diffspectra.evaluation;

import dev.athanor.matter.molecule.CommonBonds;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.MorganFingerprint;
import dev.athanor.matter.molecule.ValenceCheck;
import dev.athanor.models.diffspectra.evaluation.RankingEvaluation.Answer;
import java.util.List;

/**
 * How like the right molecules the first answers are; no answer is like nothing.
 *
 * @param tanimoto mean similarity of Morgan fingerprints, radius 2, 2048 bits
 * @param bonds mean number of bonds of the two that are not in their largest common subgraph
 * @param valid share that is sound, in one piece and of the right formula
 */
record Likeness(double tanimoto, double bonds, double valid) {
  /** Steps for one pair: enough for eight atoms, and an upper bound of the distance beyond. */
  private static final long MOST_STEPS = 200_000;

  static Likeness of(List<Answer> answers) {
    double tanimoto = 0;
    double bonds = 0;
    double valid = 0;
    for (Answer answer : answers) {
      MolecularGraph right = answer.molecule().graph();
      if (answer.first().isEmpty()) {
        bonds += CommonBonds.of(right, right, MOST_STEPS).first();
        continue;
      }
      MolecularGraph first = answer.first().get(0);
      valid += isValid(first, right) ? 1 : 0;
      if (answer.rank() == 1) {
        tanimoto++;
      } else {
        tanimoto += MorganFingerprint.of(first).tanimoto(MorganFingerprint.of(right));
        bonds += CommonBonds.of(first, right, MOST_STEPS).distance();
      }
    }
    double asked = Math.max(1, answers.size());
    return new Likeness(tanimoto / asked, bonds / asked, valid / asked);
  }

  private static boolean isValid(MolecularGraph first, MolecularGraph right) {
    return ValenceCheck.isSound(first)
        && first.isConnected()
        && first.composition().equals(right.composition());
  }
}
