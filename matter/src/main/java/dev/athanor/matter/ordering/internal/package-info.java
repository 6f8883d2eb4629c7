/**
 * The parts of the enumeration: operations of the parent, superlattices as Hermite normal forms,
 * permutations of places, labelings that come first among their images, lattice sums. Only {@code
 * ordering} uses them. They take primitive parents and small whole numbers for granted.
 */
@NullMarked
package dev.athanor.matter.ordering.internal;

import org.jspecify.annotations.NullMarked;
