package dev.athanor.models.privacy.methods;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.accounting.NoiseCalibration;
import dev.athanor.models.privacy.accounting.NoisyVotes;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.features.FeatureRows;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import dev.athanor.models.privacy.mechanism.TeacherVotes;
import dev.athanor.models.privacy.parts.VariationalAutoencoder;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Discriminative-generative distillation (method 1).
 *
 * <ol>
 *   <li>A classifier is trained on the records and fixed; a generator learns from it, without data.
 *   <li>Many teachers learn from disjoint parts of the records. Their noisy votes label a few of
 *       the generator's samples (the discriminative stream).
 *   <li>A variational autoencoder learns the generator's samples (the generative stream).
 *   <li>The student learns the voted labels, and to say the same of samples that were changed along
 *       the decoder's surface and across it ({@link TangentNormal}).
 * </ol>
 *
 * <p>The paper's student also learns what it says of samples without labels from itself alone. Here
 * the fixed classifier tells it under {@link Assurance#RECORD}, with all of its probabilities: that
 * classifier was released under the guarantee, so that its answers cost nothing more. Under {@link
 * Assurance#AS_PUBLISHED} they would, and what the generator was asked for takes their place.
 *
 * @see <a href="https://arxiv.org/abs/2409.02404">Discriminative-generative distillation (2024)</a>
 */
public final class DiscriminativeGenerativeDistillation implements TranscriptionMethod {
  /** What votes alone may take of epsilon; the fixed classifier has the rest. */
  private static final double SHARE_OF_VOTES = 0.3;

  private static final int RECORDS_OF_A_TEACHER = 100;
  private static final int MOST_TEACHERS = 600;
  private static final int FEWEST_QUESTIONS = 40;
  private static final int MOST_QUESTIONS = 400;
  private static final int CODE = 16;
  private static final int CODING_STEPS = 600;
  private static final int CHANGED = 384;
  private static final int PART = 32;

  @Override
  public MethodName name() {
    return MethodName.DISCRIMINATIVE_GENERATIVE;
  }

  @Override
  public ReleasePlan plan(
      Domain domain, int records, PrivacyGuarantee guarantee, Assurance assurance) {
    NoisyVotes votes = votes(guarantee, assurance);
    List<PrivateMechanism> mechanisms = new ArrayList<>();
    if (assurance == Assurance.RECORD) {
      mechanisms.add(votes);
      mechanisms.addAll(
          FixedClassifier.of(domain, guarantee, assurance, votes.cost()).mechanisms());
    }
    return new ReleasePlan(
        name(),
        assurance,
        guarantee,
        mechanisms,
        new PublishedClaim(
            votes.cost().guarantee(guarantee.delta()).epsilon(),
            "Labels of "
                + votes.answers()
                + " generated samples by Gaussian noise on the votes of teachers that saw disjoint"
                + " parts of the records.",
            "It holds for the votes; what the generator has taken from the classifier that taught"
                + " it is not counted."));
  }

  private static NoisyVotes votes(PrivacyGuarantee guarantee, Assurance assurance) {
    double epsilon =
        switch (assurance) {
          case RECORD -> SHARE_OF_VOTES * guarantee.epsilon();
          case AS_PUBLISHED -> guarantee.epsilon();
        };
    int questions = (int) Math.min(MOST_QUESTIONS, FEWEST_QUESTIONS * (1 + guarantee.epsilon()));
    double deviation =
        NoiseCalibration.leastNoise(
            new PrivacyGuarantee(epsilon, guarantee.delta()),
            noise -> new NoisyVotes(noise, questions).cost());
    return new NoisyVotes(deviation, questions);
  }

  @Override
  public Transcript transcribe(
      PrivateRecords records,
      ReleasePlan plan,
      NoiseSource noise,
      long seed,
      ProgressListener progress) {
    Domain domain = records.domain();
    SampleSettings size =
        switch (plan.assurance()) {
          case RECORD -> SampleSettings.of(domain).ofRefinement();
          case AS_PUBLISHED -> SampleSettings.of(domain);
        };
    NoisyVotes votes = votes(plan.asked(), plan.assurance());
    try (NDManager scope = TorchEngine.newManager();
        FeatureMap features = domain.features().open(scope);
        NDArray rows = PrivateTeacher.featuresOf(records, features, scope);
        Lessons lessons = new Lessons()) {
      PrivateTeacher classifier =
          FixedClassifier.of(domain, plan.asked(), plan.assurance(), votes.cost())
              .train(rows, records, features, noise, plan);
      progress.progress("classifier", 1, "the fixed classifier is trained");
      try (SampleSource generator = SampleSource.of(domain, features, classifier, seed, progress);
          VariationalAutoencoder coder = new VariationalAutoencoder(domain, CODE, seed)) {
        LabelledSamples samples = generator.draw(2 * size.count());
        NDArray made = FeatureRows.of(features, samples.inputs(), scope);
        NDArray asked = made.get(":" + votes.answers());
        int[] voted = voted(rows, records, classifier, asked, votes, noise);
        progress.progress("votes", 1, votes.answers() + " labels were voted");

        lessons.add(asked, Targets.oneHot(voted, domain.classes()));
        NDArray others = made.get(votes.answers() + ":");
        lessons.add(others, unvoted(plan, classifier, others, samples, votes, domain));
        code(coder, samples.inputs(), domain);
        if (plan.assurance() == Assurance.RECORD) {
          decoded(coder, classifier, features, lessons, size.count() / 2);
        }
        try (StudentLearner student = beginner(plan, classifier, features, samples, domain, seed)) {
          lessons.teach(student, size, Targets::crossEntropy);
          progress.progress("student", 0.5, "the student knows what was voted");

          int changed = CHANGED * domain.features().inputWidth();
          new TangentNormal(domain, features, coder, student, seed)
              .addTo(lessons, Arrays.copyOf(samples.inputs(), changed), PART);
          lessons.teach(student, size, Targets::crossEntropy);
          progress.progress("student", 1, "changes along and across the surface no longer matter");
          return new Transcript(student.student(), samples);
        }
      }
    }
  }

  /** Samples of a generator are alike: a student that may ask the classifier asks of others too. */
  private static StudentLearner beginner(
      ReleasePlan plan,
      PrivateTeacher classifier,
      FeatureMap features,
      LabelledSamples samples,
      Domain domain,
      long seed) {
    return switch (plan.assurance()) {
      case RECORD -> {
        float[] other = BroadenedSamples.ofInputs(samples.inputs(), domain, seed);
        yield StudentLearner.from(
            SampleClassifier.fitted(domain, features, classifier, other, seed), seed);
      }
      case AS_PUBLISHED ->
          new StudentLearner(domain, StudentSettings.of(domain), classifier.centre().mean(), seed);
    };
  }

  /** The discriminative stream: few samples' labels by noisy votes. */
  private static int[] voted(
      NDArray rows,
      PrivateRecords records,
      PrivateTeacher classifier,
      NDArray asked,
      NoisyVotes votes,
      NoiseSource noise) {
    int teachers = Math.max(2, Math.min(MOST_TEACHERS, records.size() / RECORDS_OF_A_TEACHER));
    int[][] counts =
        ShardVotes.of(
            rows,
            records.labels(),
            records.domain().classes(),
            teachers,
            classifier.centre().of(asked),
            noise);
    TeacherVotes aggregation = new TeacherVotes(noise);
    int[] labels = new int[counts.length];
    Arrays.setAll(labels, i -> aggregation.mostVoted(counts[i], votes.deviation()));
    return labels;
  }

  /** What the student is to say of samples that nobody voted on. */
  private static float[] unvoted(
      ReleasePlan plan,
      PrivateTeacher classifier,
      NDArray others,
      LabelledSamples samples,
      NoisyVotes votes,
      Domain domain) {
    return switch (plan.assurance()) {
      case RECORD -> classifier.ofFeatures(others).exp().toFloatArray();
      case AS_PUBLISHED ->
          Targets.oneHot(
              Arrays.copyOfRange(samples.labels(), (int) votes.answers(), samples.labels().length),
              domain.classes());
    };
  }

  /** The generative stream. */
  private static void code(VariationalAutoencoder coder, float[] inputs, Domain domain) {
    int width = domain.features().inputWidth();
    try (NDManager scope = TorchEngine.newManager()) {
      coder.train(scope.create(inputs, new Shape(inputs.length / width, width)), CODING_STEPS);
    }
  }

  /** Samples of the decoder, with what the classifier says of them. */
  private static void decoded(
      VariationalAutoencoder coder,
      PrivateTeacher classifier,
      FeatureMap features,
      Lessons lessons,
      int count) {
    try (NDManager scope = TorchEngine.newManager()) {
      float[] inputs = coder.inputs(coder.normal(scope, count)).toFloatArray();
      NDArray rows = FeatureRows.of(features, inputs, scope);
      lessons.add(rows, classifier.ofFeatures(rows).exp().toFloatArray());
    }
  }
}
