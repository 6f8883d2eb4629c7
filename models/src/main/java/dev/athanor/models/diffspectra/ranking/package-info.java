/**
 * Answers which molecule has some spectra: the elucidator, what it reaches, how spectra are taken,
 * and the search; from here the rooms are candidates, likelihood, comparison, training and run. The
 * forward model is its own package, and figures are the evaluation's.
 */
@NullMarked
package dev.athanor.models.diffspectra.ranking;

import org.jspecify.annotations.NullMarked;
