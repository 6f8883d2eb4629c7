package dev.athanor.tools.synthesis;

/**
 * A danger and what to do about it.
 *
 * @param source element, compound or step that it comes from
 * @param hazard the danger
 * @param precaution what to do
 */
public record Hazard(String source, String hazard, String precaution) {}
