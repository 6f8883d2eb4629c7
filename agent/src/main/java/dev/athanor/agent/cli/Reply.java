package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a command has to say about one entry of its input. */
interface Reply {
  /** Adds its fields to an object that holds the {@code id} already. */
  void fill(ObjectNode node);

  /** As a person reads it: whole lines, each with its line break. */
  String toText(Terminal terminal);

  /**
   * Called once it is its turn, in the order of the input and never twice at a time, before it is
   * written; for replies that also go elsewhere.
   *
   * @throws dev.athanor.matter.MatterException where that place cannot take it
   */
  default void delivered() {}
}
