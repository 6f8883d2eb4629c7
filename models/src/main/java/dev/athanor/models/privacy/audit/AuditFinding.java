package dev.athanor.models.privacy.audit;

/**
 * What an audit found.
 *
 * @param epsilonAtLeast no mechanism of a smaller epsilon lets the attack succeed so well, but by a
 *     chance of {@code 1 - confidence}; 0 where nothing was found
 * @param delta of that epsilon
 * @param confidence in the bound, such as 0.95
 * @param attempts of the attack
 * @param successes of the attack
 */
public record AuditFinding(
    double epsilonAtLeast, double delta, double confidence, int attempts, int successes) {
  /** Whether it shows a claimed epsilon, at this delta, to be false. */
  public boolean refutes(double claimedEpsilon) {
    return epsilonAtLeast > claimedEpsilon;
  }
}
