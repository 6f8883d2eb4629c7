package dev.athanor.agent.runtime;

import dev.athanor.agent.investigation.Budget;
import java.util.Optional;

/**
 * What a person says to a gate.
 *
 * @param gate the gate
 * @param argumentsHash SHA-256 of what the person saw; must be the gate's
 * @param decision yes or no
 * @param reason in their own words; may be empty
 * @param by their name
 * @param budget for a plan: how much computing it may use, if not the default
 */
public record GateAnswer(
    String gate,
    String argumentsHash,
    Decision decision,
    String reason,
    String by,
    Optional<Budget> budget) {
  /** Yes or no. */
  public enum Decision {
    /** Yes. */
    APPROVE,
    /** No. */
    DENY
  }
}
