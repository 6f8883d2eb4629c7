package dev.athanor.matter.diffraction;

/**
 * Planes whose indices are the same but for order and sign, as far as they coincide in one line.
 *
 * @param h first index of one of them, the one with the fewest minus signs and the largest indices
 * @param k second index of that plane
 * @param l third index of that plane
 * @param multiplicity number of planes, opposite ones counted both
 */
public record PlaneFamily(int h, int k, int l, int multiplicity) {}
