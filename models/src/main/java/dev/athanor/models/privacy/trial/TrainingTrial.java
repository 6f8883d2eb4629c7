package dev.athanor.models.privacy.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.audit.MembershipAttack;
import dev.athanor.models.privacy.audit.OneRunAudit;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import dev.athanor.models.privacy.training.CentredClassifier;
import dev.athanor.models.privacy.training.PrivateDescentSettings;
import dev.athanor.models.privacy.training.PrivateTraining;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.models.privacy.transcription.PrivateTeacher;
import java.util.Arrays;
import java.util.Random;

/**
 * Audits the private training that all methods build on by one training: canaries with inputs and
 * labels drawn at random, each put among the records by a coin of its own, and an attacker who
 * guesses from the trained classifier which were in.
 *
 * <p>What it prints about records that are private is itself learned from them, and not private:
 * for whoever holds the records, not to be given away. The attacker sees the last classifier and
 * not the steps, so that he finds far less than the claim; clipping that is missing does not show
 * here, since these gradients are short anyway ({@link MechanismTrial} sees it).
 */
public final class TrainingTrial {
  /** All records in every step, and more steps than a good classifier takes: overfit on purpose. */
  private static final PrivateDescentSettings SETTINGS =
      new PrivateDescentSettings(1, 300, 1, 0, 60, 0.9);

  /** Share of the noise under {@link Fault#NOISE}: from the last classifier, less does not show. */
  private static final double LEFT = 1e-3;

  private static final double GUESSED = 0.2;
  private static final int BLOCK = 250;

  private TrainingTrial() {}

  /**
   * Trains once.
   *
   * @param records among which the canaries are put
   * @param claim that is audited
   * @param fault put into the training's noise
   * @param canaries at least 20
   * @param noise of the training and of the coins
   * @param seed of the canaries
   */
  public static TrainingFinding of(
      PrivateRecords records,
      PrivacyGuarantee claim,
      double confidence,
      Fault fault,
      int canaries,
      NoiseSource noise,
      long seed) {
    if (canaries < 20) {
      throw new IllegalArgumentException("an audit takes 20 canaries or more: " + canaries);
    }
    Domain domain = records.domain();
    int width = domain.features().inputWidth();
    Random random = new Random(seed);
    float[] inputs = new float[canaries * width];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] =
          (float) (domain.lowest() + (domain.highest() - domain.lowest()) * random.nextDouble());
    }
    int[] labels = random.ints(canaries, 0, domain.classes()).toArray();
    boolean[] in = new boolean[canaries];
    for (int i = 0; i < canaries; i++) {
      in[i] = noise.uniform() < 0.5;
    }
    double[] scores =
        scores(
            joined(records, inputs, labels, in),
            inputs,
            labels,
            PrivateTraining.under(claim, SETTINGS),
            new FaultyNoise(noise, fault, LEFT));
    return new TrainingFinding(
        OneRunAudit.of(scores, in, (int) (GUESSED * canaries), claim.delta(), confidence),
        MembershipAttack.by(chosen(scores, in, true), chosen(scores, in, false)),
        canaries,
        records.size());
  }

  private static PrivateRecords joined(
      PrivateRecords records, float[] inputs, int[] labels, boolean[] in) {
    int width = records.domain().features().inputWidth();
    int count = records.size();
    for (boolean taken : in) {
      count += taken ? 1 : 0;
    }
    float[] allInputs = Arrays.copyOf(records.inputs(0, records.size()), count * width);
    int[] allLabels = Arrays.copyOf(records.labels(), count);
    int at = records.size();
    for (int i = 0; i < in.length; i++) {
      if (in[i]) {
        System.arraycopy(inputs, i * width, allInputs, at * width, width);
        allLabels[at++] = labels[i];
      }
    }
    return new PrivateRecords(records.domain(), allInputs, allLabels);
  }

  /** Logarithm of the probability that the classifier gives to each canary's label. */
  private static double[] scores(
      PrivateRecords all,
      float[] inputs,
      int[] labels,
      PrivateTraining training,
      NoiseSource noise) {
    int width = all.domain().features().inputWidth();
    double[] scores = new double[labels.length];
    try (NDManager scope = TorchEngine.newManager();
        FeatureMap features = all.domain().features().open(scope)) {
      CentredClassifier classifier;
      try (NDManager inner = scope.newSubManager()) {
        classifier =
            training.run(
                PrivateTeacher.featuresOf(all, features, inner),
                all.labels(),
                all.domain().classes(),
                noise);
      }
      for (int from = 0; from < labels.length; from += BLOCK) {
        int to = Math.min(labels.length, from + BLOCK);
        try (NDManager inner = scope.newSubManager()) {
          NDArray rows =
              inner.create(
                  Arrays.copyOfRange(inputs, from * width, to * width),
                  new Shape(to - from, width));
          float[] told = classifier.logProbabilities(features.of(rows)).toFloatArray();
          for (int i = from; i < to; i++) {
            scores[i] = told[(i - from) * all.domain().classes() + labels[i]];
          }
        }
      }
    }
    return scores;
  }

  private static double[] chosen(double[] scores, boolean[] in, boolean wanted) {
    double[] result = new double[scores.length];
    int count = 0;
    for (int i = 0; i < scores.length; i++) {
      if (in[i] == wanted) {
        result[count++] = scores[i];
      }
    }
    return Arrays.copyOf(result, count);
  }
}
