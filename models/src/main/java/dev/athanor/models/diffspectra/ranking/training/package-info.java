/**
 * Learns all that ranking needs from molecules with computed spectra, and asks the questions that
 * the calibration is fitted to. The kernel regression itself is in the package of the forward
 * model.
 */
@NullMarked
package dev.athanor.models.diffspectra.ranking.training;

import org.jspecify.annotations.NullMarked;
