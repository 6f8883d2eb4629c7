/**
 * Molecules: their constitution ({@link dev.athanor.matter.molecule.MolecularGraph}) and their
 * atoms in space ({@link dev.athanor.matter.molecule.Molecule}), the notations that name them, and
 * what follows from either. Their files, and all molecules of a formula, live in packages of their
 * own. Nothing periodic lives here.
 */
@NullMarked
package dev.athanor.matter.molecule;

import org.jspecify.annotations.NullMarked;
