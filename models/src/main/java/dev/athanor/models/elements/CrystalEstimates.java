package dev.athanor.models.elements;

import dev.athanor.models.Estimate;

/**
 * What one pass over a crystal gives.
 *
 * @param formationEnergy as {@link AtomicModel#formationEnergy}
 * @param criticalTemperature as {@link AtomicModel#criticalTemperature}
 * @param superconductorProbability as {@link AtomicModel#superconductorProbability}
 */
public record CrystalEstimates(
    Estimate formationEnergy, Estimate criticalTemperature, Estimate superconductorProbability) {}
