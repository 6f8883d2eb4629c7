package dev.athanor.models.diffspectra.ranking;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.Elucidation;
import dev.athanor.models.diffspectra.Elucidator;
import dev.athanor.models.diffspectra.MoleculeCandidate;
import dev.athanor.models.diffspectra.SpectralConsistency;
import dev.athanor.models.diffspectra.SpectralQuestion;
import dev.athanor.models.diffspectra.forward.Prediction;
import dev.athanor.models.diffspectra.forward.SpectralBlock;
import dev.athanor.models.diffspectra.ranking.candidates.CandidateCache;
import dev.athanor.models.diffspectra.ranking.candidates.CandidateFinder;
import dev.athanor.models.diffspectra.ranking.candidates.EnumeratedIsomers;
import dev.athanor.models.diffspectra.ranking.candidates.PlausibleFormulas;
import dev.athanor.models.diffspectra.ranking.comparison.OfferedCache;
import dev.athanor.models.diffspectra.ranking.comparison.RankedCandidate;
import dev.athanor.models.diffspectra.ranking.likelihood.Evidence;
import dev.athanor.models.diffspectra.ranking.likelihood.SpectralMetric;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  public static final int MAX_HEAVY_ATOMS = PlausibleFormulas.MAX_HEAVY_ATOMS;

  /** Formulas whose constitutions are kept for the next question, some ten megabytes each. */
  private static final int FORMULAS = 24;

  private final RankingModel model;
  private final Search search;
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
    search = new Search(model, new CandidateCache(finder, FORMULAS), new OfferedCache());
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
            CandidateFinder.MOST_CANDIDATES),
        new DrawnConformers());
  }

  @Override
  public Elucidation elucidate(SpectralQuestion question) {
    long start = System.nanoTime();
    UsableSpectra usable = UsableSpectra.of(question.spectra());
    Optional<String> outside = Reach.beyondReach(question, usable);
    if (outside.isPresent()) {
      return Elucidation.outside(outside.get(), since(start));
    }
    UsableSpectra seen = search.seen(question, usable);
    return search
        .run(question, seen, start)
        .map(found -> answer(question, seen, found, start))
        .orElseGet(
            () ->
                Elucidation.outside(
                    "no constitution of these formulas can be drawn", since(start)));
  }

  private Elucidation answer(
      SpectralQuestion question, UsableSpectra seen, Search.Found found, long start) {
    List<RankedCandidate> first = found.ranking().first(question.candidates());
    RankedCandidate top = first.get(0);
    if (found.isFar(model)) {
      return Elucidation.outside(
          String.format(
              Locale.ROOT,
              "none of %d constitutions comes near these spectra: the nearest is %.1f deviations"
                  + " off",
              found.ranking().size(),
              top.mismatch()),
          since(start));
    }
    double right = found.topIsRight(model, top);
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
        found.formulas().stream().map(Composition::formula).toList(),
        found.looked(),
        found.complete(),
        Optional.empty(),
        seen.remarks(),
        since(start));
  }

  /** The first gets what is calibrated; the others share the rest as before. */
  private static double probability(double share, double top, double right) {
    if (share >= top) {
      return right;
    }
    return Math.min(right, share / Math.max(1e-9, 1 - top) * (1 - right));
  }

  @Override
  public Map<Modality, Spectrum> predictedSpectra(Molecule molecule) {
    if (Reach.whyNot(molecule.composition()).isPresent() || molecule.bonds().isEmpty()) {
      return Map.of();
    }
    return PredictedCurves.of(
        model.forward(), model.forward().predict(MolecularGraph.of(molecule)));
  }

  @Override
  public SpectralConsistency consistency(SpectralQuestion question, Molecule molecule) {
    UsableSpectra usable = UsableSpectra.of(question.spectra());
    Optional<String> outside =
        Reach.beyondReach(question, usable)
            .or(() -> Reach.whyNot(molecule.composition()))
            .or(
                () ->
                    molecule.bonds().isEmpty()
                        ? Optional.of("the molecule has no bonds")
                        : Optional.empty());
    if (outside.isPresent()) {
      return new SpectralConsistency(0, 0, outside);
    }
    Map<Modality, Spectrum> spectra =
        search.seen(usable, Optional.of(molecule.atoms().size())).spectra();
    Set<SpectralBlock> blocks = Evidence.blocks(spectra);
    SpectralMetric metric = model.errors().metric(blocks);
    Prediction expected = model.forward().predict(MolecularGraph.of(molecule));
    double least = Double.POSITIVE_INFINITY;
    for (double scale : Scales.of(spectra)) {
      float[] given = model.forward().encode(spectra, blocks, scale);
      least = Math.min(least, metric.mismatch(given, expected));
    }
    double probability = model.mismatches().pValue(Evidence.of(spectra), least);
    return new SpectralConsistency(least, probability, Optional.empty());
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
