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

/**
 * Data-free distillation with selective randomised response (method 2).
 *
 * <ol>
 *   <li>A classifier is trained on the records and fixed.
 *   <li>A generator learns, without data, to make inputs of which that classifier is sure.
 *   <li>Round by round, the classifier's labels of new samples are told by randomised response
 *       among the labels that the student, as it is, calls likely; at first it knows nothing, and
 *       all are.
 *   <li>The student learns from all that was told so far, by the likelihood of what it was told,
 *       {@code sum_y p(y) P(told | y)}, which corrects for lies.
 * </ol>
 *
 * <p>Where the student is sure, one label is left to choose from and what is told says nothing. At
 * a small epsilon that is so of most samples after the first rounds, and those told before are
 * mostly lies: not the method to choose at epsilon 1.
 *
 * @see <a href="https://arxiv.org/abs/2409.12384">Liu et al., Privacy-preserving student learning
 *     with differentially private data-free distillation (2024)</a>
 */
public final class SelectiveResponseDistillation implements TranscriptionMethod {
  private static final int ROUNDS = 4;

  @Override
  public MethodName name() {
    return MethodName.SELECTIVE_RESPONSE;
  }

  @Override
  public ReleasePlan plan(
      Domain domain, int records, PrivacyGuarantee guarantee, Assurance assurance) {
    return new ReleasePlan(
        name(),
        assurance,
        guarantee,
        FixedClassifier.of(domain, guarantee, assurance).mechanisms(),
        new PublishedClaim(
            guarantee.epsilon(),
            "The classifier's label of each generated sample, told once by randomised response"
                + " among the labels that the student calls likely.",
            "It hides single labels of generated samples and counts none of what the classifier"
                + " and the generator that it taught have taken from the records."));
  }

  @Override
  public Transcript transcribe(
      PrivateRecords records,
      ReleasePlan plan,
      NoiseSource noise,
      long seed,
      ProgressListener progress) {
    Domain domain = records.domain();
    try (NDManager scope = TorchEngine.newManager();
        FeatureMap features = domain.features().open(scope)) {
      PrivateTeacher teacher =
          FixedClassifier.of(domain, plan.asked(), plan.assurance())
              .train(records, features, noise, plan);
      progress.progress("classifier", 1, "the fixed classifier is trained");
      SampleSettings size = SampleSettings.of(domain).ofLies();
      RandomizedAnswers answers = new RandomizedAnswers(plan.asked().epsilon(), noise);
      float[] centre = teacher.centre().mean();
      try (SampleSource generator = SampleSource.of(domain, features, teacher, seed, progress);
          StudentLearner student =
              new StudentLearner(domain, StudentSettings.of(domain), centre, seed);
          Lessons lessons = new Lessons()) {
        LabelledSamples last = new LabelledSamples(new float[0], new int[0]);
        for (int round = 1; round <= ROUNDS; round++) {
          LabelledSamples made = generator.draw(size.count());
          NDArray rows = FeatureRows.of(features, made.inputs(), scope);
          double[][] prior = Targets.rows(student.logProbabilities(rows).exp());
          int[] labels = Targets.likeliest(teacher.ofFeatures(rows));
          int[] told = new int[labels.length];
          float[] likelihood = new float[labels.length * domain.classes()];
          for (int i = 0; i < labels.length; i++) {
            told[i] = answers.tell(labels[i], prior[i]);
            double[][] transitions = answers.transitions(prior[i]);
            Targets.put(likelihood, i, Targets.likelihood(transitions, told[i]));
          }
          lessons.add(rows, likelihood);
          lessons.teach(student, size, Targets::corrected);
          last = new LabelledSamples(made.inputs(), told);
          progress.progress("student", (double) round / ROUNDS, "labels were told");
        }
        return new Transcript(student.student(), last);
      }
    }
  }
}
