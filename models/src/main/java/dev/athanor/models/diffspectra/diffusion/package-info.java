/**
 * The noise process of DiffSpectra and the way back: schedule, alignment, the state of a batch of
 * molecules, samplers, and the translation between molecules and channels. Plain arithmetic on
 * arrays; what predicts a molecule from a noisy one is handed in. Networks live in {@code
 * dev.athanor.models.diffspectra.network}.
 */
@NullMarked
package dev.athanor.models.diffspectra.diffusion;

import org.jspecify.annotations.NullMarked;
