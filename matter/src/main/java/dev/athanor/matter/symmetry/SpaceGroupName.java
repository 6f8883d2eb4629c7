package dev.athanor.matter.symmetry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Hermann-Mauguin name as found in the wild, brought to the spellings that the table knows.
 *
 * @param keys spellings to try, in this order
 * @param choice wanted setting ({@code 1 2 h r}), or empty
 */
record SpaceGroupName(List<String> keys, String choice) {
  private static final int MAX_LENGTH = 60;
  private static final Pattern MARKUP = Pattern.compile("~|</?su[bp]>|\\\\");
  private static final Pattern AXES =
      Pattern.compile("[(\\s]*(hexagonal|rhombohedral)[\\s_]*(axes|setting|cell)?[)\\s]*$");
  private static final Pattern HEXAGONAL = Pattern.compile("h-?3(2|m|c|2/m|2/c)?");

  static SpaceGroupName of(String name) {
    if (name.length() > MAX_LENGTH) {
      return new SpaceGroupName(List.of(), "");
    }
    // markup of the screw's subscript, as in P 2~1~/c and P 2<sub>1</sub>/c
    String text =
        MARKUP
            .matcher(name.trim().toLowerCase(Locale.ROOT))
            .replaceAll("")
            .replace('{', '(')
            .replace('}', ')');
    String choice = "";
    Matcher axes = AXES.matcher(text);
    if (axes.find()) {
      choice = axes.group(1).substring(0, 1);
      text = text.substring(0, axes.start());
    }
    int colon = text.indexOf(':');
    if (colon >= 0) {
      choice = text.substring(colon + 1).trim();
      text = text.substring(0, colon);
    } else if (text.matches(".*\\(?(origin|o)[\\s_]*(choice)?[\\s_]*[12]\\)?$")) {
      choice = text.replaceAll("[^12]*$", "");
      choice = choice.substring(choice.length() - 1);
      text = text.replaceAll("\\(?(origin|o)[\\s_]*(choice)?[\\s_]*[12]\\)?$", "");
    }
    String packed = packed(text);
    Set<String> keys = new LinkedHashSet<>();
    addSpellings(keys, packed);
    if (choice.isEmpty() && HEXAGONAL.matcher(packed).matches()) {
      // the Protein Data Bank writes H 3 and H 3 2 for R 3 and R 3 2 on hexagonal axes
      return new SpaceGroupName(List.of("r" + packed.substring(1)), "h");
    }
    if (choice.isEmpty()) {
      // a trailing letter chooses: S and Z the origins, H and R the axes
      String tail = packed.isEmpty() ? "" : packed.substring(packed.length() - 1);
      String head = packed.isEmpty() ? "" : packed.substring(0, packed.length() - 1);
      if ("szhr".contains(tail) && !tail.isEmpty() && head.length() > 1) {
        Set<String> chosen = new LinkedHashSet<>();
        addSpellings(chosen, head);
        String wanted = tail.equals("s") ? "1" : tail.equals("z") ? "2" : tail;
        return new SpaceGroupName(List.copyOf(chosen), wanted);
      }
    }
    return new SpaceGroupName(List.copyOf(keys), choice);
  }

  /** True when a setting is compatible with the choice that the name makes. */
  boolean allows(SpaceGroup group) {
    if (choice.isEmpty()) {
      return true;
    }
    String offered = group.choice().toLowerCase(Locale.ROOT);
    return offered.equals(choice) || (choice.matches("[12]") && offered.startsWith(choice));
  }

  /** Spellings under which a printed symbol is filed. */
  static Set<String> keysOfPrinted(String printed) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(packed(printed.toLowerCase(Locale.ROOT)));
    withoutOnes(printed).ifPresent(name -> keys.add(packed(name.toLowerCase(Locale.ROOT))));
    return keys;
  }

  /** {@code P 21/c} for {@code P 1 21/c 1}; empty where the ones carry meaning. */
  static Optional<String> withoutOnes(String full) {
    String[] parts = full.split(" ", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    long ones = List.of(parts).subList(1, 4).stream().filter("1"::equals).count();
    boolean threefold = List.of(parts).subList(1, 4).stream().anyMatch(p -> p.matches("-?3[12]?"));
    if (ones != 2 || threefold) {
      return Optional.empty();
    }
    for (int i = 1; i < 4; i++) {
      if (!parts[i].equals("1")) {
        return Optional.of(parts[0] + " " + parts[i]);
      }
    }
    return Optional.empty();
  }

  private static void addSpellings(Set<String> keys, String packed) {
    keys.add(packed);
    keys.add(otherGlideName(packed));
    // before 1935 and long after: m3m for m-3m
    String barred =
        packed.replaceAll("^([pfi])([mnadc]|4[123]?/[mnadc]|2[13]?/[mnadc])3", "$1$2-3");
    keys.add(barred);
    keys.add(otherGlideName(barred));
    keys.add(packed.replaceAll("^([pabcif])(?!1)(2[1]?(/[mabcn])?|[mabcn])$", "$1" + "1$2" + "1"));
  }

  /** Names before and after the glide {@code e} was introduced in 1992; settings by permutation. */
  private static final Map<String, String> GLIDE_E =
      Map.ofEntries(
          Map.entry("abm2", "aem2"),
          Map.entry("bma2", "bme2"),
          Map.entry("b2cm", "b2em"),
          Map.entry("c2mb", "c2me"),
          Map.entry("cm2a", "cm2e"),
          Map.entry("ac2m", "ae2m"),
          Map.entry("aba2", "aea2"),
          Map.entry("bba2", "bbe2"),
          Map.entry("b2cb", "b2eb"),
          Map.entry("c2cb", "c2ce"),
          Map.entry("cc2a", "cc2e"),
          Map.entry("ac2a", "ae2a"),
          Map.entry("cmca", "cmce"),
          Map.entry("ccmb", "ccme"),
          Map.entry("abma", "aema"),
          Map.entry("acam", "aeam"),
          Map.entry("bbcm", "bbem"),
          Map.entry("bmab", "bmeb"),
          Map.entry("cmma", "cmme"),
          Map.entry("abmm", "aemm"),
          Map.entry("bmcm", "bmem"),
          Map.entry("ccca", "ccce"),
          Map.entry("abaa", "aeaa"),
          Map.entry("bbcb", "bbeb"));

  private static final Map<String, String> BEFORE_GLIDE_E =
      GLIDE_E.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  private static String otherGlideName(String packed) {
    return GLIDE_E.getOrDefault(packed, BEFORE_GLIDE_E.getOrDefault(packed, packed));
  }

  private static String packed(String text) {
    return text.replaceAll("[\\s_()'\"]+", "").replace('\u2212', '-').replace('\u2013', '-');
  }
}
