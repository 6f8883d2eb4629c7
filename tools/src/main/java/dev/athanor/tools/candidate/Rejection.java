package dev.athanor.tools.candidate;

/**
 * A crystal that a tool could not handle; the others were.
 *
 * @param crystal address, or the name in its source where it has no address
 * @param code what kind of defect
 * @param reason the defect in words
 */
public record Rejection(String crystal, String code, String reason) {}
