/**
 * Molecules that the diffusion draws, beside those that another model finds. Here lives what draws
 * them for a question and joins them to an answer. The networks, their training and what they are
 * worth live elsewhere.
 */
@NullMarked
package dev.athanor.models.diffspectra.sampling;

import org.jspecify.annotations.NullMarked;
