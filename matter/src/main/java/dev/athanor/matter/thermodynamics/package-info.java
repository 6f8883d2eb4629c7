/**
 * Which mixture of known phases a composition falls into, and how far an entry lies above it.
 * Energies come from outside (tables or models); nothing here computes one from a structure.
 * Everything is exact linear programming over immutable entries, in any number of elements.
 */
@NullMarked
package dev.athanor.matter.thermodynamics;

import org.jspecify.annotations.NullMarked;
