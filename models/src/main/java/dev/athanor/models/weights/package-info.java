/**
 * The file format of trained weights, plain and checked: a header that names everything and carries
 * a digest, then numbers. Nothing here knows what the weights are for. Cards that describe them
 * live in {@code dev.athanor.models.cards}.
 */
@NullMarked
package dev.athanor.models.weights;

import org.jspecify.annotations.NullMarked;
