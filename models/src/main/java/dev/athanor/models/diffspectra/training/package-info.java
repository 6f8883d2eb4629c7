/**
 * How the networks of DiffSpectra learn: molecules with their bonds and spectra, batches of noisy
 * molecules, the objectives of pre-training and of diffusion, and the loop. {@code
 * DiffusionTraining} does all of it. Sampling and measuring happen elsewhere.
 */
@NullMarked
package dev.athanor.models.diffspectra.training;

import org.jspecify.annotations.NullMarked;
