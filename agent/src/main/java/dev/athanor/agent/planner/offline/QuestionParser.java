package dev.athanor.agent.planner.offline;

import dev.athanor.matter.chemistry.Element;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a question by rules. */
final class QuestionParser {
  private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final String WORDS =
      "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty";
  private static final Map<String, Integer> NUMBER_WORDS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("fifteen", 15),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50));
  private static final Pattern NEGATED =
      Pattern.compile(
          "\\b(?:without|excluding|except|avoid(?:ing)?|free of|(?:does|do|must|should) not contain"
              + "|not containing|no|contains? no)\\b([^.;!?]*?)"
              + "(?=[.;!?]|\\bbut\\b|\\bthat\\b|\\bwith\\b|\\bwhich\\b|$)",
          CASE);
  private static final Pattern FREE = Pattern.compile("\\b(\\p{L}+)-free\\b", CASE);
  private static final Pattern TEMPERATURE =
      Pattern.compile(
          "(?:above|over|more than|higher than|at least|greater than|exceed\\w*|beyond|>=?|≥)\\s*"
              + NUMBER
              + "\\s*(?:K\\b|kelvin)",
          CASE);
  private static final Pattern HULL =
      Pattern.compile(
          "(?:within|below|under|at most|less than|<=?|≤)\\s*"
              + NUMBER
              + "\\s*(meV|eV)(?:\\s*(?:/|per)\\s*atom)?",
          CASE);
  private static final Pattern COUNT =
      Pattern.compile(
          "\\b(\\d{1,3}|"
              + WORDS
              + ")\\s+(?:\\p{L}+\\s+){0,3}?(?:candidates?|compounds?|crystals?|materials?"
              + "|suggestions?|structures?|superconductors?|phases?|intermetallics?|\\p{L}+ides)\\b",
          CASE);
  private static final Pattern ATOMS =
      Pattern.compile(
          "(?:at most|up to|no more than|fewer than|less than|max(?:imum)?(?:"
              + " of)?|<=?|≤)\\s*(\\d{1,3})\\s*atoms",
          CASE);
  private static final Pattern MASS =
      Pattern.compile("\\b" + NUMBER + "\\s*(?:g|grams?)\\b(?!/)", CASE);
  private static final Pattern ADDRESS = Pattern.compile("\\b[0-9a-f]{12,64}\\b");
  private static final Pattern NAMED_FAMILY =
      Pattern.compile(
          "\\b(A15|Laves|Chevrel|half-Heusler|Heusler|antiperovskites?|perovskites?|MAX phases?"
              + "|sigma phases?|chi phases?|Zintl|clathrates?|skutterudites?)\\b",
          CASE);
  private static final Pattern SMILES =
      Pattern.compile("\\bSMILES\\s*[:=]?\\s*([A-Za-z0-9@+\\-\\[\\]()=#/\\\\.%]{1,400})", CASE);
  private static final Pattern FILE_NAME =
      Pattern.compile("\\bFile ([^\\n:]{1,255}): [0-9a-f]{12,64}\\b", CASE);
  private static final Pattern KNOWN_WELCOME =
      Pattern.compile("(?:known (?:ones|compounds) (?:are|too)|including known|also known)", CASE);
  private static final List<String> COUNTS =
      List.of("unary", "binary", "ternary", "quaternary", "quinary");

  private QuestionParser() {}

  static Question parse(String text) {
    String rest = text;
    Set<Element> forbidden = EnumSet.noneOf(Element.class);
    Matcher negated = NEGATED.matcher(text);
    while (negated.find()) {
      forbidden.addAll(ElementWords.single(negated.group(1)));
      forbidden.addAll(ElementWords.ofGroups(negated.group(1)));
      rest = rest.replace(negated.group(), " ");
    }
    Matcher free = FREE.matcher(rest);
    while (free.find()) {
      forbidden.addAll(ElementWords.single(free.group(1)));
      rest = rest.replace(free.group(), " ");
    }
    Optional<String> formula = ElementWords.formula(rest);
    Set<Element> required = EnumSet.noneOf(Element.class);
    required.addAll(
        ElementWords.single(
            formula.map(rest::lastIndexOf).isPresent() ? rest.replace(formula.get(), " ") : rest));
    List<String> families = families(rest);
    required.removeAll(forbidden);
    String lower = text.toLowerCase(Locale.ROOT);
    return new Question(
        text,
        IntentRules.intent(
            text, !addresses(text).isEmpty(), formula.isPresent(), smiles(text).isPresent()),
        required,
        forbidden,
        elementCount(lower),
        lower.contains("intermetallic"),
        families,
        first(NAMED_FAMILY, text),
        decimal(TEMPERATURE, text),
        hull(text),
        count(text),
        first(ATOMS, text)
            .map(n -> OptionalInt.of(Integer.parseInt(n)))
            .orElse(OptionalInt.empty()),
        KNOWN_WELCOME.matcher(text).find(),
        decimal(MASS, text),
        addresses(text),
        formula,
        smiles(text),
        first(FILE_NAME, text));
  }

  private static List<String> families(String text) {
    List<String> families = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("cuprate")) {
      families.add("cuprate");
    }
    if (lower.contains("iron-based") || lower.contains("iron based")) {
      families.add("iron_based");
    }
    if (lower.contains("heavy fermion") || lower.contains("heavy-fermion")) {
      families.add("heavy_fermion");
    }
    return families;
  }

  private static OptionalInt elementCount(String lower) {
    for (int i = 0; i < COUNTS.size(); i++) {
      if (lower.contains(COUNTS.get(i))) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }

  private static OptionalDouble hull(String text) {
    Matcher matcher = HULL.matcher(text);
    if (!matcher.find()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(matcher.group(1));
    return OptionalDouble.of(matcher.group(2).equalsIgnoreCase("meV") ? value / 1000 : value);
  }

  private static OptionalInt count(String text) {
    Matcher matcher = COUNT.matcher(text);
    if (!matcher.find()) {
      return OptionalInt.empty();
    }
    String word = matcher.group(1).toLowerCase(Locale.ROOT);
    int count =
        Character.isDigit(word.charAt(0))
            ? Integer.parseInt(word)
            : NUMBER_WORDS.getOrDefault(word, Question.USUAL_COUNT);
    return count == 0 ? OptionalInt.empty() : OptionalInt.of(Math.min(count, 50));
  }

  private static List<String> addresses(String text) {
    return ADDRESS.matcher(text).results().map(found -> found.group()).distinct().toList();
  }

  /** A sentence may end or a bracket may close right after it. */
  private static Optional<String> smiles(String text) {
    return first(SMILES, text)
        .map(found -> found.replaceFirst("[.]+$", ""))
        .map(found -> closes(found) ? found : found.substring(0, found.length() - 1))
        .filter(found -> !found.isEmpty());
  }

  private static boolean closes(String smiles) {
    long open = smiles.chars().filter(c -> c == '(').count();
    return !smiles.endsWith(")") || smiles.chars().filter(c -> c == ')').count() <= open;
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static OptionalDouble decimal(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find()
        ? OptionalDouble.of(Double.parseDouble(matcher.group(1)))
        : OptionalDouble.empty();
  }
}
