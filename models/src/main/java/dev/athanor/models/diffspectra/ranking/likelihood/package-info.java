/**
 * How far spectra lie from what is expected of a constitution, in deviations that were learned from
 * molecules left out, and how far those of right ones lie. What is expected comes from the forward
 * model; what follows from a distance is decided by the comparison.
 */
@NullMarked
package dev.athanor.models.diffspectra.ranking.likelihood;

import org.jspecify.annotations.NullMarked;
