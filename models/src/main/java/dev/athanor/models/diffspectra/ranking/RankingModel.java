package dev.athanor.models.diffspectra.ranking;

import dev.athanor.models.diffspectra.forward.ForwardModel;
import dev.athanor.models.diffspectra.ranking.candidates.ConstitutionPrior;
import dev.athanor.models.diffspectra.ranking.candidates.FormulaGuess;
import dev.athanor.models.diffspectra.ranking.comparison.Calibration;
import dev.athanor.models.diffspectra.ranking.likelihood.KnownMismatches;
import dev.athanor.models.diffspectra.ranking.likelihood.SpectralErrors;
import dev.athanor.models.weights.WeightFile;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that was learned for telling molecules from spectra.
 *
 * @param forward expects spectra of constitutions
 * @param errors how far it errs
 * @param prior which constitutions are likely beforehand
 * @param formulas which formulas spectra speak of
 * @param calibration what likelihoods and priors are worth
 * @param mismatches how far the spectra of held-out molecules lie off
 */
public record RankingModel(
    ForwardModel forward,
    SpectralErrors errors,
    ConstitutionPrior prior,
    FormulaGuess formulas,
    Calibration calibration,
    KnownMismatches mismatches) {
  /** The name of its weights. */
  public static final String NAME = "diffspectra-f";

  /** The model that a file holds. */
  public static RankingModel read(WeightFile file) {
    return new RankingModel(
        ForwardModel.read(file),
        SpectralErrors.read(file),
        ConstitutionPrior.read(file),
        FormulaGuess.read(file),
        Calibration.read(file),
        KnownMismatches.read(file));
  }

  /** The file that holds it. */
  public WeightFile toFile(String version) {
    Map<String, float[]> arrays = new LinkedHashMap<>();
    forward.store(arrays);
    errors.store(arrays);
    prior.store(arrays);
    formulas.store(arrays);
    calibration.store(arrays);
    mismatches.store(arrays);
    return new WeightFile(NAME, version, Map.of(), arrays);
  }

  /** The same with another calibration. */
  public RankingModel with(Calibration other) {
    return new RankingModel(forward, errors, prior, formulas, other, mismatches);
  }
}
