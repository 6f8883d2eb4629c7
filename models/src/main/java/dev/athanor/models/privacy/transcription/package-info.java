/**
 * The private transcription of models: five published methods behind one interface, and what they
 * hand each other.
 *
 * <p>A method learns from private sources only: a classifier, a density or votes that were released
 * from the records under a guarantee. What it makes from them costs nothing more. How private
 * classifiers are trained is {@code training}'s part, what they cost {@code accounting}'s; files,
 * commands and reports are above.
 */
@NullMarked
package dev.athanor.models.privacy.transcription;

import org.jspecify.annotations.NullMarked;
