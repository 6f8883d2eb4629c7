/**
 * The tools: each a small class with a typed request and a typed result, listed in one {@link
 * dev.athanor.tools.ToolCatalogue} that agent, command line, REST and MCP expose alike. How they
 * are approved and journaled is the agent's affair.
 */
@NullMarked
package dev.athanor.tools;

import org.jspecify.annotations.NullMarked;
