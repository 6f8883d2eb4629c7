/**
 * Private transcription as a product: data sets declared without looking at them, proposals with
 * their price, releases through the ledger, the file of the model that is given away, and the
 * report on it.
 *
 * <p>Nothing here repeats what a private file holds, in no message, name, result or report: errors
 * name a line and what was expected there. Methods and accountant are in {@code models.privacy};
 * commands and pages are the agent's.
 */
@NullMarked
package dev.athanor.tools.transcription;

import org.jspecify.annotations.NullMarked;
