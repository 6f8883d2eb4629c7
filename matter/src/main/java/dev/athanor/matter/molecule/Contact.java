package dev.athanor.matter.molecule;

/**
 * Two atoms that are near enough to be bonded.
 *
 * @param first lower index
 * @param second higher index
 * @param distance angstrom
 * @param stretch distance over the sum of the radii for a single bond
 */
record Contact(int first, int second, double distance, double stretch) {}
