package dev.athanor.matter.format.internal;

/**
 * A breach of the syntax that could be read over.
 *
 * @param message what is wrong
 * @param line where, 1-based
 */
public record CifProblem(String message, int line) {}
