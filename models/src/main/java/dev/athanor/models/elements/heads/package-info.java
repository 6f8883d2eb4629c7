/**
 * Learners on fixed features, in plain Java: boosted trees, kernel ridge, calibration and distance
 * to the training data. They know nothing of crystals or of the engine, apart from the descriptors
 * of compositions. Which of them serves which property is decided in {@code ElementsModel}.
 */
@NullMarked
package dev.athanor.models.elements.heads;

import org.jspecify.annotations.NullMarked;
