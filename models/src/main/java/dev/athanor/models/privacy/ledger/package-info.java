/**
 * What was spent of each data set's privacy, on disk.
 *
 * <p>A release is entered before it happens; a crash between the two counts as spent. Costs are not
 * stored but computed from the mechanisms that are, by {@code accounting}.
 */
@NullMarked
package dev.athanor.models.privacy.ledger;

import org.jspecify.annotations.NullMarked;
