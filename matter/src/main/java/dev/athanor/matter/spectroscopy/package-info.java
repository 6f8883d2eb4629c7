/**
 * Spectra as measured or computed: which kind, on which axis, as points or as lines; read from
 * JCAMP-DX and columns of numbers, in other units, on a uniform grid. Nothing here simulates,
 * broadens or compares spectra. Units are part of every value.
 */
@NullMarked
package dev.athanor.matter.spectroscopy;

import org.jspecify.annotations.NullMarked;
