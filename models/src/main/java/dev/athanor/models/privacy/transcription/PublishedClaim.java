package dev.athanor.models.privacy.transcription;

/**
 * What a method's paper would claim for its own mechanism.
 *
 * @param epsilon by the paper's accounting
 * @param mechanism what is noised and how, in a sentence
 * @param caveat why that is, or is not, a guarantee for records, in a sentence
 */
public record PublishedClaim(double epsilon, String mechanism, String caveat) {}
