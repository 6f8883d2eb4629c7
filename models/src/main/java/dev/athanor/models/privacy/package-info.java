/**
 * Private transcription: giving away a model that does a predictor's job and provably says little
 * about any one private record.
 *
 * <p>{@code accounting} says what a release costs, {@code mechanism} draws the noise, {@code
 * ledger} remembers what was spent before it is spent, {@code audit} attacks the result. Nothing
 * here knows where private files lie or who approves a release; that is the tools' and the agent's.
 */
@NullMarked
package dev.athanor.models.privacy;

import org.jspecify.annotations.NullMarked;
