/**
 * What an investigation is: its events, its plan, gates and calls, and the fold that makes the
 * state of the events. Nothing here reads a clock, a random source, a file or a database. Where
 * events are kept is the journal's affair, what happens next the loop's.
 */
@NullMarked
package dev.athanor.agent.investigation;

import org.jspecify.annotations.NullMarked;
