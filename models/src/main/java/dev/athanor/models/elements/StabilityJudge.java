package dev.athanor.models.elements;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.thermodynamics.Decomposition;
import dev.athanor.matter.thermodynamics.PhaseDiagram;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import dev.athanor.models.Estimate;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCards;
import dev.athanor.models.elements.heads.StableProbability;
import dev.athanor.models.elements.network.EnergyWeights;
import java.util.Optional;

/**
 * The one place that decides whether a crystal is stable, from its predicted formation energy and
 * the hull of reference phases whose energies come from the same model.
 *
 * <p>{@code e_hull = E - sum_i w_i E_i}; its deviation takes the errors of candidate and competing
 * compounds as independent and alike, {@code s_hull = s_E sqrt(1 + sum_i w_i^2)} over competitors
 * that are no elements. The probability of being stable is {@code Phi(-e_hull / s_hull)}; from the
 * threshold in the card of E on ({@code stable_threshold}, set on validation crystals for an
 * acceleration of discovery of 2) a crystal is called stable. One that is itself a reference phase,
 * the lowest of its composition, is judged against the hull of the others, since on the hull of all
 * its distance is 0 by definition. An element has no others and gets about one half.
 *
 * <p>Zero kelvin; phases that nobody knows are not competed with: stable here is necessary for
 * being made, not sufficient.
 */
public final class StabilityJudge {
  /** Setting of the card of E: the least probability that is called stable. */
  public static final String THRESHOLD = "stable_threshold";

  /** Energies nearer than this, eV/atom, are those of one and the same phase. */
  private static final double SAME_PHASE = 1e-3;

  private final PhaseDiagram phases;
  private final double threshold;

  /**
   * A judge with the threshold of the shipped weights.
   *
   * @param phases with energies of the model that is asked about the candidates
   * @throws ModelException {@code BAD_CARD} where the card states no threshold
   */
  public StabilityJudge(PhaseDiagram phases) {
    this(
        phases,
        Optional.ofNullable(ModelCards.shipped(EnergyWeights.MODEL).settings().get(THRESHOLD))
            .orElseThrow(
                () ->
                    new ModelException(
                        ModelErrors.BAD_CARD,
                        "the card of " + EnergyWeights.MODEL + " does not state " + THRESHOLD)));
  }

  StabilityJudge(PhaseDiagram phases, double threshold) {
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException("a threshold lies between 0 and 1: " + threshold);
    }
    this.phases = phases;
    this.threshold = threshold;
  }

  /**
   * What is said of one crystal.
   *
   * @param energyAboveHull of all reference phases, eV/atom, with its own deviation; below 0 where
   *     it beats them
   * @param decomposition the reference phases that it competes with
   * @param verdict whether it is stable
   */
  public record Judgement(
      Estimate energyAboveHull, Decomposition decomposition, StabilityVerdict verdict) {}

  /**
   * Judges a crystal.
   *
   * @param composition of the crystal
   * @param energy its formation energy, eV/atom
   * @throws dev.athanor.matter.MatterException {@code NO_REFERENCE} if an element of it has no
   *     elemental phase
   */
  public Judgement judge(Composition composition, Estimate energy) {
    Decomposition decomposition = phases.decompose(composition);
    double distance = energy.value() - decomposition.hullEnergy();
    Estimate aboveHull = against(decomposition, energy, distance);
    Estimate judged =
        Math.abs(distance) <= SAME_PHASE && isOwn(decomposition, composition)
            ? amongOthers(composition, energy)
            : aboveHull;
    double probability = StableProbability.of(judged.value(), judged.standardDeviation());
    return new Judgement(
        aboveHull, decomposition, new StabilityVerdict(probability, probability >= threshold));
  }

  private Estimate amongOthers(Composition composition, Estimate energy) {
    double distance =
        phases.distanceToHullOfOthers(new PhaseEntry("judged", composition, energy.value()));
    return against(phases.decomposeIntoOthers(composition), energy, distance);
  }

  private static boolean isOwn(Decomposition decomposition, Composition composition) {
    return decomposition.shares().size() == 1
        && decomposition
            .shares()
            .get(0)
            .entry()
            .composition()
            .reducedFormula()
            .equals(composition.reducedFormula());
  }

  private static Estimate against(Decomposition competitors, Estimate energy, double distance) {
    double squares =
        competitors.shares().stream()
            .filter(share -> share.entry().composition().elements().size() > 1)
            .mapToDouble(share -> share.fraction() * share.fraction())
            .sum();
    return new Estimate(
        distance,
        energy.unit(),
        energy.standardDeviation() * Math.sqrt(1 + squares),
        energy.applicability());
  }
}
