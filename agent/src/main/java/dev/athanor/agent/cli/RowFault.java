package dev.athanor.agent.cli;

import dev.athanor.matter.MatterException;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import java.util.OptionalInt;

/**
 * Why one structure of an input could not be used.
 *
 * @param code stable name of the kind of fault
 * @param line of the input, where one is known
 * @param reason in words
 */
record RowFault(String code, OptionalInt line, String reason) {
  /** A structure that does not read, or that has no answer. */
  static RowFault of(MatterException why) {
    return new RowFault(why.code().name(), why.line(), String.valueOf(why.getMessage()));
  }

  /**
   * A structure that the model refuses.
   *
   * @throws ModelException the same, where the model itself is the matter
   */
  static RowFault of(ModelException why) {
    if (why.code() != ModelErrors.TOO_LARGE) {
      throw why;
    }
    return new RowFault(why.code().name(), OptionalInt.empty(), String.valueOf(why.getMessage()));
  }

  /** A structure at which the program itself failed; the run goes on without it. */
  static RowFault ofDefect(RuntimeException why) {
    return new RowFault(
        CliErrors.INTERNAL.name(),
        OptionalInt.empty(),
        why.getClass().getSimpleName() + ": " + why.getMessage());
  }

  /** Whether the program, and not the structure, is to blame. */
  boolean isDefect() {
    return code.equals(CliErrors.INTERNAL.name());
  }
}
