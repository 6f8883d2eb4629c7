package dev.athanor.models.diffspectra.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.diffspectra.diffusion.MoleculeState;
import dev.athanor.models.learning.ParameterLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * The networks of DiffSpectra over one vector of parameters: spectra are encoded once, molecules
 * are denoised as often as wanted, and the encoded spectra say how many atoms of each element there
 * seem to be.
 *
 * <p>What only training needs, the reconstruction of hidden pieces and the common space of spectra
 * and molecules, lies at the end of the vector and can be left out afterwards.
 */
public final class DiffusionNetwork {
  /** Kinds of fragments that pre-training tells apart. */
  public static final int FRAGMENTS = 512;

  /** Values of the common space of spectra and molecules. */
  private static final int COMMON = 64;

  private final DiffusionNetworkSettings settings;
  private final ParameterLayout layout = new ParameterLayout();
  private final SpectrumEncoder encoder;
  private final MoleculeDenoiser denoiser;
  private final Parameters.Linear countHidden;
  private final Parameters.Linear counts;
  private final List<Parameters.Linear> reconstructions = new ArrayList<>();
  private final FragmentNames fragments;
  private final Parameters.Linear spectrumSide;
  private final Parameters.Linear moleculeSide;
  private final int used;

  /** What a vector is for. */
  public enum Purpose {
    /** Encoding, denoising, counting. */
    USE,
    /** These, and what pre-training needs. */
    TRAINING
  }

  /** The network of this size. */
  public DiffusionNetwork(DiffusionNetworkSettings settings, Purpose purpose) {
    this.settings = settings;
    int d = settings.encoder().width();
    encoder = new SpectrumEncoder(settings.encoder(), layout);
    denoiser = new MoleculeDenoiser(settings.denoiser(), d, layout);
    countHidden = Parameters.Linear.in(layout, "count_hidden", d, d, 1);
    counts = Parameters.Linear.in(layout, "counts", d, ElementCounts.CLASSES, 0.3);
    fragments = new FragmentNames(d, layout);
    used = layout.size();
    ParameterLayout rest = purpose == Purpose.TRAINING ? layout : new ParameterLayout();
    for (int s = 0; s < settings.encoder().patchings().size(); s++) {
      int length = settings.encoder().patchings().get(s).length();
      reconstructions.add(Parameters.Linear.in(rest, "reconstruction" + s, d, length, 0.05));
    }
    spectrumSide = Parameters.Linear.in(rest, "spectrum_side", d, COMMON, 1);
    moleculeSide =
        Parameters.Linear.in(rest, "molecule_side", settings.denoiser().width(), COMMON, 1);
  }

  /** Sizes. */
  public DiffusionNetworkSettings settings() {
    return settings;
  }

  /** The arrays that it needs. */
  public ParameterLayout layout() {
    return layout;
  }

  /** How many values at the start of the vector are needed after training. */
  public int used() {
    return used;
  }

  /** Encoded spectra: a vector of each, and its pieces. */
  public record Spectra(NDArray embedding, NDArray pieces) {}

  /** Clean molecules as expected, and what the network holds of their atoms. */
  public record Molecules(NDArray positions, NDArray features, NDArray bonds, NDArray states) {
    /** The molecules as numbers; the centres are at the origin. */
    public MoleculeState toState() {
      return new MoleculeState(
          (int) positions.getShape().get(0),
          (int) positions.getShape().get(1),
          positions.toFloatArray(),
          features.toFloatArray(),
          bonds.toFloatArray());
    }
  }

  /**
   * The network with values.
   *
   * @param parameters one vector in the order of {@link #layout()}
   * @param manager where inputs and results live
   */
  public Run with(NDArray parameters, NDManager manager) {
    return new Run(new Parameters(parameters, layout), manager);
  }

  /** The network with its values, good for any number of batches while its manager is open. */
  public final class Run {
    private final Parameters w;
    private final NDManager manager;

    private Run(Parameters w, NDManager manager) {
      this.w = w;
      this.manager = manager;
    }

    /** Encodes spectra. */
    public Spectra encode(SpectrumTokens tokens) {
      SpectrumEncoder.Encoded encoded = encoder.forward(w, tokens, manager);
      return new Spectra(encoded.embedding(), encoded.tokens());
    }

    /**
     * Denoises molecules.
     *
     * @param embedding of the spectra of each
     */
    public Molecules denoise(DenoiserInput input, NDArray embedding) {
      MoleculeDenoiser.Denoised clean = denoiser.forward(w, input, embedding, manager);
      return new Molecules(clean.positions(), clean.features(), clean.bonds(), clean.states());
    }

    /**
     * How many atoms of each element spectra tell of, as logits side by side ({@link
     * ElementCounts}).
     */
    public NDArray counts(NDArray embedding) {
      return w.apply(counts, w.apply(countHidden, embedding).getNDArrayInternal().gelu());
    }

    /** Which of {@value #FRAGMENTS} kinds of fragments spectra tell of, as logits. */
    public NDArray fragments(NDArray embedding) {
      return fragments.forward(w, embedding);
    }

    /** The pieces of one of the spectra as the network thinks they are. */
    public NDArray reconstruction(NDArray pieces, int spectrum) {
      int from = 0;
      for (int s = 0; s < spectrum; s++) {
        from += settings.encoder().patchings().get(s).tokens();
      }
      int to = from + settings.encoder().patchings().get(spectrum).tokens();
      return w.apply(reconstructions.get(spectrum), pieces.get(":," + from + ":" + to));
    }

    /** Spectra in the common space, of length 1. */
    public NDArray spectrumSide(NDArray embedding) {
      return unit(w.apply(spectrumSide, embedding));
    }

    /** Molecules in the common space, of length 1. */
    public NDArray moleculeSide(NDArray states) {
      return unit(w.apply(moleculeSide, states.mean(new int[] {1})));
    }

    private NDArray unit(NDArray rows) {
      NDArray length = rows.square().sum(new int[] {1}).add(1e-6).sqrt();
      return rows.div(length.reshape(new Shape(rows.getShape().get(0), 1)));
    }
  }
}
