/**
 * What the trained model is worth: errors, coverage and throughput on data it has not seen, each
 * beside a baseline. The command line calls {@code ElementsEvaluation}. Nothing here changes a
 * weight.
 */
@NullMarked
package dev.athanor.models.elements.evaluation;

import org.jspecify.annotations.NullMarked;
