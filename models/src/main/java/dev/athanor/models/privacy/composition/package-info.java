/**
 * Compositions as what private classifiers read: fractions of elements in, descriptors for trees
 * out, and public compositions that private ones can be likened to.
 *
 * <p>No private record and no training lives here; the facts of the elements are {@code matter}'s.
 */
@NullMarked
package dev.athanor.models.privacy.composition;

import org.jspecify.annotations.NullMarked;
