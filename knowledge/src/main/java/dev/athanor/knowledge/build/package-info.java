/**
 * Computes the files that the product ships from the raw data sets: phases, superconductors,
 * motifs, the index of structures, the embedded passages, and a manifest of them all. Output is the
 * same for the same input. Energies and symmetry come in through ports, so no model is known here.
 */
@NullMarked
package dev.athanor.knowledge.build;

import org.jspecify.annotations.NullMarked;
