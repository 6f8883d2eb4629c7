/**
 * Where labelled inputs lie, learned under privacy: a mixture of Gaussians for each label, in
 * coordinates that were found from noised moments.
 *
 * <p>Records go in, noised sums of bounded vectors come out, and everything else is made from these
 * sums. What the sums cost is {@code accounting}'s part; generators that learn from the mixture are
 * {@code methods}'.
 */
@NullMarked
package dev.athanor.models.privacy.density;

import org.jspecify.annotations.NullMarked;
