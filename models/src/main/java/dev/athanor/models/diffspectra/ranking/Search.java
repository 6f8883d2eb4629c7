package dev.athanor.models.diffspectra.ranking;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.diffspectra.SpectralQuestion;
import dev.athanor.models.diffspectra.forward.SpectralBlock;
import dev.athanor.models.diffspectra.ranking.candidates.CandidateCache;
import dev.athanor.models.diffspectra.ranking.candidates.FormulaCandidates;
import dev.athanor.models.diffspectra.ranking.candidates.FormulaGuess;
import dev.athanor.models.diffspectra.ranking.comparison.CandidateRanking;
import dev.athanor.models.diffspectra.ranking.comparison.Lineup;
import dev.athanor.models.diffspectra.ranking.comparison.OfferedCache;
import dev.athanor.models.diffspectra.ranking.comparison.RankedCandidate;
import dev.athanor.models.diffspectra.ranking.likelihood.Evidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Goes through the constitutions of the formula, or of the formulas that the spectra speak for, and
 * ranks them. Where none of the likely formulas explains the spectra, it goes on to less likely
 * ones.
 */
public final class Search {
  private static final Duration LEAST = Duration.ofSeconds(1);

  /** How many formulas are looked at where the likely ones explain nothing. */
  private static final int MOST_FORMULAS = 16;

  /** Where the best of the likely formulas fits worse than all but this share of right answers. */
  private static final double DOUBTFUL = 0.1;

  private final RankingModel model;
  private final CandidateCache candidates;
  private final OfferedCache offered;

  /** A search that shares what it keeps with others of the same forward model and prior. */
  public Search(RankingModel model, CandidateCache candidates, OfferedCache offered) {
    this.model = model;
    this.candidates = candidates;
    this.offered = offered;
  }

  /**
   * What was found.
   *
   * @param evidence what the spectra are
   * @param formulaKnown whether the formula was given
   * @param ranking the constitutions
   * @param formulas formulas that were looked at
   * @param looked how many constitutions these have
   * @param complete whether all of them were drawn
   */
  public record Found(
      Evidence evidence,
      boolean formulaKnown,
      CandidateRanking ranking,
      List<Composition> formulas,
      int looked,
      boolean complete) {
    /** Whether even the best is no explanation. */
    public boolean isFar(RankingModel model) {
      return model.mismatches().isFar(evidence, formulaKnown, ranking.heaviest().mismatch());
    }

    /** Probability that the first is right. */
    public double topIsRight(RankingModel model, RankedCandidate top) {
      return model.calibration().topIsRight(evidence, formulaKnown, top.share(), top.mismatch());
    }
  }

  /** Spectra as they can be used, with lists of peaks as curves. */
  public UsableSpectra seen(SpectralQuestion question, UsableSpectra usable) {
    Optional<Integer> atoms =
        question
            .formula()
            .map(formula -> (int) Math.rint(Composition.parse(formula).atomCount()))
            .or(() -> question.atoms().stream().boxed().findFirst());
    if (atoms.isEmpty() && CompleteLines.lackSlow(usable.spectra())) {
      return usable.asPeaks("no line lies below 500 1/cm");
    }
    return seen(usable, atoms);
  }

  /** The same for a molecule of so many atoms. */
  public UsableSpectra seen(UsableSpectra usable, Optional<Integer> atoms) {
    if (CompleteLines.differ(usable.spectra())) {
      return usable.asPeaks("infrared and Raman list different numbers of vibrations");
    }
    IntPredicate fitting = CompleteLines.atomCounts(usable.spectra());
    if (atoms.isPresent() && !fitting.test(atoms.get())) {
      return usable.asPeaks(
          "%d lines are not the %d vibrations of %d atoms"
              .formatted(CompleteLines.most(usable.spectra()), 3 * atoms.get() - 6, atoms.get()));
    }
    return usable;
  }

  /** Ranks; empty where nothing can be drawn. */
  public Optional<Found> run(SpectralQuestion question, UsableSpectra seen, long start) {
    return run(question, seen, start, formula -> true);
  }

  /**
   * The same, looking only at some formulas where none is given.
   *
   * @param allowed which
   */
  public Optional<Found> run(
      SpectralQuestion question, UsableSpectra seen, long start, Predicate<Composition> allowed) {
    Set<SpectralBlock> blocks = Evidence.blocks(seen.spectra());
    Lineup lineup =
        new Lineup(Evidence.of(seen.spectra()), model.errors().metric(blocks), model.calibration());
    List<float[]> readings =
        Scales.of(seen.spectra()).stream()
            .map(s -> lineup.metric().whiten(model.forward().encode(seen.spectra(), blocks, s)))
            .toList();
    Going going = new Going(question, lineup, readings, start);
    if (question.formula().isPresent()) {
      going.on(List.of(new FormulaGuess.Guess(Composition.parse(question.formula().get()), 0)));
      return going.found();
    }
    List<FormulaGuess.Guess> guesses = guesses(question, seen, blocks, allowed);
    List<FormulaGuess.Guess> likeliest = FormulaGuess.likeliest(guesses);
    going.on(likeliest);
    if (going.isDoubtful()) {
      going.on(
          guesses.subList(
              likeliest.size(),
              Math.min(guesses.size(), Math.max(likeliest.size(), MOST_FORMULAS))));
    }
    return going.found();
  }

  private List<FormulaGuess.Guess> guesses(
      SpectralQuestion question,
      UsableSpectra seen,
      Set<SpectralBlock> blocks,
      Predicate<Composition> allowed) {
    IntPredicate complete = CompleteLines.atomCounts(seen.spectra());
    IntPredicate told = atoms -> question.atoms().isEmpty() || question.atoms().getAsInt() == atoms;
    float[] latents = model.forward().encode(seen.spectra(), blocks, 1);
    return model.formulas().rank(latents, blocks, complete.and(told)).stream()
        .filter(guess -> allowed.test(guess.composition()))
        .toList();
  }

  /** One question on its way. */
  private final class Going {
    private final SpectralQuestion question;
    private final Lineup lineup;
    private final List<float[]> readings;
    private final long start;
    private final List<CandidateRanking> rankings = new ArrayList<>();
    private final List<Composition> formulas = new ArrayList<>();
    private int looked;
    private boolean complete = true;

    Going(SpectralQuestion question, Lineup lineup, List<float[]> readings, long start) {
      this.question = question;
      this.lineup = lineup;
      this.readings = readings;
      this.start = start;
      readings.forEach(reading -> rankings.add(new CandidateRanking()));
    }

    void on(List<FormulaGuess.Guess> guesses) {
      for (FormulaGuess.Guess guess : guesses) {
        Duration left = question.patience().minus(Duration.ofNanos(System.nanoTime() - start));
        if (left.isNegative() && best().size() > 0) {
          complete = false;
          return;
        }
        FormulaCandidates found =
            candidates.of(guess.composition(), left.compareTo(LEAST) > 0 ? left : LEAST);
        formulas.add(guess.composition());
        looked += found.looked();
        complete &= found.complete();
        Lineup.Offered offer = offered.of(guess, found, lineup);
        for (int i = 0; i < readings.size(); i++) {
          lineup.add(offer, readings.get(i), rankings.get(i));
        }
      }
    }

    CandidateRanking best() {
      CandidateRanking best = rankings.get(0);
      for (CandidateRanking ranking : rankings) {
        best = ranking.largest() > best.largest() ? ranking : best;
      }
      return best;
    }

    boolean isDoubtful() {
      CandidateRanking best = best();
      return best.size() == 0
          || model.mismatches().pValue(lineup.evidence(), best.heaviest().mismatch()) < DOUBTFUL;
    }

    Optional<Found> found() {
      CandidateRanking best = best();
      return best.size() == 0
          ? Optional.empty()
          : Optional.of(
              new Found(
                  lineup.evidence(),
                  question.formula().isPresent(),
                  best,
                  List.copyOf(formulas),
                  looked,
                  complete));
    }
  }
}
