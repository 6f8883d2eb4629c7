/**
 * From measured or computed spectra to molecules: what a file holds, which molecule may have it,
 * and whether it is the molecule that somebody thinks it is. What is compared lives in {@code
 * models.diffspectra}, file formats in {@code matter.spectroscopy}. Nothing that an input says
 * about its own answer is ever looked at here.
 */
@NullMarked
package dev.athanor.tools.elucidation;

import org.jspecify.annotations.NullMarked;
