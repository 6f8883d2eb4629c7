package dev.athanor.tools.synthesis;

/**
 * A precursor and how much of it one formula unit of the product takes.
 *
 * @param precursor what to weigh
 * @param moles formula units of it for one formula unit of the product
 */
record PrecursorShare(Precursor precursor, double moles) {}
