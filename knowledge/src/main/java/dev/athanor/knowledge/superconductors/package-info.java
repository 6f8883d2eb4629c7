/**
 * Known superconductors: compositions with the highest transition temperature reported, and
 * representative crystals that serve as motifs. Computed values are marked as computed and never
 * mixed with measured ones. A zero says that no transition was reported, not that none exists.
 */
@NullMarked
package dev.athanor.knowledge.superconductors;

import org.jspecify.annotations.NullMarked;
