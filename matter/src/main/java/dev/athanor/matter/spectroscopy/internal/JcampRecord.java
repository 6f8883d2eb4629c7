package dev.athanor.matter.spectroscopy.internal;

/**
 * One labelled data record, {@code ##LABEL= value}, which ends where the next begins.
 *
 * @param label upper case, without blanks, hyphens, slashes and underscores
 * @param line line of the label, 1-based
 * @param start first character of its value in the text
 * @param end first character after it
 */
public record JcampRecord(String label, int line, int start, int end) {}
