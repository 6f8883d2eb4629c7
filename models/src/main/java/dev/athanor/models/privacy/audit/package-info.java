/**
 * Attacks on what is about to be given away, and what their success proves: a lower bound on
 * epsilon that, where it exceeds the claim, shows the claim to be false.
 *
 * <p>An audit that finds nothing proves nothing; the promise rests on {@code accounting}. Training
 * with canaries in it is the methods' part; here are the attackers and the statistics.
 */
@NullMarked
package dev.athanor.models.privacy.audit;

import org.jspecify.annotations.NullMarked;
