/**
 * Figures of private transcription: every method on every data set, beside the teacher and beside
 * what was published.
 *
 * <p>Measures on test parts that nothing learned from. The methods are {@code methods}' part, what
 * the command line makes of figures the agent's.
 */
@NullMarked
package dev.athanor.models.privacy.evaluation;

import org.jspecify.annotations.NullMarked;
