/**
 * Learning under private gradients: what all methods train their private parts with.
 *
 * <p>Vectors in, a classifier out; where the vectors come from is {@code images}' or the
 * chemistry's part, what a training costs is {@code accounting}'s.
 */
@NullMarked
package dev.athanor.models.privacy.training;

import org.jspecify.annotations.NullMarked;
