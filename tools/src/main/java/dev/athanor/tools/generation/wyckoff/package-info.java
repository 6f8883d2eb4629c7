/**
 * Atoms at random on the Wyckoff positions of a space group, in a random cell of its system. Which
 * atoms, which groups and what becomes of the crystals is decided elsewhere; nothing here knows
 * energies.
 */
@NullMarked
package dev.athanor.tools.generation.wyckoff;

import org.jspecify.annotations.NullMarked;
