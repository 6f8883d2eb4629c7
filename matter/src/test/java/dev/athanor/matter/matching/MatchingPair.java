package dev.athanor.matter.matching;

import dev.athanor.matter.crystal.Crystal;

/**
 * Two crystals to compare.
 *
 * @param id where they come from and what was done to them
 * @param kind same, strained, rattled, supercell, permuted, different or polytype
 */
record MatchingPair(String id, String kind, Crystal first, Crystal second) {}
