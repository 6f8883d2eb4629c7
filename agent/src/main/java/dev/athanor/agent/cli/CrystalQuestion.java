package dev.athanor.agent.cli;

/** What a command asks about each crystal; asked from several threads at once. */
interface CrystalQuestion {
  /**
   * Answers it.
   *
   * @throws dev.athanor.matter.MatterException where this crystal has no answer
   */
  Reply ask(ReadEntry.Read crystal);
}
