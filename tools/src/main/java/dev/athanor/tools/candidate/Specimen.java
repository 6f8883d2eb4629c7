package dev.athanor.tools.candidate;

import dev.athanor.matter.crystal.Crystal;

/**
 * A candidate with its crystal at hand.
 *
 * @param candidate what is known of it
 * @param crystal the structure
 */
public record Specimen(Candidate candidate, Crystal crystal) {}
