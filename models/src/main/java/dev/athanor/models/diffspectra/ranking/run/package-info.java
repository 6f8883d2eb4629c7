/**
 * The command that trains, measures in short and writes weights with their card. Figures in full
 * are the evaluation's.
 */
@NullMarked
package dev.athanor.models.diffspectra.ranking.run;

import org.jspecify.annotations.NullMarked;
