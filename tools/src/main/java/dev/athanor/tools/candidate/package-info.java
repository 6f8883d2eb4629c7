/**
 * Candidates as they travel from tool to tool: crystals by content address, gathered in stored
 * sets, enriched with estimates on the way. Each tool reads a set and keeps a new one; nothing is
 * changed in place. What the estimates mean is said by the tools that give them.
 */
@NullMarked
package dev.athanor.tools.candidate;

import org.jspecify.annotations.NullMarked;
