/**
 * Whether two crystals are the same, and whether a crystal is known. Fingerprints do not depend on
 * the choice of cell, orientation or order of atoms; the index of known structures answers by them.
 * Space groups and atom-by-atom mappings are not worked out here.
 */
@NullMarked
package dev.athanor.matter.matching;

import org.jspecify.annotations.NullMarked;
