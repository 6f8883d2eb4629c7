/**
 * The frame in which this module is compared, side by side, with the programs that the field trusts
 * (pymatgen, spglib, gemmi, ASE, RDKit, Open Babel): running their scripts and reporting what came
 * out. A comparison itself lives in the package of the thing compared, as {@code *OracleTest} with
 * the tag {@code oracle}. Recorded values that the default tests use are not dealt with here.
 */
@NullMarked
package dev.athanor.matter.oracle;

import org.jspecify.annotations.NullMarked;
