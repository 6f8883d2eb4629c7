/**
 * The offline planner: rules that read a question and play the same protocol as a language model.
 * Deterministic, and open about what it is and what it cannot do. It sees only the messages that
 * any model would see.
 */
@NullMarked
package dev.athanor.agent.planner.offline;

import org.jspecify.annotations.NullMarked;
