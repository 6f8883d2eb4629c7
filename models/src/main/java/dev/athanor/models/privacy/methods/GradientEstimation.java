package dev.athanor.models.privacy.methods;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.athanor.models.learning.AdamOptimizer;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.density.MixtureDensity;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import dev.athanor.models.privacy.mechanism.RandomizedAnswers;
import dev.athanor.models.privacy.score.ScoreNetwork;
import dev.athanor.models.privacy.score.ScoreQuestion;
import dev.athanor.models.privacy.score.SlicedScoreMatching;
import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.MethodName;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.models.privacy.transcription.PrivateTeacher;
import dev.athanor.models.privacy.transcription.PublishedClaim;
import dev.athanor.models.privacy.transcription.ReleasePlan;
import dev.athanor.models.privacy.transcription.Transcript;
import dev.athanor.models.privacy.transcription.TranscriptionMethod;
import java.util.Locale;
import java.util.Random;

/**
 * PGE: a network learns the gradient of the logarithm of the density that inputs come from, and
 * samples are drawn by Hamiltonian dynamics along it. In each step
 *
 * <ol>
 *   <li>points are blurred, each by a random amount;
 *   <li>each point has one of k random directions, and tells by randomised response which;
 *   <li>the score network takes a step of sliced score matching along the directions that were
 *       told;
 *   <li>the residual module learns what the score leaves of the clean point.
 * </ol>
 *
 * <p>Points lie in the latent space of a mixture density. With {@link Assurance#RECORD} they are
 * its draws, with {@link Assurance#AS_PUBLISHED} the records. The direction of a point is random
 * before it passes the response, so that the objective stays what it was: the response hides which
 * direction was taken, not the record.
 *
 * @see <a href="https://arxiv.org/abs/2305.10662">Private gradient estimation is useful for
 *     generative modeling (2023)</a>
 */
public final class GradientEstimation implements TranscriptionMethod {
  private static final int REPORTED = 100;
  private static final double AVERAGE = 0.998;
  private static final double MOST = 5;

  private final GradientEstimationSettings settings;

  /** The method in its usual size. */
  public GradientEstimation() {
    this(GradientEstimationSettings.usual());
  }

  /** The method in another size. */
  public GradientEstimation(GradientEstimationSettings settings) {
    this.settings = settings;
  }

  @Override
  public MethodName name() {
    return MethodName.GRADIENT_ESTIMATION;
  }

  @Override
  public ReleasePlan plan(
      Domain domain, int records, PrivacyGuarantee guarantee, Assurance assurance) {
    PublishedClaim claim =
        new PublishedClaim(
            guarantee.epsilon(),
            "Directions of sliced score matching, told by randomised response among "
                + settings.candidates()
                + " candidates.",
            "No guarantee for records: what is hidden is a direction, while the objective is"
                + " computed from the record itself, in step after step.");
    return new ReleasePlan(
        name(),
        assurance,
        guarantee,
        GenerativeSources.of(domain, guarantee, records, assurance).mechanisms(assurance),
        claim);
  }

  @Override
  public Transcript transcribe(
      PrivateRecords records,
      ReleasePlan plan,
      NoiseSource noise,
      long seed,
      ProgressListener progress) {
    Domain domain = records.domain();
    GenerativeSources sources = GenerativeSources.of(plan, records);
    try (NDManager manager = TorchEngine.newManager();
        FeatureMap features = domain.features().open(manager)) {
      progress.progress("density", 0, "where the records lie");
      MixtureDensity density = sources.density().run(records, noise);
      progress.progress("classifier", 0, "what the records are");
      PrivateTeacher classifier = sources.teacher(records, features, noise);
      LabelledPoints points =
          switch (plan.assurance()) {
            case RECORD -> LabelledPoints.of(density);
            case AS_PUBLISHED -> LabelledPoints.of(records, density);
          };
      RandomizedAnswers answers = new RandomizedAnswers(plan.asked().epsilon(), noise);
      Estimation estimation =
          new Estimation(
              points, answers, density.mixtures().size(), density.space().dimensions(), seed);
      float[] latents = estimation.samples(progress);
      progress.progress("student", 0, "learns from " + settings.samples() + " samples");
      return SampleClassifier.taught(domain, features, classifier, latents, density.space(), seed);
    }
  }

  /** The paper's algorithm. */
  private final class Estimation {
    private final LabelledPoints points;
    private final RandomizedAnswers answers;
    private final int labels;
    private final int dimensions;
    private final long seed;
    private final Random random;
    private final ScoreNetwork network;

    Estimation(
        LabelledPoints points, RandomizedAnswers answers, int labels, int dimensions, long seed) {
      this.points = points;
      this.answers = answers;
      this.labels = labels;
      this.dimensions = dimensions;
      this.seed = seed;
      random = new Random(seed);
      network = new ScoreNetwork(dimensions, labels, settings.hidden());
    }

    /** Latents that are drawn along the learned gradients. */
    float[] samples(ProgressListener progress) {
      try (NDManager manager = TorchEngine.newManager()) {
        AdamOptimizer scoring = optimizer(manager, network.layout().initial(seed));
        AdamOptimizer enhancing = optimizer(manager, network.residualLayout().initial(seed + 1));
        for (int step = 0; step < settings.steps(); step++) {
          double rate = settings.rate() * (1 - 0.95 * step / settings.steps());
          double left = step(manager, scoring, enhancing, rate);
          if (step % REPORTED == 0) {
            progress.progress(
                "gradients",
                (double) step / settings.steps(),
                String.format(Locale.ROOT, "%.3f of the noise is taken for signal", left));
          }
        }
        float[] scores = scoring.average().toFloatArray();
        float[] residuals = enhancing.average().toFloatArray();
        int each = (settings.samples() + labels - 1) / labels;
        return settings
            .drawing()
            .draw(
                question -> {
                  NDManager scope = question.points().getManager();
                  NDArray score = network.score(scope.create(scores), question);
                  NDArray more = network.enhancement(scope.create(residuals), score, question);
                  return score.add(more);
                },
                each,
                labels,
                dimensions,
                random);
      }
    }

    private AdamOptimizer optimizer(NDManager manager, float[] initial) {
      return new AdamOptimizer(manager, initial, 0, MOST, AVERAGE);
    }

    /** One step of both; gives the mean square that is left of the noise. */
    private double step(
        NDManager manager, AdamOptimizer scoring, AdamOptimizer enhancing, double rate) {
      try (NDManager scope = manager.newSubManager()) {
        int count = labels * settings.each();
        NDArray clean =
            scope.create(points.draw(settings.each(), random), new Shape(count, dimensions));
        NDArray deviations = deviations(scope, count);
        NDArray noise = normal(scope, count, dimensions);
        ScoreQuestion question =
            new ScoreQuestion(
                clean.add(noise.mul(deviations)),
                deviations,
                ScoreQuestion.labels(scope, count, labels));
        NDArray directions = told(normal(scope, settings.candidates(), dimensions), count);
        NDArray parameters = scoring.leaf(scope);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
          collector.backward(
              SlicedScoreMatching.objective(
                  question, directions, asked -> network.score(parameters, asked)));
        }
        scoring.update(parameters.getGradient(), rate);
        return enhance(
            question, noise, network.score(scoring.current(scope), question), enhancing, rate);
      }
    }

    /** The residual module: what is left between the score and the noise that was added. */
    private double enhance(
        ScoreQuestion question,
        NDArray noise,
        NDArray score,
        AdamOptimizer enhancing,
        double rate) {
      NDArray parameters = enhancing.leaf(question.points().getManager());
      double left;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray enhanced = score.add(network.enhancement(parameters, score, question));
        NDArray loss = enhanced.mul(question.deviations()).add(noise).square().mean();
        collector.backward(loss);
        left = loss.getFloat();
      }
      enhancing.update(parameters.getGradient(), rate);
      return left;
    }

    /** Which of the candidates each point tells: (n, dimensions). */
    private NDArray told(NDArray candidates, int count) {
      int[] chosen = new int[count];
      for (int i = 0; i < count; i++) {
        chosen[i] = answers.tell(random.nextInt(settings.candidates()), settings.candidates());
      }
      return candidates.get(candidates.getManager().create(chosen));
    }

    private NDArray deviations(NDManager scope, int count) {
      double finest = Math.log(settings.drawing().finest());
      double span = Math.log(settings.drawing().widest()) - finest;
      float[] values = new float[count];
      for (int i = 0; i < count; i++) {
        values[i] = (float) Math.exp(finest + span * random.nextDouble());
      }
      return scope.create(values, new Shape(count, 1));
    }

    private NDArray normal(NDManager scope, int rows, int columns) {
      float[] values = new float[rows * columns];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextGaussian();
      }
      return scope.create(values, new Shape(rows, columns));
    }
  }
}
