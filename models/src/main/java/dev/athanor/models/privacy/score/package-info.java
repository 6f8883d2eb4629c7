/**
 * Scores, gradients of the logarithm of a density: a network for them, sliced score matching, and
 * drawing by Hamiltonian dynamics along them.
 *
 * <p>Nothing here sees a record or knows a budget; what points are learned from and which
 * directions are asked about is {@code methods}' part.
 */
@NullMarked
package dev.athanor.models.privacy.score;

import org.jspecify.annotations.NullMarked;
