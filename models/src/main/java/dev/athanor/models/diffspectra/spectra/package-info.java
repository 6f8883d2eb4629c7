/**
 * Spectra as the models of this folder take them: the three modalities on their fixed grids, lines
 * broadened, molecules with their computed spectra read from JSON lines, and which of them are held
 * out. Nothing here learns or compares. Files of measured spectra are read by {@code
 * dev.athanor.matter.spectroscopy}.
 */
@NullMarked
package dev.athanor.models.diffspectra.spectra;

import org.jspecify.annotations.NullMarked;
