/**
 * What is already known before any model is asked: reference phases, known superconductors, known
 * structures and literature notes. {@link dev.athanor.knowledge.KnowledgeBase} opens what the
 * product ships and merges what a user adds. Nothing here predicts anything; models and tools live
 * elsewhere.
 */
@NullMarked
package dev.athanor.knowledge;

import org.jspecify.annotations.NullMarked;
