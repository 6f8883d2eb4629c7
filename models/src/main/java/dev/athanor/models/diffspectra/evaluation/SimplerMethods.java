package dev.athanor.models.diffspectra.evaluation;

import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.MorganFingerprint;
import dev.athanor.models.diffspectra.evaluation.RankingEvaluation.Answer;
import dev.athanor.models.diffspectra.ranking.RankingModel;
import dev.athanor.models.diffspectra.ranking.likelihood.Evidence;
import dev.athanor.models.diffspectra.ranking.likelihood.SpectralMetric;
import dev.athanor.models.diffspectra.ranking.training.RankingTraining;
import dev.athanor.models.diffspectra.spectra.Broadening;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.elements.evaluation.Benchmark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** What methods reach that need no model of spectra: looking up, and guessing. */
final class SimplerMethods {
  private static final Evidence ALL_LINES = new Evidence(EnumSet.allOf(Modality.class), true);

  private final List<RankingTraining.Known> heldOut;
  private final List<RankingTraining.Known> training;
  private final List<float[]> shownHeldOut;
  private final List<float[]> shownTraining;
  private final SpectralMetric metric;

  SimplerMethods(RankingModel model, Path data, List<RankingTraining.Known> heldOut) {
    this.heldOut = heldOut;
    training = RankingTraining.read(data, false);
    metric = model.errors().metric(ALL_LINES.blocks());
    shownHeldOut = shown(model, heldOut);
    shownTraining = shown(model, training);
  }

  private List<float[]> shown(RankingModel model, List<RankingTraining.Known> molecules) {
    List<float[]> shown = new ArrayList<>();
    for (RankingTraining.Known molecule : molecules) {
      shown.add(
          metric.whiten(
              model
                  .forward()
                  .encodeComputed(
                      molecule.spectra().spectra(), ALL_LINES.blocks(), Broadening.USUAL)));
    }
    return shown;
  }

  /**
   * The molecule of the training whose spectra are nearest; no held-out molecule is in it, so that
   * this finds none and only comes near.
   */
  void nearest(boolean formulaGiven, Benchmark benchmark) {
    double right = 0;
    double tanimoto = 0;
    for (int h = 0; h < heldOut.size(); h++) {
      MolecularGraph wanted = heldOut.get(h).graph();
      int best = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int t = 0; t < training.size(); t++) {
        if (formulaGiven && !training.get(t).graph().composition().equals(wanted.composition())) {
          continue;
        }
        double square = metric.square(shownHeldOut.get(h), shownTraining.get(t));
        if (square < least) {
          least = square;
          best = t;
        }
      }
      if (best >= 0) {
        RankingTraining.Known found = training.get(best);
        right += sameConstitution(found, heldOut.get(h)) ? 1 : 0;
        tanimoto += MorganFingerprint.of(found.graph()).tanimoto(MorganFingerprint.of(wanted));
      }
    }
    String what =
        "nearest spectrum of the training, all lines, formula "
            + (formulaGiven ? "given; " : "not given; ")
            + heldOut.size()
            + " molecules";
    benchmark.add("top-1", what, right / heldOut.size(), "1");
    benchmark.add("Tanimoto similarity of the first", what, tanimoto / heldOut.size(), "1");
  }

  private static boolean sameConstitution(
      RankingTraining.Known first, RankingTraining.Known second) {
    return first.inchiKey().regionMatches(0, second.inchiKey(), 0, 14);
  }

  /** All constitutions of the formula in an order by chance: what is to be expected of it. */
  void randomOrder(List<Answer> answers, Benchmark benchmark) {
    double top1 = 0;
    double top10 = 0;
    double looked = 0;
    for (Answer answer : answers) {
      int isomers = Math.max(1, answer.looked());
      top1 += 1.0 / isomers;
      top10 += Math.min(1, 10.0 / isomers);
      looked += isomers;
    }
    String what = "isomers in random order, formula given; " + answers.size() + " molecules";
    benchmark.add("top-1", what, top1 / answers.size(), "1");
    benchmark.add("top-10", what, top10 / answers.size(), "1");
    benchmark.add("isomers of the formula in the mean", what, looked / answers.size(), "1");
  }
}
