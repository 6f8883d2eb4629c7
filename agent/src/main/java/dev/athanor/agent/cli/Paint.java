package dev.athanor.agent.cli;

/** Emphasis that a terminal can show. */
enum Paint {
  BOLD("1"),
  FAINT("2"),
  RED("31"),
  GREEN("32"),
  YELLOW("33"),
  CYAN("36");

  private final String sequence;

  Paint(String number) {
    this.sequence = "\u001b[" + number + "m";
  }

  String sequence() {
    return sequence;
  }
}
