package dev.athanor.models.elements;

import dev.athanor.matter.crystal.Crystal;

/**
 * What became of a crystal that was relaxed.
 *
 * @param crystal the last structure, also where it did not converge
 * @param converged whether the last step fell below the tolerance and the model sees a crystal near
 *     rest
 * @param steps steps taken
 * @param lastStep root mean square displacement of the last step, angstrom
 * @param volumeChange relative change of the volume, as in -0.03
 */
public record Relaxation(
    Crystal crystal, boolean converged, int steps, double lastStep, double volumeChange) {}
