/**
 * Public features of inputs: what classifiers under privacy are linear in.
 *
 * <p>The two interfaces that {@code images} and {@code composition} implement. No training and no
 * record lives here.
 */
@NullMarked
package dev.athanor.models.privacy.features;

import org.jspecify.annotations.NullMarked;
