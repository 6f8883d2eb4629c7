/**
 * From crystals whose sites are shared or partly empty to ordered ones: all orderings in small
 * supercells, each once, and a simple score that ranks them. Superlattices, permutations and
 * lattice sums are in {@code internal}. What an ordering is worth in energy is not decided here;
 * that is for a model.
 */
@NullMarked
package dev.athanor.matter.ordering;

import org.jspecify.annotations.NullMarked;
