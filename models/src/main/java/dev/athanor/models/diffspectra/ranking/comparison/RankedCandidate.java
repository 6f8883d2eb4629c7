package dev.athanor.models.diffspectra.ranking.comparison;

import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.molecule.MolecularGraph;

/**
 * A constitution in its place.
 *
 * @param graph the constitution
 * @param inchiKey its key
 * @param share of all weights, 0 to 1
 * @param mismatch of its expected spectra, in deviations
 */
public record RankedCandidate(
    MolecularGraph graph, InchiKey inchiKey, double share, double mismatch) {}
