package dev.athanor.models.diffspectra.ranking.run;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.diffspectra.evaluation.AnswerFigures;
import dev.athanor.models.diffspectra.evaluation.RankingEvaluation;
import dev.athanor.models.diffspectra.evaluation.SettingNames;
import dev.athanor.models.diffspectra.ranking.RankingModel;
import dev.athanor.models.diffspectra.ranking.candidates.EnumeratedIsomers;
import dev.athanor.models.diffspectra.ranking.training.RankingTraining;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.learning.WeightFolder;
import dev.athanor.models.weights.WeightFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Trains the ranking on a data folder, measures it on the held-out molecules, writes both. */
public final class RankingRun {
  private static final String DATA = "spectra/molecules.jsonl.gz";

  private RankingRun() {}

  /**
   * Trains and writes weights and card. Three quarters of an hour on one core, nothing is resumed:
   * what takes long is solved in one piece.
   *
   * @param data the project's data folder
   * @param output where to
   * @param version name of the weights
   * @param seed chooses the isomers that the prior sees
   * @throws ModelException {@code BAD_DATA} where data are missing or nothing can be written
   */
  public static void run(
      Path data, Path output, String version, long seed, ProgressListener listener) {
    long start = System.nanoTime();
    Path file = data.resolve(DATA);
    if (!Files.isRegularFile(file)) {
      throw new ModelException(ModelErrors.BAD_DATA, "the data folder lacks " + DATA);
    }
    List<RankingTraining.Known> known = RankingTraining.read(file, false);
    RankingModel model = new RankingTraining(new EnumeratedIsomers(), seed, listener).fit(known);
    double seconds = (System.nanoTime() - start) / 1e9;
    WeightFile weights = model.toFile(version);
    // what is measured is what is shipped, rounded numbers and all
    List<ModelCard.Metric> metrics =
        measure(RankingModel.read(weights), RankingTraining.read(file, true), listener);
    new WeightFolder(output)
        .write(weights, (f, path) -> card(f, path, known.size(), seconds, seed, metrics));
  }

  /** What the held-out molecules say first; {@code athanor evaluate} says the rest. */
  static List<ModelCard.Metric> measure(
      RankingModel model, List<RankingTraining.Known> heldOut, ProgressListener listener) {
    List<RankingEvaluation.Setting> settings = new ArrayList<>();
    for (Set<Modality> shown :
        List.of(EnumSet.allOf(Modality.class), EnumSet.of(Modality.INFRARED))) {
      for (RankingEvaluation.Shown as :
          List.of(RankingEvaluation.Shown.LINES, RankingEvaluation.Shown.CURVES)) {
        settings.add(RankingEvaluation.Setting.of(shown, as, RankingEvaluation.Told.FORMULA));
      }
    }
    List<RankingEvaluation.Answer> answers =
        new RankingEvaluation(model, listener).ask(heldOut, settings);
    List<ModelCard.Metric> metrics = new ArrayList<>();
    for (RankingEvaluation.Setting setting : settings) {
      AnswerFigures figures =
          AnswerFigures.of(answers.stream().filter(a -> a.setting().equals(setting)).toList());
      String what = SettingNames.of(setting) + ", " + figures.asked() + " held-out molecules";
      metrics.add(metric("top-1", what, figures.top1()));
      metrics.add(metric("top-10", what, figures.top10()));
    }
    return metrics;
  }

  private static ModelCard.Metric metric(String name, String what, double value) {
    return new ModelCard.Metric(name, what, Math.round(value * 1e4) / 1e4, "1", List.of());
  }

  static ModelCard card(
      WeightFile file,
      Path written,
      int rows,
      double seconds,
      long seed,
      List<ModelCard.Metric> metrics)
      throws IOException {
    byte[] bytes = Files.readAllBytes(written);
    return new ModelCard(
        file.model(),
        file.version(),
        "Which molecule of up to 8 atoms of C, N, O, F and hydrogen has these infrared, Raman and"
            + " UV-Vis spectra, with the probability that the first answer is right",
        "Kernel ridge regression from counted fragments of a constitution to numbers that stand for"
            + " its spectra; all constitutions of a formula ranked by likelihood and by a learned"
            + " prior",
        file.settings(),
        List.of(
            new ModelCard.Data(
                "spectra/molecules, lines computed with GFN2-xTB and INDO/S",
                rows,
                "computed for this project; constitutions from QM9",
                "as the data folder states")),
        "Held out: InChIKey first blocks whose SHA-256 divides by ten. Of the rest one in "
            + RankingTraining.CALIBRATION_FOLDS
            + " sets weights of likelihood and prior and the stated probability, all others teach",
        metrics,
        new ModelCard.Weights(String.valueOf(written.getFileName()), sha256(bytes), bytes.length),
        String.format(
            Locale.ROOT,
            "CPU, %d cores, %s",
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.arch", "unknown")),
        Math.round(seconds),
        "athanor train-ranking --data ../shared/data --seed " + seed,
        List.of(
            "Learned from computed spectra: measured ones are shifted by 3 to 8 %, have no absolute"
                + " strengths and show fewer bands; the stated probability does not know that",
            "A list of as many lines as a molecule has vibrations is taken for a computed one; other"
                + " lists are taken as peaks of a curve whose widths are guessed",
            "What a large mismatch makes of the stated probability was learned from computed spectra"
                + " that were distorted at random, for want of measured ones",
            "Knows constitutions only: no stereoisomers, no conformers, no tautomers that InChI"
                + " takes for one",
            "The prior prefers constitutions as in QM9, whose molecules are those of a systematic"
                + " enumeration, not those of a shelf",
            "Nothing but " + names() + ", no ions, no mixtures"),
        List.of(),
        List.of());
  }

  private static String names() {
    return List.of(Element.H, Element.C, Element.N, Element.O, Element.F).stream()
        .map(Element::symbol)
        .collect(Collectors.joining(", "));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
