/**
 * The bounded loop from question to answer: what may happen next, the gates, and the running of
 * tools. Decisions are pure functions of the state; only the driver and the tool runner act. Which
 * model plans is the planner package's affair.
 */
@NullMarked
package dev.athanor.agent.loop;

import org.jspecify.annotations.NullMarked;
