package dev.athanor.matter.format.internal;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Vector3;
import java.util.OptionalInt;

/**
 * An atom of the asymmetric unit as a file lists it.
 *
 * @param label its name in the file
 * @param element what it is
 * @param occupancy share of its place that it fills, above 0
 * @param position fractional coordinates
 * @param multiplicity how many of it the file says are in the cell
 * @param line line of the file, 1-based
 */
public record ListedAtom(
    String label,
    Element element,
    double occupancy,
    Vector3 position,
    OptionalInt multiplicity,
    int line) {}
