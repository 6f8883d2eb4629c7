package dev.athanor.matter.diffraction;

/**
 * A line of a powder pattern.
 *
 * @param twoTheta scattering angle, degrees
 * @param spacing distance of the lattice planes, angstrom
 * @param intensity relative to the strongest line, 0 to 100
 * @param h first index of one of the planes, the largest of those that coincide
 * @param k second index of that plane
 * @param l third index of that plane
 * @param multiplicity number of planes, of whatever indices, that coincide in this line
 */
public record Reflection(
    double twoTheta, double spacing, double intensity, int h, int k, int l, int multiplicity) {}
