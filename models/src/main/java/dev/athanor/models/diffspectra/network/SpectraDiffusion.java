package dev.athanor.models.diffspectra.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.models.ModelException;
import dev.athanor.models.diffspectra.diffusion.DataPredictor;
import dev.athanor.models.diffspectra.diffusion.DecodedMolecule;
import dev.athanor.models.diffspectra.diffusion.MoleculeCoding;
import dev.athanor.models.diffspectra.diffusion.MoleculeState;
import dev.athanor.models.diffspectra.diffusion.Sampler;
import dev.athanor.models.diffspectra.diffusion.SamplerSettings;
import dev.athanor.models.learning.TorchEngine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A fitted network that draws molecules which spectra may come from.
 *
 * <p>Spectra are encoded once for all molecules drawn together. Nothing is checked: valences may be
 * wrong and molecules in pieces, and equal ones are not put together. Use it from one thread.
 */
public final class SpectraDiffusion implements AutoCloseable {
  private final DiffusionWeights weights;
  private final DiffusionNetwork network;
  private final MoleculeCoding coding;
  private final NDManager manager;
  private final NDArray parameters;

  /**
   * Starts the engine.
   *
   * @throws ModelException {@code ENGINE_UNAVAILABLE} where it does not start
   */
  public SpectraDiffusion(DiffusionWeights weights) {
    this.weights = weights;
    network = new DiffusionNetwork(weights.settings(), DiffusionNetwork.Purpose.USE);
    coding = new MoleculeCoding(weights.hydrogens());
    manager = TorchEngine.newManager();
    parameters = manager.create(weights.values());
  }

  /**
   * What is asked for.
   *
   * @param spectra what is known of the molecule; may be nothing
   * @param atoms how many stand in its numbers (without hydrogens where these are implicit)
   * @param formula all its atoms, where they are known
   * @param molecules how many to draw
   * @param guidance how far predictions go beyond those without spectra: 1 for as trained, more for
   *     molecules that fit better and vary less, at twice the cost
   */
  public record Order(
      SpectrumTokens.Input spectra,
      int atoms,
      Optional<List<Element>> formula,
      int molecules,
      double guidance) {
    public Order {
      formula = formula.map(List::copyOf);
      if (atoms < 1 || molecules < 1 || !(guidance >= 0)) {
        throw new IllegalArgumentException("an order needs atoms, molecules, and guidance from 0");
      }
    }
  }

  /** How hydrogens stand, and which elements there are. */
  public MoleculeCoding coding() {
    return coding;
  }

  /** Draws molecules; equal orders and settings give equal molecules. */
  public List<DecodedMolecule> draw(Order order, SamplerSettings settings) {
    return coding.decode(sample(order, settings));
  }

  /**
   * The same, each with the bonds of the sound molecule that lies nearest, which has the formula
   * where this is told ({@link MoleculeCoding#decodeSound}); those that cannot be joined so are
   * left out.
   */
  public List<DecodedMolecule> drawSound(Order order, SamplerSettings settings) {
    return sound(sample(order, settings), order.formula());
  }

  /**
   * Reads drawn numbers as sound molecules.
   *
   * @param formula all atoms, where they are known
   */
  public List<DecodedMolecule> sound(MoleculeState drawn, Optional<List<Element>> formula) {
    return coding.decodeSound(drawn, hydrogens(formula)).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static OptionalInt hydrogens(Optional<List<Element>> formula) {
    return formula
        .map(all -> OptionalInt.of((int) all.stream().filter(e -> e == Element.H).count()))
        .orElse(OptionalInt.empty());
  }

  /** Draws the numbers of molecules; {@link #coding()} reads them. */
  public MoleculeState sample(Order order, SamplerSettings settings) {
    try (NDManager scope = manager.newSubManager()) {
      return sampler(order, settings, scope).sample(order.molecules(), order.atoms());
    }
  }

  private Sampler sampler(Order order, SamplerSettings settings, NDManager scope) {
    DiffusionNetwork.Run run = network.with(TorchEngine.within(scope, parameters), scope);
    NDArray told = embedding(run, order.spectra(), order.molecules());
    Optional<NDArray> untold =
        order.guidance() == 1
            ? Optional.empty()
            : Optional.of(embedding(run, SpectrumTokens.Input.NOTHING, order.molecules()));
    Optional<float[]> formula = order.formula().map(coding::formula);
    formula.ifPresent(
        rows -> {
          if (rows.length != order.atoms() * MoleculeCoding.FEATURES) {
            throw new IllegalArgumentException("the formula has another number of atoms");
          }
        });
    DataPredictor predictor =
        (noisy, time, previous) -> {
          DenoiserInput input = input(noisy, time, previous, formula);
          MoleculeState clean = denoise(input, told);
          return untold
              .map(u -> denoise(input, u).plus(1 - order.guidance(), clean, order.guidance()))
              .orElse(clean);
        };
    return new Sampler(predictor, settings, formula);
  }

  /**
   * A constitution that was drawn.
   *
   * @param molecule the constitution with the positions of its heavy atoms
   * @param agreement how much the spectra speak for its fragments, see {@link FragmentKinds}
   */
  public record Steered(DecodedMolecule molecule, double agreement) {}

  /**
   * Draws sound molecules, and then again and again from those whose fragments the spectra speak
   * for most. Different constitutions only, by falling agreement.
   */
  public List<Steered> steer(Order order, SamplerSettings settings, Steering steering) {
    float[] logits = fragments(order.spectra());
    SteeredPool pool = new SteeredPool(logits);
    try (NDManager scope = manager.newSubManager()) {
      Sampler sampler = sampler(order, settings, scope);
      MoleculeState drawn = sampler.sample(order.molecules(), order.atoms());
      for (int turn = 0; ; turn++) {
        pool.add(drawn, coding.decodeSound(drawn, hydrogens(order.formula())));
        if (turn == steering.turns() || pool.isEmpty()) {
          return pool.byAgreement();
        }
        MoleculeState best = pool.best(steering.kept(), order.molecules());
        drawn = sampler.again(best, steering.time(), steering.steps(), settings.seed() + turn + 1);
      }
    }
  }

  private float[] fragments(SpectrumTokens.Input spectra) {
    try (NDManager scope = manager.newSubManager()) {
      DiffusionNetwork.Run run = network.with(TorchEngine.within(scope, parameters), scope);
      SpectrumTokens tokens = SpectrumTokens.of(List.of(spectra), weights.settings().encoder());
      return run.fragments(run.encode(tokens).embedding()).toFloatArray();
    }
  }

  /** The numbers of each element that spectra tell of, logits by {@link ElementCounts}. */
  public float[] counts(SpectrumTokens.Input spectra) {
    try (NDManager scope = manager.newSubManager()) {
      DiffusionNetwork.Run run = network.with(TorchEngine.within(scope, parameters), scope);
      SpectrumTokens tokens = SpectrumTokens.of(List.of(spectra), weights.settings().encoder());
      return run.counts(run.encode(tokens).embedding()).toFloatArray();
    }
  }

  private NDArray embedding(DiffusionNetwork.Run run, SpectrumTokens.Input spectra, int molecules) {
    SpectrumTokens tokens = SpectrumTokens.of(List.of(spectra), weights.settings().encoder());
    NDArray one = run.encode(tokens).embedding();
    return one.broadcast(new Shape(molecules, one.getShape().get(1)));
  }

  private MoleculeState denoise(DenoiserInput input, NDArray embedding) {
    try (NDManager step = manager.newSubManager()) {
      return network
          .with(TorchEngine.within(step, parameters), step)
          .denoise(input, embedding)
          .toState();
    }
  }

  private static DenoiserInput input(
      MoleculeState noisy,
      double time,
      Optional<MoleculeState> previous,
      Optional<float[]> formula) {
    double[] times = new double[noisy.molecules()];
    Arrays.fill(times, time);
    float[] formulas = new float[noisy.features().length];
    formula.ifPresent(
        rows -> {
          for (int i = 0; i < formulas.length; i++) {
            formulas[i] = rows[i % rows.length];
          }
        });
    DenoiserInput input =
        new DenoiserInput(
            noisy,
            times,
            MoleculeState.zeros(noisy.molecules(), noisy.atoms()),
            new float[noisy.molecules()],
            formulas);
    return previous.map(input::after).orElse(input);
  }

  /** Native arrays that are kept between calls; constant, or they pile up. */
  int arraysHeld() {
    return manager.getManagedArrays().size();
  }

  @Override
  public void close() {
    manager.close();
  }
}
