package dev.athanor.models.diffspectra.ranking.training;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.forward.ForwardFit;
import dev.athanor.models.diffspectra.forward.MoleculeFragments;
import dev.athanor.models.diffspectra.ranking.CompleteLines;
import dev.athanor.models.diffspectra.ranking.RankingModel;
import dev.athanor.models.diffspectra.ranking.Scales;
import dev.athanor.models.diffspectra.ranking.candidates.FormulaCandidates;
import dev.athanor.models.diffspectra.ranking.candidates.FormulaGuess;
import dev.athanor.models.diffspectra.ranking.comparison.Calibration;
import dev.athanor.models.diffspectra.ranking.comparison.CalibrationFit;
import dev.athanor.models.diffspectra.ranking.comparison.CandidateRanking;
import dev.athanor.models.diffspectra.ranking.comparison.Lineup;
import dev.athanor.models.diffspectra.ranking.likelihood.Evidence;
import dev.athanor.models.diffspectra.ranking.likelihood.SpectralMetric;
import dev.athanor.models.diffspectra.spectra.Broadening;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.diffspectra.spectra.MoleculeSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Questions of which the answers are known, asked as a person would, and what they teach.
 *
 * <p>Each molecule is asked about with its formula and without; as computed, and distorted as
 * another method would see it; and as if its formula were none that is looked at. Where formulas
 * are not known, those of the other molecules here are the choice.
 */
final class CalibrationCases {
  /** Candidates this far behind never count. */
  private static final double FAR = 20;

  /** So many degrees of freedom are a normal distribution. */
  private static final double NORMAL = 1e6;

  private static final double DISTORTED = 0.5;
  private static final double WITHHELD = 0.25;

  /** One in how many molecules is asked about without its formula where that takes long. */
  private static final int OPEN_CURVES = 3;

  private final RankingModel model;
  private final List<Group> groups;
  private final Map<Composition, Integer> places = new HashMap<>();

  /**
   * Molecules of one formula.
   *
   * @param formula the formula
   * @param found its constitutions
   * @param molecules the molecules
   * @param right place of each molecule among the constitutions; -1 where it is not
   */
  record Group(
      Composition formula,
      FormulaCandidates found,
      List<RankingTraining.Known> molecules,
      List<Integer> right) {
    static Group of(
        Composition formula, FormulaCandidates found, List<RankingTraining.Known> molecules) {
      Map<Integer, Integer> places = new HashMap<>();
      for (int i = 0; i < found.candidates().size(); i++) {
        places.putIfAbsent(
            Arrays.hashCode(MoleculeFragments.of(found.candidates().get(i).graph())), i);
      }
      return new Group(
          formula,
          found,
          molecules,
          molecules.stream()
              .map(m -> places.getOrDefault(Arrays.hashCode(MoleculeFragments.of(m.graph())), -1))
              .toList());
    }
  }

  CalibrationCases(RankingModel model, List<Group> groups) {
    this.model = model;
    this.groups = groups;
    for (int g = 0; g < groups.size(); g++) {
      places.put(groups.get(g).formula(), g);
    }
  }

  /** The numbers for one evidence; without any case likelihood and prior count in full. */
  float[] numbers(Evidence evidence) {
    SpectralMetric metric = model.errors().metric(evidence.blocks());
    Lineup plain = new Lineup(evidence, metric, model.calibration());
    List<List<float[]>> expected = groups.stream().map(g -> plain.whitened(g.found())).toList();
    Calibration.Weights weights = CalibrationFit.weights(cases(evidence, metric, expected));
    float[] all = new float[Calibration.SIZE * Evidence.all().size()];
    float[] numbers = {
      (float) weights.freedom(), (float) weights.likelihood(), (float) weights.prior()
    };
    System.arraycopy(numbers, 0, all, Calibration.SIZE * evidence.index(), numbers.length);
    Questions questions =
        new Questions(new Lineup(evidence, metric, new Calibration(all)), expected);
    for (int g = 0; g < groups.size(); g++) {
      for (int m = 0; m < groups.get(g).molecules().size(); m++) {
        questions.ask(g, m);
      }
    }
    double[] closed = CalibrationFit.right(questions.closed);
    double[] open = CalibrationFit.right(questions.open);
    float[] own = Arrays.copyOf(numbers, Calibration.SIZE);
    for (int i = 0; i < closed.length; i++) {
      own[numbers.length + i] = (float) closed[i];
      own[numbers.length + closed.length + i] = (float) open[i];
    }
    return own;
  }

  private List<CalibrationFit.Case> cases(
      Evidence evidence, SpectralMetric metric, List<List<float[]>> expected) {
    List<Broadening> widths = evidence.lines() ? List.of(Broadening.USUAL) : ForwardFit.WIDTHS;
    List<CalibrationFit.Case> cases = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      Group group = groups.get(g);
      for (int m = 0; m < group.molecules().size(); m++) {
        Map<Modality, Spectrum> lines = group.molecules().get(m).spectra().spectra();
        if (lines.keySet().containsAll(evidence.modalities())) {
          for (Broadening width : widths) {
            float[] given =
                metric.whiten(model.forward().encodeComputed(lines, evidence.blocks(), width));
            cases.add(one(group, metric, expected.get(g), given, group.right().get(m)));
          }
        }
      }
    }
    return cases;
  }

  private static CalibrationFit.Case one(
      Group group, SpectralMetric metric, List<float[]> expected, float[] given, int right) {
    int count = expected.size();
    double[] squares = new double[count];
    double[] rough = new double[count];
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      FormulaCandidates.Candidate candidate = group.found().candidates().get(i);
      squares[i] = metric.square(given, expected.get(i));
      rough[i] =
          0.1 * metric.logLikelihood(squares[i], candidate.expected().novelty(), NORMAL)
              + 0.5 * candidate.logPrior();
      best = Math.max(best, rough[i]);
    }
    double edge = best - FAR;
    int[] kept = IntStream.range(0, count).filter(i -> i == right || rough[i] > edge).toArray();
    List<double[]> likelihoods = new ArrayList<>();
    for (double freedom : CalibrationFit.freedoms()) {
      likelihoods.add(
          Arrays.stream(kept)
              .mapToDouble(
                  i ->
                      metric.logLikelihood(
                          squares[i],
                          group.found().candidates().get(i).expected().novelty(),
                          freedom))
              .toArray());
    }
    return new CalibrationFit.Case(
        likelihoods,
        Arrays.stream(kept)
            .mapToDouble(i -> group.found().candidates().get(i).logPrior())
            .toArray(),
        IntStream.range(0, kept.length).filter(k -> kept[k] == right).findFirst().orElse(-1));
  }

  /** Answers to the questions of one evidence. */
  private final class Questions {
    private final List<CalibrationFit.First> closed = new ArrayList<>();
    private final List<CalibrationFit.First> open = new ArrayList<>();
    private final Lineup lineup;
    private final List<List<float[]>> expected;

    Questions(Lineup lineup, List<List<float[]>> expected) {
      this.lineup = lineup;
      this.expected = expected;
    }

    void ask(int g, int m) {
      RankingTraining.Known molecule = groups.get(g).molecules().get(m);
      Map<Modality, Spectrum> lines = new EnumMap<>(molecule.spectra().spectra());
      if (!lines.keySet().containsAll(lineup.evidence().modalities())) {
        return;
      }
      lines.keySet().retainAll(lineup.evidence().modalities());
      long seed = molecule.inchiKey().hashCode();
      int width = Math.floorMod(molecule.inchiKey().hashCode(), ForwardFit.WIDTHS.size());
      ask(g, m, shown(lines, Broadening.USUAL), 1);
      ask(g, m, shown(Distortion.of(lines, seed), ForwardFit.WIDTHS.get(width)), DISTORTED);
    }

    private Map<Modality, Spectrum> shown(Map<Modality, Spectrum> lines, Broadening width) {
      if (lineup.evidence().lines()) {
        return lines;
      }
      Map<Modality, Spectrum> curves = new EnumMap<>(Modality.class);
      lines.forEach((modality, spectrum) -> curves.put(modality, width.curve(spectrum, modality)));
      return curves;
    }

    private void ask(int g, int m, Map<Modality, Spectrum> shown, double weight) {
      List<float[]> given = Scales.of(shown).stream().map(s -> encoded(shown, s)).toList();
      FormulaGuess.Guess told = new FormulaGuess.Guess(groups.get(g).formula(), 0);
      closed.add(first(List.of(offer(told)), given, g, m, weight));
      String key = groups.get(g).molecules().get(m).inchiKey();
      boolean slow = !lineup.evidence().lines();
      if (slow && MoleculeSplit.fold(key, "open", OPEN_CURVES) != 0) {
        return;
      }
      List<FormulaGuess.Guess> guesses = guesses(shown);
      List<FormulaGuess.Guess> others =
          guesses.stream().filter(o -> !o.composition().equals(told.composition())).toList();
      addOpen(guesses, given, g, m, weight);
      addOpen(others, given, g, m, weight * WITHHELD);
    }

    private void addOpen(
        List<FormulaGuess.Guess> guesses, List<float[]> given, int g, int m, double weight) {
      List<FormulaGuess.Guess> chosen = FormulaGuess.likeliest(guesses);
      if (!chosen.isEmpty()) {
        CalibrationFit.First first =
            first(chosen.stream().map(this::offer).toList(), given, g, m, weight);
        // what is called outside gets no probability
        if (!model.mismatches().isFar(lineup.evidence(), false, first.mismatch())) {
          open.add(first);
        }
      }
    }

    private List<FormulaGuess.Guess> guesses(Map<Modality, Spectrum> shown) {
      IntPredicate atoms = CompleteLines.atomCounts(shown);
      float[] latents = model.forward().encode(shown, lineup.evidence().blocks(), 1);
      return model.formulas().rank(latents, lineup.evidence().blocks(), atoms).stream()
          .filter(guess -> places.containsKey(guess.composition()))
          .toList();
    }

    private float[] encoded(Map<Modality, Spectrum> shown, double scale) {
      return lineup
          .metric()
          .whiten(model.forward().encode(shown, lineup.evidence().blocks(), scale));
    }

    private Lineup.Offered offer(FormulaGuess.Guess guess) {
      int place = places.getOrDefault(guess.composition(), -1);
      return new Lineup.Offered(guess, groups.get(place).found(), expected.get(place));
    }

    private CalibrationFit.First first(
        List<Lineup.Offered> offered, List<float[]> given, int g, int m, double weight) {
      CandidateRanking ranking = lineup.best(offered, given);
      CandidateRanking.Weighted heaviest = ranking.heaviest();
      int right = groups.get(g).right().get(m);
      return new CalibrationFit.First(
          ranking.share(heaviest),
          heaviest.mismatch(),
          right >= 0
              && heaviest
                  .candidate()
                  .graph()
                  .equals(groups.get(g).found().candidates().get(right).graph()),
          weight);
    }
  }
}
