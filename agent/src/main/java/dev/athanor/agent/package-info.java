/**
 * The application: investigations, the planner loop, approvals, the journal, REST and the command
 * line. Only errors common to its packages live in this one. Science lives in the modules below.
 */
@NullMarked
package dev.athanor.agent;

import org.jspecify.annotations.NullMarked;
