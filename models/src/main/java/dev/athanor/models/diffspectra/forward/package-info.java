/**
 * From a constitution to the spectra that it should have: fragments of a molecular graph, numbers
 * that stand for spectra, and the kernel regression that joins them, with its uncertainty. Nothing
 * here chooses between molecules. Molecules are enumerated and drawn elsewhere.
 */
@NullMarked
package dev.athanor.models.diffspectra.forward;

import org.jspecify.annotations.NullMarked;
