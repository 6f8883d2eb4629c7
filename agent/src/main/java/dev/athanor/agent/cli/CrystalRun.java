package dev.athanor.agent.cli;

/** One question about every crystal of a source. */
final class CrystalRun {
  private CrystalRun() {}

  /**
   * Asks it and returns the exit code.
   *
   * @param placeholders whether crystals whose species have no names can be asked about
   * @throws CliException {@code NOTHING_USABLE} where no crystal got an answer
   */
  static int ask(
      Surroundings surroundings,
      CommonOptions common,
      CrystalSource source,
      boolean placeholders,
      CrystalQuestion question) {
    try (Replies replies = new Replies(surroundings, common)) {
      source.read(placeholders, entry -> add(entry, question, replies));
      return replies.finish(source.name());
    }
  }

  private static void add(ReadEntry entry, CrystalQuestion question, Replies replies) {
    if (entry instanceof ReadEntry.Read crystal) {
      replies.add(
          crystal.id(), crystal.row().crystal().sites().size(), () -> question.ask(crystal));
    } else if (entry instanceof ReadEntry.Rejected bad) {
      replies.reject(bad.id(), bad.why());
    }
  }
}
