/**
 * Crystals as the networks see them: quotient graphs for invariants and full graphs for vectors,
 * with the angular and elemental descriptors of their nodes. Nothing here knows the engine.
 * Networks that read these graphs live in {@code dev.athanor.models.elements.network}.
 */
@NullMarked
package dev.athanor.models.elements.graph;

import org.jspecify.annotations.NullMarked;
