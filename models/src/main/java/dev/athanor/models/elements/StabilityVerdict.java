package dev.athanor.models.elements;

/**
 * Whether a crystal is stable against the phases that it was compared with.
 *
 * @param probability that it lies at or below the hull of the others, 0 to 1
 * @param stable whether that is enough to call it stable: a stricter question than a probability
 *     above one half, so that nine of ten calls are right where half the crystals are stable
 */
public record StabilityVerdict(double probability, boolean stable) {
  public StabilityVerdict {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability lies between 0 and 1: " + probability);
    }
  }
}
