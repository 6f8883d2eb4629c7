/**
 * Common structure types, which elements replace which, and new crystals made from both. Positions
 * are listed in full, so that no symmetry engine is needed. Whether a decorated prototype is stable
 * is for others to say.
 */
@NullMarked
package dev.athanor.matter.prototype;

import org.jspecify.annotations.NullMarked;
