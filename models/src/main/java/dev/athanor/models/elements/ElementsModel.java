package dev.athanor.models.elements;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.models.Applicability;
import dev.athanor.models.Estimate;
import dev.athanor.models.cards.ModelCards;
import dev.athanor.models.elements.graph.CrystalGraph;
import dev.athanor.models.elements.graph.CrystalGraphBuilder;
import dev.athanor.models.elements.graph.GraphSettings;
import dev.athanor.models.elements.heads.EnergyDeviation;
import dev.athanor.models.elements.heads.ReferencePoints;
import dev.athanor.models.elements.heads.StructureDescriptor;
import dev.athanor.models.elements.heads.SuperconductorHead;
import dev.athanor.models.elements.heads.TransitionHead;
import dev.athanor.models.elements.network.Denoiser;
import dev.athanor.models.elements.network.DenoisingWeights;
import dev.athanor.models.elements.network.EnergyOutput;
import dev.athanor.models.elements.network.EnergyPredictor;
import dev.athanor.models.elements.network.EnergyWeights;
import dev.athanor.models.weights.WeightFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The atomic model Elements with its heads E, T and C and its relaxation, from trained weights.
 *
 * <p>The backbone reads every crystal once per question; E is its own output, T and C are boosted
 * trees on its features and on the composition. Weights are only read after loading and every call
 * has memory of its own, so several threads may ask. Known failures stand in the model cards.
 */
public final class ElementsModel implements AtomicModel {
  /** Crystals that one core takes at a time, at most. */
  private static final int BATCH = 64;

  private final EnergyPredictor backbone;
  private final double energyFactor;
  private final ReferencePoints crystals;
  private final TransitionHead transition;
  private final SuperconductorHead superconductor;
  private final ReferencePoints measured;
  private final Denoiser denoiser;
  private final String version;
  private final String digest;

  private ElementsModel(WeightStore store) {
    WeightFile energy = store.read(EnergyWeights.MODEL);
    WeightFile temperature = store.read(TransitionHead.MODEL);
    WeightFile superconducting = store.read(SuperconductorHead.MODEL);
    WeightFile denoising = store.read(DenoisingWeights.MODEL);
    EnergyWeights weights = EnergyWeights.of(energy);
    int width = weights.settings().width();
    int descriptor = StructureDescriptor.size(width);
    energyFactor = energy.setting("factor");
    crystals = ReferencePoints.of(energy, width);
    transition = TransitionHead.of(temperature, descriptor);
    measured = ReferencePoints.of(temperature, width);
    superconductor = SuperconductorHead.of(superconducting, descriptor);
    version = "elements-" + energy.version();
    digest = store.digest();
    backbone = new EnergyPredictor(weights);
    denoiser = new Denoiser(DenoisingWeights.of(denoising));
  }

  /**
   * The model with the weights that the product ships.
   *
   * @throws dev.athanor.models.ModelException where weights are missing, damaged or do not fit, or
   *     the engine does not start
   */
  public static ElementsModel load() {
    return new ElementsModel(new WeightStore(Optional.empty()));
  }

  /**
   * The model with the weights of a folder, as training leaves them.
   *
   * @throws dev.athanor.models.ModelException as {@link #load()}
   */
  public static ElementsModel load(Path folder) {
    return new ElementsModel(new WeightStore(Optional.of(folder)));
  }

  /** The backbone, for fitting and measuring heads; it lives as long as this model. */
  public EnergyPredictor backbone() {
    return backbone;
  }

  /**
   * A crystal as the heads see it.
   *
   * @param impossible why it cannot be judged, where that is so
   * @param distance to the crystals that the backbone was trained on
   */
  private record Seen(
      Crystal crystal, EnergyOutput output, Optional<Applicability> impossible, double distance) {
    float[] descriptor() {
      return StructureDescriptor.of(crystal, output);
    }
  }

  private <T> List<T> read(List<Crystal> inputs, Function<List<Seen>, List<T>> reading) {
    inputs.forEach(InputCheck::size);
    int cores = Runtime.getRuntime().availableProcessors();
    int size = Math.max(1, Math.min(BATCH, (inputs.size() + cores - 1) / cores));
    List<List<Crystal>> batches = new ArrayList<>();
    for (int from = 0; from < inputs.size(); from += size) {
      batches.add(inputs.subList(from, Math.min(inputs.size(), from + size)));
    }
    // graphs, network and heads of a batch are one task, so that no core waits for another
    return batches.parallelStream().flatMap(batch -> reading.apply(see(batch)).stream()).toList();
  }

  private List<Seen> see(List<Crystal> batch) {
    GraphSettings settings = backbone.weights().settings().graph();
    List<CrystalGraph> graphs =
        batch.stream().map(crystal -> CrystalGraphBuilder.build(crystal, settings)).toList();
    List<EnergyOutput> outputs = backbone.predict(graphs);
    List<Seen> seen = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      seen.add(
          new Seen(
              batch.get(i),
              outputs.get(i),
              InputCheck.impossible(batch.get(i), graphs.get(i)),
              crystals.distance(outputs.get(i).features())));
    }
    return seen;
  }

  @Override
  public List<Estimate> formationEnergy(List<Crystal> inputs) {
    return read(inputs, this::energies);
  }

  @Override
  public List<Estimate> criticalTemperature(List<Crystal> inputs) {
    return read(inputs, seen -> temperatures(seen, descriptors(seen)));
  }

  @Override
  public List<Estimate> superconductorProbability(List<Crystal> inputs) {
    return read(inputs, seen -> probabilities(seen, descriptors(seen)));
  }

  @Override
  public List<CrystalEstimates> all(List<Crystal> inputs) {
    return read(
        inputs,
        seen -> {
          List<float[]> descriptors = descriptors(seen);
          List<Estimate> energies = energies(seen);
          List<Estimate> temperatures = temperatures(seen, descriptors);
          List<Estimate> probabilities = probabilities(seen, descriptors);
          return IntStream.range(0, seen.size())
              .mapToObj(
                  i ->
                      new CrystalEstimates(
                          energies.get(i), temperatures.get(i), probabilities.get(i)))
              .toList();
        });
  }

  private static List<float[]> descriptors(List<Seen> seen) {
    return seen.stream().map(Seen::descriptor).toList();
  }

  private List<Estimate> energies(List<Seen> seen) {
    return seen.stream().map(this::energy).toList();
  }

  private List<Estimate> temperatures(List<Seen> seen, List<float[]> descriptors) {
    List<TransitionHead.Answer> answers = transition.predict(descriptors);
    return IntStream.range(0, seen.size())
        .mapToObj(i -> temperature(seen.get(i), answers.get(i)))
        .toList();
  }

  private List<Estimate> probabilities(List<Seen> seen, List<float[]> descriptors) {
    List<SuperconductorHead.Answer> answers = superconductor.predict(descriptors);
    return IntStream.range(0, seen.size())
        .mapToObj(i -> probability(seen.get(i), answers.get(i)))
        .toList();
  }

  private Estimate energy(Seen seen) {
    double raw = EnergyDeviation.raw(seen.output.scale(), crystals, seen.distance);
    return new Estimate(
        seen.output.energy(),
        "eV/atom",
        energyFactor * raw,
        applicability(seen, crystals, seen.distance));
  }

  private Estimate temperature(Seen seen, TransitionHead.Answer answer) {
    return new Estimate(
        answer.temperature(),
        "K",
        answer.deviation(),
        applicability(seen, measured, measured.distance(seen.output.features())));
  }

  private Estimate probability(Seen seen, SuperconductorHead.Answer answer) {
    return new Estimate(
        answer.probability(),
        "1",
        answer.deviation(),
        applicability(seen, crystals, seen.distance));
  }

  private static Applicability applicability(Seen seen, ReferencePoints points, double distance) {
    return seen.impossible.orElseGet(() -> points.judge(distance));
  }

  @Override
  public Relaxation relax(Crystal crystal, RelaxationSettings settings) {
    InputCheck.size(crystal);
    return denoiser.relax(crystal, settings);
  }

  /** Version of the weights that the product ships, from their card: nothing is loaded. */
  public static String shippedVersion() {
    return "elements-" + ModelCards.shipped(EnergyWeights.MODEL).version();
  }

  /** What {@link #digest()} of the shipped weights is, from their cards: nothing is loaded. */
  public static String shippedDigest() {
    return WeightStore.digest(
        Stream.of(
                EnergyWeights.MODEL,
                TransitionHead.MODEL,
                SuperconductorHead.MODEL,
                DenoisingWeights.MODEL)
            .map(model -> ModelCards.shipped(model).weights().sha256())
            .toList());
  }

  /** SHA-256, in hex, that stands for all weights: models with the same one give one answer. */
  public String digest() {
    return digest;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public void close() {
    backbone.close();
    denoiser.close();
  }
}
