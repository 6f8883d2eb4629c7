package dev.athanor.agent.runtime;

import dev.athanor.matter.molecule.ConformerBuilder;
import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.ModelException;
import dev.athanor.models.diffspectra.Elucidation;
import dev.athanor.models.diffspectra.Elucidator;
import dev.athanor.models.diffspectra.SpectralConsistency;
import dev.athanor.models.diffspectra.SpectralQuestion;
import dev.athanor.models.diffspectra.network.DiffusionWeights;
import dev.athanor.models.diffspectra.ranking.RankedElucidator;
import dev.athanor.models.diffspectra.ranking.RankingWeights;
import dev.athanor.models.diffspectra.sampling.DiffusionDraw;
import dev.athanor.models.diffspectra.sampling.JoinedElucidator;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Opens the model that tells molecules from their spectra. */
public final class Elucidators {
  private static final Duration LONGEST_CONFORMER = Duration.ofSeconds(5);
  private static final long CONFORMER_SEED = 1;

  private Elucidators() {}

  /**
   * The model that is shipped.
   *
   * @throws ModelException where its weights are not there or do not fit
   */
  public static Elucidator open() {
    return RankedElucidator.of(RankingWeights.shipped());
  }

  /**
   * A model that also draws molecules with the shipped diffusion, which stays open until the
   * process ends.
   *
   * @param samples molecules drawn for each question
   * @throws ModelException where weights are not there or the engine does not start
   */
  public static Elucidator drawing(Elucidator model, int samples) {
    ConformerBuilder builder = ConformerBuilder.within(LONGEST_CONFORMER);
    return new JoinedElucidator(
        model,
        new DiffusionDraw(DiffusionWeights.shipped()),
        samples,
        graph -> builder.build(graph, CONFORMER_SEED).molecule());
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
