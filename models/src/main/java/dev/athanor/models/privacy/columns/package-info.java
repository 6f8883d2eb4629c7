/**
 * Features of rows of numbers whose meaning nobody told: what tables of measurements are learned
 * on.
 *
 * <p>Numbers come scaled to -1 to 1 by ranges that were declared, never by ranges that were found
 * in the records. Reading tables is not done here.
 */
@NullMarked
package dev.athanor.models.privacy.columns;

import org.jspecify.annotations.NullMarked;
