/**
 * The command line: what a person types, what the terminal shows, and what the process returns.
 * Commands that need neither database nor server run without starting the application; the others
 * start it and speak to it through {@link dev.athanor.agent.cli.InvestigationDesk}. No science and
 * no rule about approvals lives here.
 */
@NullMarked
package dev.athanor.agent.cli;

import org.jspecify.annotations.NullMarked;
