/**
 * Short literature notes with their references, cut into passages and found by sentence embeddings
 * or, without an embedder, by words. A note is data to be cited and never an instruction to anyone.
 * The embedder itself is a port; its adapter lives in the agent.
 */
@NullMarked
package dev.athanor.knowledge.notes;

import org.jspecify.annotations.NullMarked;
