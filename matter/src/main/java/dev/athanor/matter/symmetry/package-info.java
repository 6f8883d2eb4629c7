/**
 * Symmetry operations and the space groups of the International Tables in all their usual settings.
 * Operations come from Hall symbols by group closure, Wyckoff positions from the operations; what
 * is typed are names and letters. What symmetry a given crystal has is decided here; what a file
 * says it has is read elsewhere.
 */
@NullMarked
package dev.athanor.matter.symmetry;

import org.jspecify.annotations.NullMarked;
