package dev.athanor.agent.cli;

import java.util.List;

/**
 * Commands that stand together in the help text.
 *
 * @param title heading
 * @param commands the annotated commands, in order
 */
record CommandGroup(String title, List<Object> commands) {
  CommandGroup {
    commands = List.copyOf(commands);
  }
}
