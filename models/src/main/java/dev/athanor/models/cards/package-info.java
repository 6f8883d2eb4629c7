/**
 * Model cards: for every file of weights where it came from, what it was fitted on and how it did.
 * Cards are YAML beside the weights. The weights themselves are read by {@code
 * dev.athanor.models.weights}.
 */
@NullMarked
package dev.athanor.models.cards;

import org.jspecify.annotations.NullMarked;
