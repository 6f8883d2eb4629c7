package dev.athanor.models.diffspectra.training;

/**
 * How much the parts of the objective count.
 *
 * @param positions mean square error of a coordinate, square angstrom
 * @param features the same of the channels of atoms
 * @param bonds the same of the channels of pairs
 */
public record LossWeights(double positions, double features, double bonds) {
  /** As published. */
  public static final LossWeights PUBLISHED = new LossWeights(1, 0.25, 0.1);
}
