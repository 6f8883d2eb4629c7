package dev.athanor.tools.transcription;

/**
 * An audit of a mechanism.
 *
 * @param words what was audited
 * @param claim epsilon of it alone
 * @param atLeast no smaller epsilon explains what the attack found
 * @param confidence of that
 * @param attempts of the attack
 * @param refuted whether the claim is shown to be false
 */
public record AuditLine(
    String words, double claim, double atLeast, double confidence, int attempts, boolean refuted) {}
