package dev.athanor.models.diffspectra.evaluation;

import dev.athanor.models.diffspectra.diffusion.SamplerSettings;
import dev.athanor.models.diffspectra.diffusion.SamplerSettings.Method;
import dev.athanor.models.diffspectra.evaluation.SampleBenchmark.Bonds;
import dev.athanor.models.diffspectra.evaluation.SampleBenchmark.Told;
import dev.athanor.models.diffspectra.network.DiffusionWeights;
import dev.athanor.models.diffspectra.network.SpectraDiffusion;
import dev.athanor.models.diffspectra.ranking.RankedElucidator;
import dev.athanor.models.diffspectra.ranking.RankingWeights;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.diffspectra.training.DiffusionTraining;
import dev.athanor.models.diffspectra.training.SpectraDataset;
import dev.athanor.models.diffspectra.training.SpectraSample;
import dev.athanor.models.elements.evaluation.Benchmark;
import dev.athanor.models.elements.evaluation.BenchmarkPart;
import dev.athanor.models.elements.evaluation.EvaluationInput;
import dev.athanor.models.learning.ProgressListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the diffusion finds by itself on held-out molecules, in the order in which constitutions are
 * drawn most often: by what is told beside the spectra, by which spectra are shown, by sampler, and
 * without spectra, which is what chance gives; and what it and the other parts of an answer do for
 * each other.
 *
 * <p>Unsound molecules and those of another formula count as wrong. {@value #QUESTIONS} molecules
 * are asked about, and the first {@value #HALF} or {@value #FEWER} of them where settings are
 * compared.
 */
public final class DiffusionBenchmark {
  /** The part of {@code athanor evaluate}. */
  public static final BenchmarkPart PART =
      new BenchmarkPart("spectra-samples", DiffusionWeights.MODEL, true, DiffusionBenchmark::run);

  private static final Set<Modality> ALL = EnumSet.allOf(Modality.class);

  /** How molecules are drawn where nothing else is said. */
  static final SamplerSettings USUAL = new SamplerSettings(Method.DPM_SOLVER, 20, 1);

  private static final int QUESTIONS = 150;

  /** Molecules that settings of the drawing were chosen with, in the order of {@link #CHOICE}. */
  private static final int LOOKED_AT = 100;

  private static final int HALF = 75;
  private static final int FEWER = 50;

  /** Molecules that are drawn for a question. */
  static final int DRAWN = 32;

  private static final long CHOICE = 20261123;

  private final SpectraDiffusion diffusion;
  private final List<SpectraSample> questions;
  private final Benchmark benchmark;
  private final ProgressListener listener;

  private DiffusionBenchmark(
      SpectraDiffusion diffusion,
      List<SpectraSample> questions,
      Benchmark benchmark,
      ProgressListener listener) {
    this.diffusion = diffusion;
    this.questions = questions;
    this.benchmark = benchmark;
    this.listener = listener;
  }

  /** One way of asking. */
  private record Setting(
      int questions,
      SamplerSettings sampling,
      int drawn,
      double guidance,
      Set<Modality> shown,
      Told told) {
    static Setting usual(int questions, Set<Modality> shown, Told told) {
      return new Setting(questions, USUAL, DRAWN, 1, shown, told);
    }

    static Setting sampler(Method method, int steps, int drawn, double guidance) {
      return new Setting(
          FEWER, new SamplerSettings(method, steps, 1), drawn, guidance, ALL, Told.FORMULA);
    }

    String inWords(int asked) {
      String spectra =
          shown.isEmpty()
              ? "no spectra"
              : shown.stream().map(Modality::field).collect(Collectors.joining(" + "));
      String beside =
          switch (told) {
            case FORMULA -> "formula told";
            case ATOMS -> "number of heavy atoms told";
            case NOTHING -> "formula guessed from the spectra";
          };
      String further = guidance == 1 ? "" : String.format(Locale.ROOT, ", guidance %.0f", guidance);
      return String.format(
          Locale.ROOT,
          "diffusion alone, %d held-out molecules, %s, %s; %d drawn in %d steps of %s%s",
          asked,
          spectra,
          beside,
          drawn,
          sampling.steps(),
          name(sampling.method()),
          further);
    }

    private static String name(Method method) {
      return switch (method) {
        case ANCESTRAL -> "ancestral sampling";
        case DDIM -> "DDIM";
        case DPM_SOLVER -> "DPM-Solver++";
      };
    }
  }

  private static void run(EvaluationInput input, Benchmark benchmark) {
    DiffusionWeights weights =
        input.weights().map(DiffusionWeights::in).orElseGet(DiffusionWeights::shipped);
    List<SpectraSample> heldOut =
        SpectraDataset.read(input.data().resolve(DiffusionTraining.MOLECULES)).heldOut();
    List<SpectraSample> questions = questions(heldOut);
    try (SpectraDiffusion diffusion = new SpectraDiffusion(weights)) {
      AnswerParts parts =
          new AnswerParts(
              diffusion,
              USUAL,
              RankedElucidator.of(
                  input.weights().map(RankingWeights::in).orElseGet(RankingWeights::shipped)));
      parts.steered(questions, ALL, DRAWN, benchmark);
      input.listener().progress("molecules drawn", 0.3, "steered by fragments");
      parts.steered(
          questions.subList(0, Math.min(FEWER, questions.size())),
          EnumSet.of(Modality.INFRARED),
          DRAWN,
          benchmark);
      parts.beyondTheEnumeration(heldOut, benchmark);
      new DiffusionBenchmark(diffusion, questions, benchmark, input.listener()).run();
    }
  }

  /** Held-out molecules that nothing was chosen with. */
  static List<SpectraSample> questions(List<SpectraSample> heldOut) {
    List<SpectraSample> shuffled = new ArrayList<>(heldOut);
    Collections.shuffle(shuffled, new Random(CHOICE));
    int from = Math.min(LOOKED_AT, Math.max(0, shuffled.size() - QUESTIONS));
    return shuffled.subList(from, Math.min(from + QUESTIONS, shuffled.size()));
  }

  private void run() {
    List<Setting> settings = settings();
    for (int i = 0; i < settings.size(); i++) {
      measure(settings.get(i));
      listener.progress(
          "molecules drawn",
          (i + 1.0) / settings.size(),
          (i + 1) + " of " + settings.size() + " settings");
    }
  }

  private static List<Setting> settings() {
    List<Setting> settings = new ArrayList<>();
    settings.add(Setting.usual(QUESTIONS, ALL, Told.FORMULA));
    settings.add(Setting.usual(QUESTIONS, Set.of(), Told.FORMULA));
    settings.add(Setting.usual(HALF, ALL, Told.ATOMS));
    settings.add(Setting.usual(HALF, ALL, Told.NOTHING));
    for (Modality one : ALL) {
      settings.add(Setting.usual(FEWER, EnumSet.of(one), Told.FORMULA));
    }
    settings.add(Setting.usual(FEWER, ALL, Told.FORMULA));
    settings.add(Setting.sampler(Method.DPM_SOLVER, 10, DRAWN, 1));
    settings.add(Setting.sampler(Method.DPM_SOLVER, 50, DRAWN, 1));
    settings.add(Setting.sampler(Method.DDIM, 20, DRAWN, 1));
    settings.add(Setting.sampler(Method.ANCESTRAL, 100, DRAWN, 1));
    settings.add(Setting.sampler(Method.DPM_SOLVER, 20, DRAWN, 2));
    settings.add(Setting.sampler(Method.DPM_SOLVER, 20, 4 * DRAWN, 1));
    return settings;
  }

  private void measure(Setting setting) {
    List<SpectraSample> asked = questions.subList(0, Math.min(setting.questions, questions.size()));
    SampleBenchmark samples =
        new SampleBenchmark(diffusion, setting.sampling, setting.drawn, setting.guidance);
    Map<Bonds, SampleFigures> figures = samples.measure(asked, setting.shown, setting.told);
    String what = setting.inWords(asked.size());
    figures.forEach(
        (bonds, values) -> {
          String how = what + (bonds == Bonds.BY_CHANNEL ? "; bonds by channel" : "");
          benchmark.add("top-1", how, values.top1(), "1");
          benchmark.add("top-10", how, values.top10(), "1");
          benchmark.add("among all that were drawn", how, values.found(), "1");
          benchmark.add("sound molecules of the formula", how, values.fitting(), "1");
          if (bonds == Bonds.BY_CHANNEL) {
            benchmark.add("sound molecules", how, values.sound(), "1");
          } else {
            benchmark.add("different constitutions", how, values.distinct(), "1");
            benchmark.add("wall time for a molecule", how, values.seconds(), "s");
          }
          if (bonds == Bonds.BY_CHANNEL && setting.told == Told.NOTHING) {
            benchmark.add("right formula guessed", how, values.formulas(), "1");
          }
        });
  }
}
