package dev.athanor.tools;

/** What running a tool does to the world; the agent's gates go by it. */
public enum Effect {
  /** Looks something up; costs nothing worth a question. */
  READ,
  /** Spends compute time; can be repeated and leaves nothing behind but artifacts. */
  COMPUTE,
  /** Leaves the house: cannot be undone. */
  RELEASE
}
