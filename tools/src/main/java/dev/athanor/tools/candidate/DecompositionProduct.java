package dev.athanor.tools.candidate;

/**
 * A phase that a crystal competes with.
 *
 * @param phase identifier of the reference phase
 * @param formula its reduced formula
 * @param fraction share of the atoms that end up in it, 0 to 1
 */
public record DecompositionProduct(String phase, String formula, double fraction) {}
