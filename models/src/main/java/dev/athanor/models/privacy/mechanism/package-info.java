/**
 * The mechanisms at work: noise, clipping, votes and randomised answers on actual numbers.
 *
 * <p>Each class does what one class of {@code accounting} prices, and takes its noise from a {@link
 * dev.athanor.models.privacy.mechanism.NoiseSource}; outside tests that is {@link
 * dev.athanor.models.privacy.mechanism.SecureNoise}. Whether a release is allowed is not asked
 * here.
 */
@NullMarked
package dev.athanor.models.privacy.mechanism;

import org.jspecify.annotations.NullMarked;
