package dev.athanor.matter.format.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Type symbols that name a mixture, {@code 0.75Si + 0.25Al}, as some collections print them. */
final class TypeMixture {
  private static final int MAX_LENGTH = 200;
  private static final Pattern PART = Pattern.compile("([0-9]*\\.?[0-9]+)\\s*([A-Z][A-Za-z0-9]*)");

  private TypeMixture() {}

  /** Share of each symbol; empty where the text is no mixture. */
  static Optional<Map<String, Double>> parse(String text) {
    if (text.length() > MAX_LENGTH || text.isEmpty() || !startsWithShare(text.strip())) {
      return Optional.empty();
    }
    Map<String, Double> shares = new LinkedHashMap<>();
    for (String part : text.split("\\+", -1)) {
      Matcher matcher = PART.matcher(part.strip());
      if (!matcher.matches()) {
        return Optional.empty();
      }
      OptionalDouble share = CifNumbers.tryParse(matcher.group(1));
      if (share.isEmpty() || share.getAsDouble() <= 0) {
        return Optional.empty();
      }
      shares.merge(matcher.group(2), share.getAsDouble(), Double::sum);
    }
    return Optional.of(shares);
  }

  private static boolean startsWithShare(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    return first == '.' || (first >= '0' && first <= '9');
  }
}
