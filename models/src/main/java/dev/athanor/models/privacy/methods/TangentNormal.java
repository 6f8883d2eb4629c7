package dev.athanor.models.privacy.methods;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.parts.VariationalAutoencoder;
import dev.athanor.models.privacy.students.StudentLearner;
import dev.athanor.models.privacy.transcription.Domain;
import java.util.Random;

/**
 * Changes of inputs that upset a student most: along the surface on which the decoder's inputs lie,
 * and orthogonally to that. A student that is taught to say the same of both has no boundary where
 * inputs are, and is not led astray beside them. Directions come from one step of power iteration,
 * the gradient of the divergence at a small random change.
 *
 * @see <a href="https://arxiv.org/abs/1808.06088">Yu et al., Tangent-normal adversarial
 *     regularization for semi-supervised learning (2019)</a>
 */
final class TangentNormal {
  private static final float TRIAL = 0.1f;
  private static final float ALONG = 1;
  private static final float ACROSS = 0.05f;
  private static final double TINY = 1e-12;

  private final Domain domain;
  private final FeatureMap features;
  private final VariationalAutoencoder coder;
  private final StudentLearner student;
  private final Random random;

  TangentNormal(
      Domain domain,
      FeatureMap features,
      VariationalAutoencoder coder,
      StudentLearner student,
      long seed) {
    this.domain = domain;
    this.features = features;
    this.coder = coder;
    this.student = student;
    this.random = new Random(seed);
  }

  /**
   * Changed inputs with what the student says of the unchanged ones.
   *
   * @param inputs changed along the surface, then those changed across
   * @param said by the student, probabilities of the same rows
   */
  record Changed(NDArray inputs, NDArray said) {}

  /**
   * Changes inputs.
   *
   * @param inputs (n, width of an input)
   */
  Changed of(NDArray inputs) {
    NDManager scope = inputs.getManager();
    NDArray codes = coder.code(inputs);
    NDArray made = coder.inputs(codes);
    NDArray saidOfMade = said(made);
    NDArray saidOfInputs = said(inputs);
    NDArray direction =
        steepest(
            scope,
            random(scope, codes),
            change -> divergence(saidOfMade, coder.inputs(codes.add(change))));
    NDArray along = coder.inputs(codes.add(direction.mul(ALONG)));
    NDArray tangent = unit(along.sub(made));
    NDArray steep =
        steepest(
            scope, random(scope, inputs), change -> divergence(saidOfInputs, inputs.add(change)));
    NDArray normal = unit(steep.sub(tangent.mul(steep.mul(tangent).sum(new int[] {1}, true))));
    double length =
        ACROSS
            * (domain.highest() - domain.lowest())
            * Math.sqrt((double) inputs.getShape().get(1));
    NDArray across = inputs.add(normal.mul(length)).clip(domain.lowest(), domain.highest());
    return new Changed(along.concat(across, 0), saidOfMade.concat(saidOfInputs, 0));
  }

  /** How far a change takes the student from what it said. */
  @FunctionalInterface
  private interface Upset {
    NDArray of(NDArray change);
  }

  private static NDArray steepest(NDManager scope, NDArray start, Upset upset) {
    NDArray change = scope.create(start.mul(TRIAL).toFloatArray(), start.getShape());
    change.setRequiresGradient(true);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(upset.of(change));
    }
    return unit(scope.create(change.getGradient().toFloatArray(), start.getShape()));
  }

  /** Summed over rows, whose gradients are then those of each alone. */
  private NDArray divergence(NDArray before, NDArray changed) {
    NDArray now = student.logProbabilities(features.of(changed));
    return before.mul(before.add(TINY).log().sub(now)).sum();
  }

  private NDArray said(NDArray inputs) {
    return student.logProbabilities(features.of(inputs)).exp();
  }

  private NDArray random(NDManager scope, NDArray like) {
    float[] values = new float[(int) like.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return unit(scope.create(values, like.getShape()));
  }

  private static NDArray unit(NDArray rows) {
    return rows.div(rows.square().sum(new int[] {1}, true).add(TINY).sqrt());
  }

  /** Changed inputs of many, in parts, added to lessons. */
  void addTo(Lessons lessons, float[] inputs, int part) {
    int width = features.inputWidth();
    int count = inputs.length / width;
    for (int from = 0; from < count; from += part) {
      int size = Math.min(part, count - from);
      try (NDManager scope = TorchEngine.newManager()) {
        float[] some = java.util.Arrays.copyOfRange(inputs, from * width, (from + size) * width);
        Changed changed = of(scope.create(some, new ai.djl.ndarray.types.Shape(size, width)));
        lessons.add(features.of(changed.inputs()), changed.said().toFloatArray());
      }
    }
  }
}
