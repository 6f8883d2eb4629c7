package dev.athanor.agent.cli;

import dev.athanor.agent.investigation.Budget;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A computing budget as typed: {@code 20m}, {@code 90s,15}, {@code 1h,60}. */
final class BudgetText implements ITypeConverter<Budget> {
  /** Half an hour, forty calls. */
  static final Budget DEFAULT = new Budget(40, 30 * 60);

  private static final Pattern FORM = Pattern.compile("(\\d{1,5})([smh])(?:,(\\d{1,5}))?");

  @Override
  public Budget convert(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no budget; write a time and perhaps calls, such as 20m or 1h,60");
    }
    long unit =
        switch (matcher.group(2)) {
          case "s" -> 1;
          case "m" -> 60;
          default -> 3600;
        };
    String calls = matcher.group(3);
    return new Budget(
        calls == null ? DEFAULT.calls() : Integer.parseInt(calls),
        Long.parseLong(matcher.group(1)) * unit);
  }
}
