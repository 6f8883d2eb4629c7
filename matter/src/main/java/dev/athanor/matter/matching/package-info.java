/**
 * Whether two crystals are the same, and whether a crystal is known. The structure matcher lays one
 * crystal on the other and is the judge where both are at hand; fingerprints do not depend on the
 * choice of cell, orientation or order of atoms, and the index of known structures answers by them.
 * Space groups are not worked out here.
 */
@NullMarked
package dev.athanor.matter.matching;

import org.jspecify.annotations.NullMarked;
