/**
 * Puts constitutions in order by likelihood and prior, with weights and probabilities that were
 * fitted to questions of known answers. It neither finds constitutions nor asks the questions.
 */
@NullMarked
package dev.athanor.models.diffspectra.ranking.comparison;

import org.jspecify.annotations.NullMarked;
