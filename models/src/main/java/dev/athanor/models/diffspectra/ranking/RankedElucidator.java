package dev.athanor.models.diffspectra.ranking;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumPoint;
import dev.athanor.models.diffspectra.Elucidation;
import dev.athanor.models.diffspectra.Elucidator;
import dev.athanor.models.diffspectra.MoleculeCandidate;
import dev.athanor.models.diffspectra.SpectralConsistency;
import dev.athanor.models.diffspectra.SpectralQuestion;
import dev.athanor.models.diffspectra.forward.Prediction;
import dev.athanor.models.diffspectra.forward.SpectralBlock;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Enumerates the constitutions of a formula and ranks them by how well the spectra that a forward
 * model expects of each agree with those given, and by how likely each is beforehand.
 *
 * <p>Without a formula, the formulas that the spectra speak for are gone through by falling
 * probability. Reaches molecules of one piece of up to eight atoms of C, N, O and F with hydrogen.
 * What it cannot tell: stereoisomers, and tautomers that InChI takes for one.
 */
public final class RankedElucidator implements Elucidator {
  /** Most atoms other than hydrogen. */
  public static final int MAX_HEAVY_ATOMS = 8;

  private static final Set<Element> KNOWN =
      Set.of(Element.H, Element.C, Element.N, Element.O, Element.F);

  /** Most vibrations: those of octane, the largest molecule within reach. */
  private static final int MAX_MODES = 3 * 26 - 6;

  /** By what wavenumbers of curves are multiplied to meet those of the computed lines. */
  private static final List<Double> AXIS_SCALES = List.of(1.0, 0.98, 1.02, 0.96, 1.04, 0.94, 1.06);

  private static final double ENOUGH_FORMULAS = 0.995;
  private static final int MOST_FORMULAS = 12;

  /** Beyond this multiple of the largest mismatch of a held-out molecule nothing is believed. */
  private static final double FARTHEST = 1.25;

  /** Curves of unknown formula that lie farther off than nine of ten true ones are not believed. */
  private static final double LEAST_LIKELY = 0.1;

  private final RankingModel model;
  private final CandidateCache candidates;
  private final Function<MolecularGraph, Molecule> conformers;

  /**
   * An elucidator.
   *
   * @param model what was learned
   * @param finder finds the constitutions of a formula
   * @param conformers gives a constitution positions and keeps its bonds
   */
  public RankedElucidator(
      RankingModel model, CandidateFinder finder, Function<MolecularGraph, Molecule> conformers) {
    this.model = model;
    candidates = new CandidateCache(finder);
    this.conformers = conformers;
  }

  /**
   * The elucidator with these weights, which enumerates isomers and builds conformers in MMFF94.
   *
   * @param model such as {@link RankingWeights#shipped}
   */
  public static RankedElucidator of(RankingModel model) {
    return new RankedElucidator(
        model,
        new CandidateFinder(
            model.forward(),
            model.prior(),
            new EnumeratedIsomers(),
            RankingTraining.MOST_CANDIDATES),
        new DrawnConformers());
  }

  @Override
  public Elucidation elucidate(SpectralQuestion question) {
    long start = System.nanoTime();
    UsableSpectra usable = UsableSpectra.of(question.spectra());
    Optional<String> outside = beyondReach(question, usable);
    if (outside.isPresent()) {
      return Elucidation.outside(outside.get(), since(start));
    }
    return ranked(question, usable, start);
  }

  /** The first candidates without conformers: what evaluations look at. */
  Optional<Outcome> rank(SpectralQuestion question, UsableSpectra usable, long start) {
    Set<SpectralBlock> blocks = Evidence.blocks(usable.spectra());
    Evidence evidence = Evidence.of(usable.spectra());
    SpectralMetric metric = model.errors().metric(blocks);
    List<FormulaGuess.Guess> formulas = formulas(question, usable, blocks);
    Optional<Outcome> best = Optional.empty();
    for (double scale : scales(usable)) {
      float[] given = metric.whiten(model.forward().encode(usable.spectra(), blocks, scale));
      Outcome outcome = new Outcome(evidence);
      for (FormulaGuess.Guess formula : formulas) {
        Duration left = question.patience().minus(since(start));
        if (left.isNegative() && outcome.ranking.size() > 0) {
          outcome.complete = false;
          break;
        }
        FormulaCandidates found =
            candidates.of(formula.composition(), left.compareTo(LEAST) > 0 ? left : LEAST);
        outcome.add(formula, found, metric, given, model.calibration());
      }
      if (best.isEmpty() || outcome.ranking.largest() > best.get().ranking.largest()) {
        best = Optional.of(outcome);
      }
    }
    return best.filter(outcome -> outcome.ranking.size() > 0);
  }

  private static final Duration LEAST = Duration.ofSeconds(1);

  private Elucidation ranked(SpectralQuestion question, UsableSpectra usable, long start) {
    Optional<Outcome> found = rank(question, usable, start);
    if (found.isEmpty()) {
      return Elucidation.outside("no constitution of this formula can be drawn", since(start));
    }
    Outcome outcome = found.get();
    List<RankedCandidate> first = outcome.ranking.first(question.candidates());
    RankedCandidate top = first.get(0);
    if (isFar(outcome.evidence, question, top.mismatch())) {
      return Elucidation.outside(
          String.format(
              java.util.Locale.ROOT,
              "none of %d constitutions comes near these spectra: the nearest is %.1f deviations"
                  + " off",
              outcome.ranking.size(),
              top.mismatch()),
          since(start));
    }
    double right = model.calibration().topIsRight(outcome.evidence, top.share(), top.mismatch());
    List<MoleculeCandidate> molecules = new ArrayList<>();
    for (RankedCandidate candidate : first) {
      molecules.add(
          new MoleculeCandidate(
              conformers.apply(candidate.graph()),
              Smiles.write(candidate.graph()),
              candidate.inchiKey().value(),
              probability(candidate.share(), top.share(), right),
              candidate.mismatch()));
    }
    return new Elucidation(
        molecules,
        right,
        outcome.formulas,
        outcome.looked,
        outcome.complete,
        Optional.empty(),
        usable.remarks(),
        since(start));
  }

  /** Whether even the best candidate is no explanation. */
  private boolean isFar(Evidence evidence, SpectralQuestion question, double mismatch) {
    if (mismatch > FARTHEST * model.mismatches().largest(evidence)) {
      return true;
    }
    // some constitution of some formula comes near any curve: it must come as near as a true one
    return !evidence.lines()
        && question.formula().isEmpty()
        && model.mismatches().pValue(evidence, mismatch) < LEAST_LIKELY;
  }

  /** The first gets what is calibrated; the others share the rest as before. */
  private static double probability(double share, double top, double right) {
    if (share >= top) {
      return right;
    }
    return Math.min(right, share / Math.max(1e-9, 1 - top) * (1 - right));
  }

  private List<FormulaGuess.Guess> formulas(
      SpectralQuestion question, UsableSpectra usable, Set<SpectralBlock> blocks) {
    if (question.formula().isPresent()) {
      return List.of(new FormulaGuess.Guess(Composition.parse(question.formula().get()), 0));
    }
    float[] latents = model.forward().encode(usable.spectra(), blocks, 1);
    List<FormulaGuess.Guess> chosen = new ArrayList<>();
    double sum = 0;
    for (FormulaGuess.Guess guess : model.formulas().rank(latents, blocks, question.atoms())) {
      if (sum > ENOUGH_FORMULAS || chosen.size() == MOST_FORMULAS) {
        break;
      }
      chosen.add(guess);
      sum += Math.exp(guess.logProbability());
    }
    return chosen;
  }

  private static List<Double> scales(UsableSpectra usable) {
    boolean vibrations =
        usable.spectra().entrySet().stream()
            .anyMatch(
                e ->
                    e.getKey() != Modality.ULTRAVIOLET_VISIBLE
                        && e.getValue().form() == Spectrum.Form.CURVE);
    return vibrations ? AXIS_SCALES : List.of(1.0);
  }

  private static Optional<String> beyondReach(SpectralQuestion question, UsableSpectra usable) {
    if (usable.spectra().isEmpty()) {
      return Optional.of(
          usable.remarks().isEmpty()
              ? "there is no spectrum"
              : String.join("; ", usable.remarks()));
    }
    for (Map.Entry<Modality, Spectrum> entry : usable.spectra().entrySet()) {
      int lines = entry.getValue().points().size();
      if (entry.getKey() != Modality.ULTRAVIOLET_VISIBLE
          && entry.getValue().form() == Spectrum.Form.LINES
          && lines > MAX_MODES) {
        return Optional.of(
            lines + " vibrations are more than a molecule within reach has, " + MAX_MODES);
      }
    }
    return question.formula().flatMap(formula -> whyNot(formula, question));
  }

  private static Optional<String> whyNot(String formula, SpectralQuestion question) {
    Composition composition;
    try {
      composition = Composition.parse(formula);
    } catch (MatterException e) {
      return Optional.of("'" + formula + "' is no formula: " + e.getMessage());
    }
    if (question.atoms().isPresent()
        && Math.abs(question.atoms().getAsInt() - composition.atomCount()) > 1e-6) {
      return Optional.of(formula + " does not have " + question.atoms().getAsInt() + " atoms");
    }
    return whyNot(composition);
  }

  private static Optional<String> whyNot(Composition composition) {
    if (!KNOWN.containsAll(composition.elements())) {
      return Optional.of("the model knows H, C, N, O and F only");
    }
    if (!composition.isInteger()) {
      return Optional.of("a molecule has whole numbers of atoms");
    }
    double heavy = composition.atomCount() - composition.amount(Element.H);
    if (heavy < 1 || heavy > MAX_HEAVY_ATOMS) {
      return Optional.of(
          String.format(
              java.util.Locale.ROOT,
              "%.0f atoms other than hydrogen; the model knows 1 to %d",
              heavy,
              MAX_HEAVY_ATOMS));
    }
    return Optional.empty();
  }

  @Override
  public Map<Modality, Spectrum> predictedSpectra(Molecule molecule) {
    Map<Modality, Spectrum> spectra = new EnumMap<>(Modality.class);
    if (whyNot(molecule.composition()).isPresent() || molecule.bonds().isEmpty()) {
      return spectra;
    }
    Prediction prediction = model.forward().predict(MolecularGraph.of(molecule));
    for (SpectralBlock block :
        List.of(
            SpectralBlock.INFRARED_CURVE,
            SpectralBlock.RAMAN_CURVE,
            SpectralBlock.ELECTRONIC_CURVE)) {
      float[] roots = model.forward().decode(block, prediction);
      List<SpectrumPoint> points = new ArrayList<>(roots.length);
      for (int i = 0; i < roots.length; i++) {
        double root = Math.max(0, roots[i]);
        points.add(new SpectrumPoint(block.grid().position(i), root * root));
      }
      spectra.put(
          block.modality(),
          new Spectrum(
                  block.modality().kind(),
                  block.modality().axis(),
                  "relative",
                  Spectrum.Form.CURVE,
                  points)
              .normalised());
    }
    return spectra;
  }

  @Override
  public SpectralConsistency consistency(SpectralQuestion question, Molecule molecule) {
    UsableSpectra usable = UsableSpectra.of(question.spectra());
    Optional<String> outside =
        beyondReach(question, usable)
            .or(() -> whyNot(molecule.composition()))
            .or(
                () ->
                    molecule.bonds().isEmpty()
                        ? Optional.of("the molecule has no bonds")
                        : Optional.empty());
    if (outside.isPresent()) {
      return new SpectralConsistency(0, 0, outside);
    }
    Set<SpectralBlock> blocks = Evidence.blocks(usable.spectra());
    SpectralMetric metric = model.errors().metric(blocks);
    Prediction expected = model.forward().predict(MolecularGraph.of(molecule));
    double least = Double.POSITIVE_INFINITY;
    for (double scale : scales(usable)) {
      float[] given = model.forward().encode(usable.spectra(), blocks, scale);
      least = Math.min(least, metric.mismatch(given, expected));
    }
    double probability = model.mismatches().pValue(Evidence.of(usable.spectra()), least);
    return new SpectralConsistency(least, probability, Optional.empty());
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Constitutions in order, and how they were come by. */
  static final class Outcome {
    final CandidateRanking ranking = new CandidateRanking();
    final List<String> formulas = new ArrayList<>();
    final Evidence evidence;
    int looked;
    boolean complete = true;

    Outcome(Evidence evidence) {
      this.evidence = evidence;
    }

    void add(
        FormulaGuess.Guess formula,
        FormulaCandidates found,
        SpectralMetric metric,
        float[] given,
        Calibration calibration) {
      formulas.add(formula.composition().formula());
      looked += found.looked();
      complete &= found.complete();
      for (FormulaCandidates.Candidate candidate : found.candidates()) {
        float[] expected = metric.whiten(candidate.expected().latents());
        double novelty = candidate.expected().novelty();
        double score =
            calibration.score(
                evidence,
                metric.logLikelihood(given, expected, novelty),
                candidate.logPrior() + formula.logProbability());
        ranking.add(candidate, score, metric.mismatch(given, expected, novelty));
      }
    }
  }
}
