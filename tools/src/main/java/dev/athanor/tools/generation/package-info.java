/**
 * New crystals under constraints: substitution into the motifs of known superconductors, decoration
 * of structure types, mutation of known stable crystals, atoms at random in space groups. Every
 * candidate obeys the constraints, has room for its atoms, an electron count that its kind of
 * compound allows, and says where it came from. Whether it is stable is asked elsewhere.
 */
@NullMarked
package dev.athanor.tools.generation;

import org.jspecify.annotations.NullMarked;
