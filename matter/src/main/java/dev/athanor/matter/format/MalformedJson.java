package dev.athanor.matter.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.regex.Pattern;

/** Text that is no JSON, in words for who wrote it: without the names of the parser's settings. */
public final class MalformedJson {
  private static final Pattern FOR_PROGRAMMERS =
      Pattern.compile("\\s*\\(start marker at .*|, from `[^`]*`", Pattern.DOTALL);

  private MalformedJson() {}

  /** The error {@code MALFORMED} with what the parser found and the column where. */
  public static MatterException because(JsonProcessingException cause) {
    String found = FOR_PROGRAMMERS.matcher(cause.getOriginalMessage()).replaceAll("");
    String column =
        cause.getLocation() == null ? "" : " (column " + cause.getLocation().getColumnNr() + ")";
    MatterException error =
        new MatterException(MatterErrors.MALFORMED, "not JSON: " + found + column);
    error.initCause(cause);
    return error;
  }
}
