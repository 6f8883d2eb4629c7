/**
 * How the agent writes JSON: one mapper and one canonical form. Every hash of arguments and of
 * journal entries is taken over that form. What is written lives in the other packages.
 */
@NullMarked
package dev.athanor.agent.json;

import org.jspecify.annotations.NullMarked;
