package dev.athanor.models.privacy.teachers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.RenyiCost;
import dev.athanor.models.privacy.composition.ElementFractions;
import dev.athanor.models.privacy.composition.PublicCompositions;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.features.FeatureRows;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import dev.athanor.models.privacy.students.FeatureStudent;
import dev.athanor.models.privacy.students.ForestStudent;
import dev.athanor.models.privacy.students.StudentFit;
import dev.athanor.models.privacy.training.PrivateCentre;
import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.models.privacy.transcription.PrivateTeacher;
import dev.athanor.models.privacy.trees.PrivateBoosting;
import dev.athanor.models.privacy.trees.SmoothedForest;
import dev.athanor.models.privacy.trees.TreeSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A forest on compositions, and a network that says what it says: the forest is released, and the
 * network learns it on public compositions that resemble the records, which costs nothing more.
 * Methods need the network, since a forest has no gradients.
 */
final class ForestTeaching implements TeacherTraining {
  private final Domain domain;
  private final PrivateBoosting boosting;
  private final List<PrivateMechanism> mechanisms;

  private ForestTeaching(
      Domain domain, PrivateBoosting boosting, List<PrivateMechanism> mechanisms) {
    this.domain = domain;
    this.boosting = boosting;
    this.mechanisms = mechanisms;
  }

  static ForestTeaching of(
      Domain domain, PrivacyGuarantee guarantee, Assurance assurance, RenyiCost besides) {
    return of(domain, guarantee, assurance, besides, TreeSettings.USUAL);
  }

  static ForestTeaching of(
      Domain domain,
      PrivacyGuarantee guarantee,
      Assurance assurance,
      RenyiCost besides,
      TreeSettings settings) {
    return switch (assurance) {
      case RECORD -> {
        PrivateBoosting boosting = PrivateBoosting.under(guarantee, settings, besides);
        yield new ForestTeaching(domain, boosting, boosting.mechanisms());
      }
      case AS_PUBLISHED ->
          new ForestTeaching(domain, PrivateBoosting.unguarded(settings), List.of());
    };
  }

  @Override
  public List<PrivateMechanism> mechanisms() {
    return mechanisms;
  }

  @Override
  public PrivateTeacher train(
      NDArray rows, PrivateRecords records, FeatureMap features, NoiseSource noise) {
    int seed = noise.below(Integer.MAX_VALUE);
    PublicCompositions known = PublicCompositions.read();
    SmoothedForest forest =
        boosting.runSmoothed(
            descriptors(records),
            records.labels(),
            domain.classes(),
            known,
            ElementFractions.odds(),
            seed,
            noise);
    float[][] alike = varied(forest.likeness(), new Random(seed));
    try (NDManager scope = TorchEngine.newManager()) {
      float[] inputs = fractions(alike);
      NDArray seen = FeatureRows.of(features, inputs, scope);
      PrivateCentre centre = PrivateCentre.known(seen.mean(new int[] {0}).toFloatArray());
      FeatureStudent network =
          StudentFit.of(domain, centre.mean(), seed).student(seen, said(forest, alike, scope));
      centre.applyTo(rows);
      return new PrivateTeacher(features, centre, network::logProbabilities)
          .withLikeness(inputs)
          .withStudent(new ForestStudent(domain, forest));
    }
  }

  private float[][] descriptors(PrivateRecords records) {
    int width = domain.features().inputWidth();
    float[] inputs = records.inputs(0, records.size());
    float[][] rows = new float[records.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = ElementFractions.descriptor(Arrays.copyOfRange(inputs, i * width, (i + 1) * width));
    }
    return rows;
  }

  /** The rows and as many variations of them. */
  private static float[][] varied(float[][] rows, Random random) {
    int[] each = new int[rows.length];
    Arrays.setAll(each, i -> i);
    float[][] variations = PublicCompositions.ofRows(rows).varied(each, random).rows();
    float[][] all = Arrays.copyOf(rows, rows.length + variations.length);
    System.arraycopy(variations, 0, all, rows.length, variations.length);
    return all;
  }

  private static float[] fractions(float[][] rows) {
    float[] inputs = new float[rows.length * ElementFractions.SIZE];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(
          ElementFractions.ofDescriptor(rows[i]),
          0,
          inputs,
          i * ElementFractions.SIZE,
          ElementFractions.SIZE);
    }
    return inputs;
  }

  private NDArray said(SmoothedForest forest, float[][] rows, NDManager scope) {
    float[] values = new float[rows.length * domain.classes()];
    for (int i = 0; i < rows.length; i++) {
      double[] said = forest.logProbabilities(rows[i]);
      for (int label = 0; label < said.length; label++) {
        values[i * domain.classes() + label] = (float) said[label];
      }
    }
    return scope.create(values, new Shape(rows.length, domain.classes()));
  }
}
