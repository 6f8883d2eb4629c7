package dev.athanor.models.privacy.students;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.transcription.Domain;

/** Fits a network by descent on the cross-entropy with all of a teacher's probabilities. */
final class NetworkFit implements StudentFit {
  private static final int PASSES = 30;
  private static final double RATE = 0.003;

  private final Domain domain;
  private final float[] centre;
  private final long seed;

  NetworkFit(Domain domain, float[] centre, long seed) {
    this.domain = domain;
    this.centre = centre.clone();
    this.seed = seed;
  }

  @Override
  public FeatureStudent student(NDArray features, NDArray logProbabilities) {
    try (NDManager scope = TorchEngine.newManager();
        StudentLearner learner =
            new StudentLearner(domain, StudentSettings.of(domain), centre, seed)) {
      NDArray said = TorchEngine.within(scope, logProbabilities).exp();
      learner.fit(
          features,
          PASSES,
          RATE,
          (thought, rows) ->
              TorchEngine.within(thought.getManager(), said)
                  .get(rows)
                  .mul(thought)
                  .sum(new int[] {1})
                  .mean()
                  .neg());
      return learner.student();
    }
  }
}
