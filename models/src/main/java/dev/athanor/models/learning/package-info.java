/**
 * What every training of a network here shares: the engine, the vector of parameters, the
 * optimiser, the schedule, checkpoints, batches prepared ahead, and the folder for weights. Nothing
 * here knows what is learned. Networks and their trainers live in the packages of their models.
 */
@NullMarked
package dev.athanor.models.learning;

import org.jspecify.annotations.NullMarked;
