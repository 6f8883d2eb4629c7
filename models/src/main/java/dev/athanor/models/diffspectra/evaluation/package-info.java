/**
 * What the molecules that the diffusion draws are worth, on molecules that it has not seen. Ranking
 * by a forward model and the answers given to people are measured elsewhere.
 */
@NullMarked
package dev.athanor.models.diffspectra.evaluation;

import org.jspecify.annotations.NullMarked;
