package dev.athanor.models.elements.training;

import dev.athanor.models.elements.heads.StructureDescriptor;

/**
 * One measurement of a transition temperature.
 *
 * @param formula as the source gives it
 * @param system chemical system, which decides the fold
 * @param family as the source gives it, in lower case; empty where it gives none
 * @param descriptor structure descriptor, or composition descriptor padded with missing values
 * @param temperature kelvin; 0 where none was found
 * @param weight share of the formula that this row stands for
 * @param structured whether a structure is known
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record TransitionSample(
    String formula,
    String system,
    String family,
    float[] descriptor,
    double temperature,
    double weight,
    boolean structured) {
  /** The same row as if its structure were not known. */
  TransitionSample withoutStructure() {
    return new TransitionSample(
        formula,
        system,
        family,
        StructureDescriptor.withoutStructure(descriptor),
        temperature,
        weight,
        false);
  }
}
