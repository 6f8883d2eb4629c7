package dev.athanor.matter.prototype.learning;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.matching.StructureFingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Counts which elements replace each other in known structures of one arrangement.
 *
 * <p>Run: {@code java -cp CLASSPATH dev.athanor.matter.prototype.learning.SubstitutionLearning
 * substitutions.tsv STRUCTURES.jsonl.gz...}. Structures are gathered by their anonymous fingerprint
 * (first leader within {@value #SAME_ARRANGEMENT}). Within a group, all compounds that have
 * everything in common but one element form a family; each of its members gives one count, shared
 * evenly among the others, so that a large family does not outweigh many small ones.
 */
public final class SubstitutionLearning {
  private static final double SAME_ARRANGEMENT = 0.06;
  private static final double LEAST_COUNT = 0.05;

  private final Map<Long, List<Group>> groups = new HashMap<>();

  private SubstitutionLearning() {}

  /**
   * Reads the structures and writes the table.
   *
   * @throws IOException where a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    SubstitutionLearning learning = new SubstitutionLearning();
    for (int i = 1; i < arguments.length; i++) {
      CrystalLines.forEach(Path.of(arguments[i]), learning::add);
    }
    Files.writeString(Path.of(arguments[0]), learning.table(), StandardCharsets.UTF_8);
  }

  private void add(CrystalRecord entry) {
    Composition composition = entry.crystal().composition();
    if (!entry.crystal().isOrdered() || composition.elements().size() < 2) {
      return;
    }
    StructureFingerprint fingerprint = StructureFingerprint.of(entry.crystal());
    List<Group> candidates =
        groups.computeIfAbsent(fingerprint.anonymousKey(), key -> new ArrayList<>());
    for (Group group : candidates) {
      if (group.leader.anonymousDistance(fingerprint) <= SAME_ARRANGEMENT) {
        group.add(composition);
        return;
      }
    }
    Group group = new Group(fingerprint);
    group.add(composition);
    candidates.add(group);
  }

  private String table() {
    int size = Element.values().length;
    double[][] counts = new double[size + 1][size + 1];
    int families = 0;
    for (List<Group> list : groups.values()) {
      for (Group group : list) {
        for (Set<Element> family : group.families.values()) {
          families += family.size() > 1 ? 1 : 0;
          count(family, counts);
        }
      }
    }
    StringBuilder text =
        new StringBuilder(
            "# element element count; computed by SubstitutionLearning from "
                + families
                + " families of Materials Project structures (CC BY 4.0)\n");
    for (int a = 1; a <= size; a++) {
      for (int b = a + 1; b <= size; b++) {
        if (counts[a][b] >= LEAST_COUNT) {
          text.append(
              String.format(
                  Locale.ROOT,
                  "%s\t%s\t%.2f%n",
                  Element.ofAtomicNumber(a),
                  Element.ofAtomicNumber(b),
                  counts[a][b]));
        }
      }
    }
    return text.toString();
  }

  private static void count(Set<Element> family, double[][] counts) {
    double share = 1.0 / Math.max(1, family.size() - 1);
    for (Element a : family) {
      for (Element b : family) {
        if (a != b) {
          counts[a.atomicNumber()][b.atomicNumber()] += share;
        }
      }
    }
  }

  private static final class Group {
    private final StructureFingerprint leader;
    private final Map<String, Set<Element>> families = new HashMap<>();

    private Group(StructureFingerprint leader) {
      this.leader = leader;
    }

    private void add(Composition composition) {
      Composition reduced = composition.reduced();
      for (Element removed : reduced.elements()) {
        StringBuilder key = new StringBuilder().append(Math.round(reduced.amount(removed)));
        reduced
            .amounts()
            .forEach(
                (element, amount) -> {
                  if (element != removed) {
                    key.append(element.symbol()).append(Math.round(amount));
                  }
                });
        families.computeIfAbsent(key.toString(), k -> EnumSet.noneOf(Element.class)).add(removed);
      }
    }
  }
}
