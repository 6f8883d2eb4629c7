package dev.athanor.matter.molecule;

import java.util.OptionalDouble;

/**
 * A geometry that was built for a constitution.
 *
 * @param molecule atoms in the order of the graph, with positions in angstrom
 * @param energy MMFF94 energy in kcal/mol; empty where the force field has no types for the
 *     molecule and the geometry comes from rules alone
 */
public record Conformer(Molecule molecule, OptionalDouble energy) {}
