package dev.athanor.models.privacy.methods;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.features.FeatureRows;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import dev.athanor.models.privacy.mechanism.RandomizedAnswers;
import dev.athanor.models.privacy.students.StudentLearner;
import dev.athanor.models.privacy.students.StudentSettings;
import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.LabelledSamples;
import dev.athanor.models.privacy.transcription.MethodName;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.models.privacy.transcription.PrivateTeacher;
import dev.athanor.models.privacy.transcription.PublishedClaim;
import dev.athanor.models.privacy.transcription.ReleasePlan;
import dev.athanor.models.privacy.transcription.Transcript;
import dev.athanor.models.privacy.transcription.TranscriptionMethod;
import java.util.function.IntFunction;

/**
 * DP synthetic distillation (method 4): generator, teacher and student take turns.
 *
 * <ol>
 *   <li>The generator learns to make inputs of which the teacher is sure and about which the
 *       student, which is its discriminator, disagrees with the teacher.
 *   <li>The teacher's labels of its samples are told under noise: as gradients with respect to the
 *       student's output ({@link Mode#DATA_SENSITIVE}) or by randomised response among the labels
 *       that the student calls likely ({@link Mode#LABEL_SENSITIVE}).
 *   <li>The student learns them by decoupled distillation ({@link DecoupledLoss}).
 * </ol>
 *
 * <p>What was told counts as {@code prior(y) P(told | y)}, with the student as it was as the prior,
 * which at first calls all labels as likely.
 *
 * @see <a href="https://arxiv.org/abs/2601.19090">the method's paper</a>
 */
public final class SyntheticDistillation implements TranscriptionMethod {
  private static final int TURNS = 3;

  /** Of a generator's learning, between turns. */
  private static final double EFFORT = 1.0 / (2 * TURNS);

  /** What is told under noise. */
  public enum Mode {
    /** Gradients with respect to the student's output, clipped and noised. */
    DATA_SENSITIVE,
    /** Labels, by randomised response. */
    LABEL_SENSITIVE
  }

  private final Mode mode;

  /** The method in one of its modes. */
  public SyntheticDistillation(Mode mode) {
    this.mode = mode;
  }

  @Override
  public MethodName name() {
    return switch (mode) {
      case DATA_SENSITIVE -> MethodName.SYNTHETIC_DISTILLATION_DATA;
      case LABEL_SENSITIVE -> MethodName.SYNTHETIC_DISTILLATION_LABEL;
    };
  }

  @Override
  public ReleasePlan plan(
      Domain domain, int records, PrivacyGuarantee guarantee, Assurance assurance) {
    return new ReleasePlan(
        name(),
        assurance,
        guarantee,
        FixedClassifier.of(domain, guarantee, assurance).mechanisms(),
        claim(guarantee));
  }

  private PublishedClaim claim(PrivacyGuarantee guarantee) {
    String caveat =
        "It counts each generated sample once, as if samples were records, and nothing of what the"
            + " teacher and the generator that it taught have taken from the records.";
    return switch (mode) {
      case DATA_SENSITIVE ->
          new PublishedClaim(
              guarantee.epsilon(),
              "The gradient of each generated sample with respect to the student's output, its"
                  + " largest entries brought to length 1, under Gaussian noise.",
              caveat);
      case LABEL_SENSITIVE ->
          new PublishedClaim(
              guarantee.epsilon(),
              "The teacher's label of each generated sample, told once by randomised response among"
                  + " the labels that the student calls likely.",
              caveat);
    };
  }

  @Override
  public Transcript transcribe(
      PrivateRecords records,
      ReleasePlan plan,
      NoiseSource noise,
      long seed,
      ProgressListener progress) {
    Domain domain = records.domain();
    SampleSettings size = SampleSettings.of(domain).ofLies();
    try (NDManager scope = TorchEngine.newManager();
        FeatureMap features = domain.features().open(scope)) {
      PrivateTeacher teacher =
          FixedClassifier.of(domain, plan.asked(), plan.assurance())
              .train(records, features, noise, plan);
      progress.progress("teacher", 1, "the teacher is trained");
      float[] centre = teacher.centre().mean();
      try (SampleSource generator = SampleSource.of(domain, features, teacher, seed, progress);
          StudentLearner student =
              new StudentLearner(domain, StudentSettings.of(domain), centre, seed);
          Lessons lessons = new Lessons()) {
        LabelledSamples last = new LabelledSamples(new float[0], new int[0]);
        for (int turn = 1; turn <= TURNS; turn++) {
          generator.contest(student, EFFORT);
          LabelledSamples made = generator.draw(size.count());
          NDArray rows = FeatureRows.of(features, made.inputs(), scope);
          double[][] prior = Targets.rows(student.logProbabilities(rows).exp());
          int[] labels = Targets.likeliest(teacher.ofFeatures(rows));
          IntFunction<double[]> told = telling(plan, noise, prior, labels);
          float[] targets = new float[labels.length * domain.classes()];
          for (int i = 0; i < labels.length; i++) {
            Targets.put(targets, i, told.apply(i));
          }
          lessons.add(rows, targets);
          lessons.teach(student, size, DecoupledLoss::of);
          last = new LabelledSamples(made.inputs(), Targets.likeliest(targets, domain.classes()));
          progress.progress("student", (double) turn / TURNS, "labels were told under noise");
        }
        return new Transcript(student.student(), last);
      }
    }
  }

  /** What the student takes a sample for, after the teacher has told under noise. */
  private IntFunction<double[]> telling(
      ReleasePlan plan, NoiseSource noise, double[][] prior, int[] labels) {
    return switch (mode) {
      case DATA_SENSITIVE -> {
        NoisyGradients gradients = new NoisyGradients(plan.asked(), noise);
        yield i -> gradients.posterior(prior[i], gradients.release(prior[i], labels[i]));
      }
      case LABEL_SENSITIVE -> {
        RandomizedAnswers answers = new RandomizedAnswers(plan.asked().epsilon(), noise);
        yield i ->
            Targets.posterior(
                prior[i], answers.transitions(prior[i]), answers.tell(labels[i], prior[i]));
      }
    };
  }
}
