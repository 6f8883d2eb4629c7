package dev.athanor.screening;

/**
 * Traffic of one gate.
 *
 * @param gate its name
 * @param entered specimens that reached it
 * @param passed specimens that went on
 * @param rejected specimens that it could not judge
 */
public record GateCount(String gate, long entered, long passed, long rejected) {
  /** Both counts together. */
  public GateCount plus(GateCount other) {
    return new GateCount(
        gate, entered + other.entered, passed + other.passed, rejected + other.rejected);
  }
}
