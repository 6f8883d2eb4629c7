package dev.athanor.agent.planner.offline;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds elements in words: names, symbols, systems ("Re-Zr"), anions ("nitrides") and groups. */
final class ElementWords {
  private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{N}.]*(?:-[A-Z][a-z]?)*");
  private static final Pattern SYSTEM = Pattern.compile("[A-Z][a-z]?(?:-[A-Z][a-z]?)+");
  private static final Pattern FORMULA = Pattern.compile("(?:[A-Z][a-z]?\\d*(?:\\.\\d+)?){2,}");

  /** Symbols that are also English words, or letters used as units and labels. */
  private static final Set<String> AMBIGUOUS =
      Set.of("I", "In", "As", "At", "He", "No", "Be", "Am", "K", "C", "V", "W", "S", "H", "N", "O");

  private static final Set<String> NO_FORMULAS =
      Set.of("CIF", "POSCAR", "SI", "PhD", "NOT", "HOW", "USA", "CSV", "CO", "HI", "OK", "BCS");

  private static final Map<String, Element> NAMES = names();
  private static final Map<String, Predicate<Element>> GROUPS = groups();

  private ElementWords() {}

  private static Map<String, Element> names() {
    Map<String, Element> names = new HashMap<>();
    for (Element element : Element.values()) {
      names.put(element.elementName().toLowerCase(Locale.ROOT), element);
    }
    names.put("aluminum", Element.Al);
    names.put("sulphur", Element.S);
    names.put("cesium", Element.Cs);
    names.put("caesium", Element.Cs);
    Map<String, Element> anions =
        Map.ofEntries(
            Map.entry("hydride", Element.H),
            Map.entry("boride", Element.B),
            Map.entry("carbide", Element.C),
            Map.entry("nitride", Element.N),
            Map.entry("oxide", Element.O),
            Map.entry("fluoride", Element.F),
            Map.entry("silicide", Element.Si),
            Map.entry("phosphide", Element.P),
            Map.entry("sulfide", Element.S),
            Map.entry("sulphide", Element.S),
            Map.entry("chloride", Element.Cl),
            Map.entry("germanide", Element.Ge),
            Map.entry("arsenide", Element.As),
            Map.entry("selenide", Element.Se),
            Map.entry("bromide", Element.Br),
            Map.entry("stannide", Element.Sn),
            Map.entry("antimonide", Element.Sb),
            Map.entry("telluride", Element.Te),
            Map.entry("iodide", Element.I),
            Map.entry("bismuthide", Element.Bi));
    anions.forEach(
        (word, element) -> {
          names.put(word, element);
          names.put(word + "s", element);
        });
    return Map.copyOf(names);
  }

  private static Map<String, Predicate<Element>> groups() {
    Map<String, Predicate<Element>> groups = new HashMap<>();
    Predicate<Element> rareEarth =
        element -> element.isLanthanide() || element == Element.Sc || element == Element.Y;
    for (String word : List.of("rare-earth", "rare-earths", "rare earth", "rare earths")) {
      groups.put(word, rareEarth);
    }
    groups.put("lanthanide", Element::isLanthanide);
    groups.put("lanthanides", Element::isLanthanide);
    groups.put("actinide", Element::isActinide);
    groups.put("actinides", Element::isActinide);
    groups.put("radioactive", Element::isRadioactive);
    groups.put("noble metal", noble());
    groups.put("noble metals", noble());
    groups.put("platinum group", platinumGroup());
    groups.put("toxic elements", toxic());
    groups.put("toxic element", toxic());
    return Map.copyOf(groups);
  }

  private static Predicate<Element> noble() {
    Set<Element> metals =
        EnumSet.of(
            Element.Ru,
            Element.Rh,
            Element.Pd,
            Element.Ag,
            Element.Os,
            Element.Ir,
            Element.Pt,
            Element.Au);
    return metals::contains;
  }

  private static Predicate<Element> platinumGroup() {
    Set<Element> metals =
        EnumSet.of(Element.Ru, Element.Rh, Element.Pd, Element.Os, Element.Ir, Element.Pt);
    return metals::contains;
  }

  private static Predicate<Element> toxic() {
    Set<Element> elements =
        EnumSet.of(
            Element.Be, Element.As, Element.Cd, Element.Hg, Element.Tl, Element.Pb, Element.Os);
    return elements::contains;
  }

  /** Elements named one by one, in order. */
  static List<Element> single(String text) {
    List<Element> found = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String word = matcher.group().replaceAll("\\.$", "");
      if (SYSTEM.matcher(word).matches()) {
        Arrays.stream(word.split("-", -1))
            .flatMap(part -> Element.ofSymbol(part).stream())
            .forEach(found::add);
      } else {
        one(text, matcher, word).ifPresent(found::add);
      }
    }
    return found.stream().distinct().toList();
  }

  private static Optional<Element> one(String text, Matcher matcher, String word) {
    Optional<Element> named =
        Optional.ofNullable(NAMES.get(word.replaceAll("-.*$", "").toLowerCase(Locale.ROOT)));
    if (named.isPresent()) {
      return named;
    }
    boolean listed =
        text.substring(matcher.end()).matches("(?s)\\s?(?:,|and\\s+[A-Z]|or\\s+[A-Z]).*")
            || text.substring(0, matcher.start()).matches("(?s).*(?:containing|contain|with|,)\\s");
    boolean afterNumber = text.substring(0, matcher.start()).matches("(?s).*\\d\\s?");
    if (afterNumber || (AMBIGUOUS.contains(word) && !listed)) {
      return Optional.empty();
    }
    return Element.ofSymbol(word);
  }

  /** Elements meant by groups, as in "rare earths". */
  static Set<Element> ofGroups(String text) {
    Set<Element> found = EnumSet.noneOf(Element.class);
    String lower = text.toLowerCase(Locale.ROOT);
    GROUPS.forEach(
        (word, members) -> {
          if (Pattern.compile("\\b" + Pattern.quote(word) + "\\b").matcher(lower).find()) {
            Arrays.stream(Element.values()).filter(members).forEach(found::add);
          }
        });
    return found;
  }

  /** The first formula of at least two elements. */
  static Optional<String> formula(String text) {
    Matcher matcher =
        Pattern.compile("(?<![\\p{L}\\p{N}-])" + FORMULA.pattern() + "(?![\\p{L}\\p{N}-])")
            .matcher(text);
    while (matcher.find()) {
      String word = matcher.group();
      if (!NO_FORMULAS.contains(word) && isCompound(word)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  private static boolean isCompound(String word) {
    try {
      return Composition.parse(word).elements().size() >= 2;
    } catch (MatterException e) {
      return false;
    }
  }
}
