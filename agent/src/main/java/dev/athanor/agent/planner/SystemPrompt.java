package dev.athanor.agent.planner;

import dev.athanor.prompts.Prompts;

/** What a language model is told before anything else. */
public final class SystemPrompt {
  private SystemPrompt() {}

  /** Who it is, what the tools are for, and the discovery routes. */
  public static String text() {
    StringBuilder text = new StringBuilder();
    text.append(Prompts.system()).append('\n').append(Prompts.toolGuidance());
    Prompts.skills().forEach(skill -> text.append('\n').append(skill));
    return text.toString();
  }
}
