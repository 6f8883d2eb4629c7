package dev.athanor.models.diffspectra.ranking;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.diffspectra.spectra.MoleculeSplit;
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
import java.util.stream.Collectors;

/** Trains the ranking on a data folder, measures it on the held-out molecules, writes both. */
public final class RankingRun {
  private static final String DATA = "spectra/molecules.jsonl.gz";

  /** One in how many held-out molecules is asked where a question takes long. */
  private static final int SPARSE = 5;

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

  /** What the held-out molecules say, for a card. */
  public static List<ModelCard.Metric> measure(
      RankingModel model, List<RankingTraining.Known> heldOut, ProgressListener listener) {
    RankingEvaluation evaluation = new RankingEvaluation(model, listener);
    List<RankingEvaluation.Setting> settings = new ArrayList<>();
    for (Evidence evidence : Evidence.all()) {
      settings.add(new RankingEvaluation.Setting(evidence, RankingEvaluation.Told.FORMULA));
    }
    List<ModelCard.Metric> metrics = new ArrayList<>(metrics(evaluation.ask(heldOut, settings)));
    List<RankingTraining.Known> some =
        heldOut.stream()
            .filter(k -> MoleculeSplit.fold(k.inchiKey(), "sparse", SPARSE) == 0)
            .toList();
    List<RankingEvaluation.Setting> open = new ArrayList<>();
    for (Evidence evidence :
        List.of(
            new Evidence(EnumSet.allOf(Modality.class), true),
            new Evidence(EnumSet.of(Modality.INFRARED), true))) {
      open.add(new RankingEvaluation.Setting(evidence, RankingEvaluation.Told.ATOM_COUNT));
      open.add(new RankingEvaluation.Setting(evidence, RankingEvaluation.Told.NOTHING));
    }
    metrics.addAll(metrics(evaluation.ask(some, open)));
    return metrics;
  }

  static List<ModelCard.Metric> metrics(List<RankingEvaluation.Answer> answers) {
    List<ModelCard.Metric> metrics = new ArrayList<>();
    answers.stream()
        .collect(
            Collectors.groupingBy(
                RankingEvaluation.Answer::setting,
                java.util.LinkedHashMap::new,
                Collectors.toList()))
        .forEach(
            (setting, group) -> {
              String what = name(setting, group.size());
              metrics.add(metric("top-1", what, share(group, 1)));
              metrics.add(metric("top-10", what, share(group, 10)));
              metrics.add(
                  metric(
                      "stated less actual probability that the first is right",
                      what,
                      group.stream()
                              .mapToDouble(RankingEvaluation.Answer::probability)
                              .average()
                              .orElse(0)
                          - share(group, 1)));
            });
    return metrics;
  }

  private static double share(List<RankingEvaluation.Answer> group, int first) {
    return (double) group.stream().filter(a -> a.rank() > 0 && a.rank() <= first).count()
        / group.size();
  }

  private static ModelCard.Metric metric(String name, String what, double value) {
    return new ModelCard.Metric(name, what, Math.round(value * 1e4) / 1e4, "1", List.of());
  }

  private static String name(RankingEvaluation.Setting setting, int count) {
    String spectra =
        setting.evidence().modalities().stream()
            .map(Modality::field)
            .collect(Collectors.joining(" + "));
    String told =
        switch (setting.told()) {
          case FORMULA -> "formula given";
          case ATOM_COUNT -> "number of atoms given";
          case NOTHING -> "nothing else given";
        };
    return String.format(
        Locale.ROOT,
        "%d held-out molecules, %s as %s, %s",
        count,
        spectra,
        setting.evidence().lines() ? "lines" : "curves",
        told);
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
            "Lists of lines are taken as complete: a list of measured peaks must come as a curve",
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
