package dev.athanor.models.privacy.methods;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.athanor.models.learning.AdamOptimizer;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.accounting.NoiseCalibration;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.SubsampledGaussian;
import dev.athanor.models.privacy.density.MixtureDensity;
import dev.athanor.models.privacy.diffusion.DenoisingNetwork;
import dev.athanor.models.privacy.diffusion.DiffusionSampler;
import dev.athanor.models.privacy.diffusion.Discriminator;
import dev.athanor.models.privacy.diffusion.MixtureDenoiser;
import dev.athanor.models.privacy.diffusion.NoiseLevels;
import dev.athanor.models.privacy.diffusion.NoisedBatch;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.mechanism.NoiseSource;
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
 * DP-SAD: a student diffusion learns from a teacher diffusion. In each step points are put under
 * the noise of one random time each; both say where the clean points are; the student is told how
 * it differs from the teacher, and by a discriminator how it might look more like it:
 *
 * <p>{@code L = |v_S - v_T|^2 + lambda (-log D(v_S))}, {@code g = clip_C(dL/dv_S) + noise}, {@code
 * theta -= rate g dv_S/dtheta}.
 *
 * <p>Here diffusions live in the latent space of a mixture density, and the teacher is its exact
 * denoiser rather than a network that learned to be one. Outputs are velocities, from which clean
 * points and noise follow. The paper divides the noise's deviation by T, since each sample sees one
 * of T times, and counts no cost for that; what one record does to a teacher is not bounded by
 * shortening a gradient that the teacher sends. That noise is added here too, but the guarantee
 * rests on the density and the labels, which were released under one of their own.
 *
 * @see <a href="https://arxiv.org/abs/2408.14738">Learning differentially private diffusion models
 *     via stochastic adversarial distillation (2024)</a>
 */
public final class DiffusionStudent implements TranscriptionMethod {
  private static final int REPORTED = 300;
  private static final double AVERAGE = 0.998;
  private static final double MOST = 5;

  private final DiffusionStudentSettings settings;
  private final NoiseLevels levels = new NoiseLevels(DiffusionStudentSettings.PUBLISHED_TIMES);

  /** The method in its usual size. */
  public DiffusionStudent() {
    this(DiffusionStudentSettings.usual());
  }

  /** The method in another size. */
  public DiffusionStudent(DiffusionStudentSettings settings) {
    this.settings = settings;
  }

  @Override
  public MethodName name() {
    return MethodName.DIFFUSION_STUDENT;
  }

  @Override
  public ReleasePlan plan(
      Domain domain, int records, PrivacyGuarantee guarantee, Assurance assurance) {
    PublishedClaim claim =
        new PublishedClaim(
            published(multiplier(domain, records, guarantee), domain, records)
                .cost()
                .guarantee(guarantee.delta())
                .epsilon(),
            "Gradients with respect to the student's output, shortened and noised, with the"
                + " deviation divided by the "
                + DiffusionStudentSettings.PUBLISHED_TIMES
                + " steps of the diffusion.",
            "No guarantee for records: the division is counted as free, and a record changes the"
                + " teacher as a whole, not one gradient.");
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
    Random random = new Random(seed);
    try (NDManager manager = TorchEngine.newManager();
        FeatureMap features = domain.features().open(manager)) {
      progress.progress("density", 0, "where the records lie");
      MixtureDensity density = sources.density().run(records, noise);
      progress.progress("classifier", 0, "what the records are");
      PrivateTeacher classifier = sources.teacher(records, features, noise);
      double multiplier = multiplier(domain, records.size(), plan.asked());
      float[] latents =
          new Distillation(density, multiplier, noise, random, seed).samples(progress);
      progress.progress("student", 0, "learns from " + settings.samples() + " samples");
      return SampleClassifier.taught(domain, features, classifier, latents, density.space(), seed);
    }
  }

  /** The noise multiplier that the paper's own accounting asks for. */
  private double multiplier(Domain domain, int records, PrivacyGuarantee guarantee) {
    return NoiseCalibration.leastNoise(
        guarantee, noise -> published(noise, domain, records).cost());
  }

  private SubsampledGaussian published(double multiplier, Domain domain, int records) {
    double rate = Math.min(1, (double) settings.each() * domain.classes() / records);
    return new SubsampledGaussian(rate, multiplier, settings.steps());
  }

  /** The paper's algorithm 1. */
  private final class Distillation {
    private final MixtureDensity density;
    private final LabelledPoints points;
    private final double deviation;
    private final NoiseSource noise;
    private final Random random;
    private final long seed;
    private final int labels;
    private final int dimensions;
    private final DenoisingNetwork student;
    private final Discriminator discriminator;

    Distillation(
        MixtureDensity density, double multiplier, NoiseSource noise, Random random, long seed) {
      this.density = density;
      this.points = LabelledPoints.of(density);
      this.deviation = multiplier * settings.bound() / levels.steps();
      this.noise = noise;
      this.random = random;
      this.seed = seed;
      labels = density.mixtures().size();
      dimensions = density.space().dimensions();
      student = new DenoisingNetwork(dimensions, labels, settings.hidden());
      discriminator = new Discriminator(dimensions, labels, settings.judging());
    }

    /** Latents that the student draws when it has learned. */
    float[] samples(ProgressListener progress) {
      try (NDManager manager = TorchEngine.newManager();
          MixtureDenoiser teacher = new MixtureDenoiser(manager, density)) {
        AdamOptimizer studying =
            new AdamOptimizer(manager, student.layout().initial(seed), 0, MOST, AVERAGE);
        AdamOptimizer judging =
            new AdamOptimizer(manager, discriminator.layout().initial(seed + 1), 0, MOST, AVERAGE);
        for (int step = 0; step < settings.steps(); step++) {
          double rate = settings.rate() * (1 - 0.95 * step / settings.steps());
          double apart = step(manager, teacher, studying, judging, rate);
          if (step % REPORTED == 0) {
            progress.progress(
                "diffusion",
                (double) step / settings.steps(),
                String.format(Locale.ROOT, "student and teacher are %.3f apart", apart));
          }
        }
        float[] learned = studying.average().toFloatArray();
        int each = (settings.samples() + labels - 1) / labels;
        return new DiffusionSampler(levels, settings.strides())
            .draw(batch -> clean(learned, batch), each, labels, dimensions, random);
      }
    }

    private NDArray clean(float[] learned, NoisedBatch batch) {
      NDArray parameters = batch.points().getManager().create(learned);
      return batch.clean(student.velocity(parameters, batch));
    }

    /** One step of both; gives the mean square between student and teacher. */
    private double step(
        NDManager manager,
        MixtureDenoiser teacher,
        AdamOptimizer studying,
        AdamOptimizer judging,
        double rate) {
      try (NDManager scope = manager.newSubManager()) {
        NoisedBatch batch =
            NoisedBatch.at(
                scope, points.draw(settings.each(), random), dimensions, labels, levels, random);
        NDArray wanted = batch.velocity(teacher.clean(batch));
        NDArray parameters = studying.leaf(scope);
        NDArray said = student.velocity(studying.current(scope), batch);
        NDArray gradient = noised(outputGradient(said, wanted, batch, judging));
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
          NDArray outputs = student.velocity(parameters, batch);
          collector.backward(outputs.mul(gradient).sum(new int[] {1}).mean());
        }
        studying.update(parameters.getGradient(), rate);
        judge(said, wanted, batch, judging, rate);
        return said.sub(wanted).square().mean().getFloat();
      }
    }

    /** Of the loss, by each number that the student said: (n, dimensions). */
    private NDArray outputGradient(
        NDArray said, NDArray wanted, NoisedBatch batch, AdamOptimizer judging) {
      NDArray outputs = said.duplicate();
      outputs.setRequiresGradient(true);
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray judged = discriminator.logit(judging.current(said.getManager()), outputs, batch);
        NDArray apart = outputs.sub(wanted).square().sum(new int[] {1}, true);
        collector.backward(
            apart.add(Discriminator.surprise(judged).mul(settings.adversarial())).sum());
      }
      return outputs.getGradient();
    }

    /** Rows shortened to the bound, each number under noise. */
    private NDArray noised(NDArray gradient) {
      NDManager scope = gradient.getManager();
      NDArray lengths = gradient.square().sum(new int[] {1}, true).add(1e-12).sqrt();
      NDArray clipped =
          gradient.mul(scope.create((float) settings.bound()).div(lengths).minimum(1));
      float[] drawn = new float[(int) gradient.size()];
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = (float) (deviation * noise.gaussian());
      }
      return clipped.add(scope.create(drawn, gradient.getShape()));
    }

    /** The discriminator learns to tell the teacher from the student. */
    private void judge(
        NDArray said, NDArray wanted, NoisedBatch batch, AdamOptimizer judging, double rate) {
      NDArray parameters = judging.leaf(said.getManager());
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray ofTeacher = Discriminator.surprise(discriminator.logit(parameters, wanted, batch));
        NDArray ofStudent =
            Discriminator.surprise(discriminator.logit(parameters, said, batch).neg());
        collector.backward(ofTeacher.add(ofStudent).mean());
      }
      judging.update(parameters.getGradient(), rate);
    }
  }
}
