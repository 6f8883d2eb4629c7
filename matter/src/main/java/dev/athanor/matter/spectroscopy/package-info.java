/**
 * Spectra as measured or computed: which kind, on which axis, as points or as lines. Nothing here
 * simulates, broadens or compares spectra, and no file formats are read. Units are part of every
 * value.
 */
@NullMarked
package dev.athanor.matter.spectroscopy;

import org.jspecify.annotations.NullMarked;
