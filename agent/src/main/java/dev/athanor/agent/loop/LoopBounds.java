package dev.athanor.agent.loop;

import dev.athanor.agent.investigation.Budget;
import java.time.Duration;

/**
 * How far the loop may go before a person must say something again.
 *
 * @param rounds replies of the planner
 * @param calls calls of tools
 * @param tokens tokens of the planner's model
 * @param wallTime working time, without waiting for a person
 * @param gateOpenFor how long a gate waits for an answer
 * @param approvalHoldsFor how long an approval may be used
 * @param planBudget computing that an approved plan may use where the approval does not say
 * @param resultCharacters how much of a tool's result the planner is shown
 */
public record LoopBounds(
    int rounds,
    int calls,
    long tokens,
    Duration wallTime,
    Duration gateOpenFor,
    Duration approvalHoldsFor,
    Budget planBudget,
    int resultCharacters) {}
