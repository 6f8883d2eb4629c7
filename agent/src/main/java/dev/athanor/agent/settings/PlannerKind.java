package dev.athanor.agent.settings;

/** Who plans. */
public enum PlannerKind {
  /** Rules; needs nothing and says what it is. */
  OFFLINE,
  /** Any server that speaks the OpenAI chat interface. */
  OPENAI,
  /** An Ollama server. */
  OLLAMA
}
