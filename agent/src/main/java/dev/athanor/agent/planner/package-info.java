/**
 * Who plans: the offline planner of rules, any OpenAI-compatible server, or Ollama, all behind one
 * chat model interface. Replies are bounded in size and time here. What a reply may cause is
 * decided by the loop.
 */
@NullMarked
package dev.athanor.agent.planner;

import org.jspecify.annotations.NullMarked;
