package dev.athanor.models.diffspectra.forward;

/**
 * What the model expects of a constitution.
 *
 * @param latents components of all blocks, one after another; not to be changed
 * @param novelty 1 less the mean likeness to the most alike molecules of the training: 0 for one of
 *     them, near 1 for one unlike all
 */
@SuppressWarnings("ArrayRecordComponent") // made in millions and never compared
public record Prediction(float[] latents, double novelty) {}
