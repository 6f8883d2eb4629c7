/**
 * Arithmetic of symmetry determination: small matrices, reductions, searches over sites. Lattices
 * are nine numbers, one cell vector after the other; operations act on columns of fractional
 * coordinates. Nothing here is for use outside the package above.
 */
@NullMarked
package dev.athanor.matter.symmetry.internal;

import org.jspecify.annotations.NullMarked;
