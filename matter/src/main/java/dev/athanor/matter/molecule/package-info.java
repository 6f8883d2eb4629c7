/**
 * Molecules: atoms with positions and no lattice, and the bonds between them where they are known.
 * Reading their files and computing their properties happen elsewhere. Nothing periodic lives here.
 */
@NullMarked
package dev.athanor.matter.molecule;

import org.jspecify.annotations.NullMarked;
