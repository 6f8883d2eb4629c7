package dev.athanor.screening;

/**
 * A specimen that a gate could not judge.
 *
 * @param id identifier of the crystal
 * @param gate where it was
 * @param code what kind of defect
 * @param reason in words
 */
public record RejectedRow(String id, String gate, String code, String reason) {}
