/**
 * Boosted trees under privacy: trees are drawn from public rows, only sums in their leaves come
 * from private ones.
 *
 * <p>Rows of numbers in, a classifier out; what the numbers mean is {@code composition}'s part.
 * What the sums cost is {@code accounting}'s, where their noise comes from {@code mechanism}'s.
 */
@NullMarked
package dev.athanor.models.privacy.trees;

import org.jspecify.annotations.NullMarked;
