/** Tests of the command line, on strings instead of a terminal and without weights or database. */
@NullMarked
package dev.athanor.agent.cli;

import org.jspecify.annotations.NullMarked;
