package dev.athanor.agent.runtime;

import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.ModelException;
import dev.athanor.models.diffspectra.Elucidation;
import dev.athanor.models.diffspectra.Elucidator;
import dev.athanor.models.diffspectra.SpectralConsistency;
import dev.athanor.models.diffspectra.SpectralQuestion;
import dev.athanor.models.diffspectra.ranking.RankedElucidator;
import dev.athanor.models.diffspectra.ranking.RankingWeights;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.Map;
import java.util.function.Supplier;

/** Opens the model that tells molecules from their spectra. */
public final class Elucidators {
  private Elucidators() {}

  /**
   * The model that is shipped.
   *
   * @throws ModelException where its weights are not there or do not fit
   */
  public static Elucidator open() {
    return RankedElucidator.of(RankingWeights.shipped());
  }

  /** A model whose weights are loaded at the first question. */
  static Elucidator lazy(Supplier<Elucidator> model) {
    return new Elucidator() {
      @Override
      public Elucidation elucidate(SpectralQuestion question) {
        return model.get().elucidate(question);
      }

      @Override
      public Map<Modality, Spectrum> predictedSpectra(Molecule molecule) {
        return model.get().predictedSpectra(molecule);
      }

      @Override
      public SpectralConsistency consistency(SpectralQuestion question, Molecule molecule) {
        return model.get().consistency(question, molecule);
      }
    };
  }
}
