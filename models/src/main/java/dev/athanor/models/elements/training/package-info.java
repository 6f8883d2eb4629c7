/**
 * How the weights of Elements are made: reading the data, the optimiser, the training loops, the
 * fitting of the heads. The command line calls {@code ElementsTraining}. Figures of merit are
 * measured in {@code dev.athanor.models.elements.evaluation}, not here.
 */
@NullMarked
package dev.athanor.models.elements.training;

import org.jspecify.annotations.NullMarked;
