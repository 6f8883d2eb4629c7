package dev.athanor.knowledge.build;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.knowledge.superconductors.CompositionKey;
import dev.athanor.knowledge.superconductors.Evidence;
import dev.athanor.knowledge.superconductors.KnownSuperconductor;
import dev.athanor.matter.chemistry.Composition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Puts reports of one composition together: the highest temperature counts. Rows that cannot be
 * what they say are refused.
 */
final class SuperconductorStage {
  /**
   * Oxygen of unknown content is written {@code OY}, {@code OZ} or {@code OX} in SuperCon; read as
   * a formula it would be yttrium.
   */
  private static final Pattern UNKNOWN_CONTENT = Pattern.compile(".*O[XYZ]$");

  /** Spelled with signs that no formula has. */
  private static final Pattern NO_FORMULA = Pattern.compile(".*[=!+\\-].*");

  private final SuspectReports suspects;
  private final Map<String, Merged> merged = new TreeMap<>();

  SuperconductorStage(SuspectReports suspects) {
    this.suspects = suspects;
  }

  /**
   * Adds a report.
   *
   * @throws KnowledgeException {@code BAD_ROW} if it is refused
   */
  void add(String formula, double kelvin, String family, Evidence evidence, String source) {
    if (UNKNOWN_CONTENT.matcher(formula).matches() || NO_FORMULA.matcher(formula).matches()) {
      throw new KnowledgeException(
          KnowledgeErrors.BAD_ROW,
          "'" + formula + "' does not say how much of everything there is");
    }
    Composition composition = Composition.parse(formula);
    suspects.refuse(composition, kelvin);
    String key = CompositionKey.of(composition) + evidence.label();
    merged
        .computeIfAbsent(key, k -> new Merged(composition, evidence))
        .add(composition, kelvin, family(family), source, formula);
  }

  List<KnownSuperconductor> finish() {
    return merged.values().stream().map(Merged::result).toList();
  }

  static String family(String written) {
    return switch (written.toLowerCase(Locale.ROOT)) {
      case "cuprate" -> "cuprate";
      case "ferrite", "iron-based" -> "iron_based";
      case "heavy-fermion" -> "heavy_fermion";
      case "other", "others" -> "other";
      default -> "unknown";
    };
  }

  private static final class Merged {
    private final Evidence evidence;
    private final TreeSet<String> sources = new TreeSet<>();
    private final TreeSet<String> rows = new TreeSet<>();
    private final Map<String, Integer> families = new HashMap<>();
    private Composition shown;
    private double highest;

    Merged(Composition first, Evidence evidence) {
      this.shown = first;
      this.evidence = evidence;
    }

    void add(Composition composition, double kelvin, String family, String source, String formula) {
      highest = Math.max(highest, kelvin);
      sources.add(source);
      rows.add(source + " " + formula + " " + kelvin);
      families.merge(family, 1, Integer::sum);
      if (composition.isInteger() && !shown.isInteger()) {
        shown = composition;
      }
    }

    KnownSuperconductor result() {
      Composition reduced = shown.reduced();
      return new KnownSuperconductor(
          reduced.formula(),
          reduced,
          highest,
          mostSpecific(),
          evidence,
          new ArrayList<>(sources),
          rows.size());
    }

    private String mostSpecific() {
      for (String family : List.of("cuprate", "iron_based", "heavy_fermion", "other")) {
        if (families.containsKey(family)) {
          return family;
        }
      }
      return "unknown";
    }
  }
}
