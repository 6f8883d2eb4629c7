package dev.athanor.tools.transcription;

import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.util.regex.Pattern;

/** Checks of words in declarations. */
final class Declared {
  private static final int LONGEST = 120;
  private static final Pattern DATASET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._ -]{0,119}");

  private Declared() {}

  static void named(String what, String name) {
    if (name.isBlank()
        || name.length() > LONGEST
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new ToolException(
          ToolErrors.INVALID_ARGUMENTS,
          what + " has a name of 1 to " + LONGEST + " characters",
          "name it as the first line of the table does");
    }
  }

  /** The name, if a data set may have it. */
  static String dataset(String name) {
    if (!DATASET.matcher(name).matches()) {
      throw new ToolException(
          ToolErrors.INVALID_ARGUMENTS,
          "a data set's name has letters, digits, dots, spaces, - and _, at most " + LONGEST,
          "name it with such characters");
    }
    return name;
  }
}
