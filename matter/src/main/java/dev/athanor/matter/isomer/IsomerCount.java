package dev.athanor.matter.isomer;

/**
 * What an enumeration came to.
 *
 * @param reported how many isomers were reported
 * @param ending why it ended; only {@code COMPLETE} makes the number a fact about the formula
 */
public record IsomerCount(long reported, IsomerEnding ending) {}
