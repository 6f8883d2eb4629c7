/**
 * How the classifiers are trained that methods learn from: under a guarantee, or plainly where a
 * paper's own promise is to be looked at. Each kind of features has the training that does best on
 * it. What methods make of a classifier is {@code methods}' part; descent and forests under privacy
 * are {@code training}'s and {@code trees}'.
 */
@NullMarked
package dev.athanor.models.privacy.teachers;

import org.jspecify.annotations.NullMarked;
