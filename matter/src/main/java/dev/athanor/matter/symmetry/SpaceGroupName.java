package dev.athanor.matter.symmetry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A Hermann-Mauguin name as found in the wild, brought to the spellings that the table knows.
 *
 * @param keys spellings to try, in this order
 * @param choice wanted setting ({@code 1 2 h r}), or empty
 */
record SpaceGroupName(List<String> keys, String choice) {
  private static final int MAX_LENGTH = 60;

  static SpaceGroupName of(String name) {
    if (name.length() > MAX_LENGTH) {
      return new SpaceGroupName(List.of(), "");
    }
    String text = name.trim().toLowerCase(Locale.ROOT);
    String choice = "";
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
    keys.add(withoutGlideE(packed));
    // before 1935 and long after: m3m for m-3m
    String barred =
        packed.replaceAll("^([pfi])([mnadc]|4[123]?/[mnadc]|2[13]?/[mnadc])3", "$1$2-3");
    keys.add(barred);
    keys.add(withoutGlideE(barred));
    keys.add(packed.replaceAll("^([pabcif])(?!1)(2[1]?(/[mabcn])?|[mabcn])$", "$1" + "1$2" + "1"));
  }

  private static String withoutGlideE(String packed) {
    return switch (packed) {
      case "aem2" -> "abm2";
      case "bme2" -> "bma2";
      case "b2em" -> "b2cm";
      case "c2me" -> "c2mb";
      case "cm2e" -> "cm2a";
      case "ae2m" -> "ac2m";
      case "aea2" -> "aba2";
      case "bbe2" -> "bba2";
      case "b2eb" -> "b2cb";
      case "c2ce" -> "c2cb";
      case "cc2e" -> "cc2a";
      case "ae2a" -> "ac2a";
      case "cmce" -> "cmca";
      case "ccme" -> "ccmb";
      case "aema" -> "abma";
      case "aeam" -> "acam";
      case "bbem" -> "bbcm";
      case "bmeb" -> "bmab";
      case "cmme" -> "cmma";
      case "aemm" -> "abmm";
      case "bmem" -> "bmcm";
      case "ccce" -> "ccca";
      case "aeaa" -> "abaa";
      case "bbeb" -> "bbcb";
      default -> packed;
    };
  }

  private static String packed(String text) {
    return text.replaceAll("[\\s_()'\"]+", "").replace('\u2212', '-').replace('\u2013', '-');
  }
}
