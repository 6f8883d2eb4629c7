package dev.athanor.matter.prototype.learning;

import dev.athanor.matter.prototype.Ion;
import dev.athanor.matter.prototype.learning.Arrangement.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compounds of one arrangement that have all but one slot in common, and such that have all but two
 * in common: what fills the free slots replaces each other.
 */
final class Families {
  private static final int MOST_MEMBERS = 2_000;

  private final boolean charges;
  private final Map<String, Set<Ion>> single = new HashMap<>();
  private final Map<String, Set<List<Ion>>> coupled = new HashMap<>();

  /**
   * No compounds yet.
   *
   * @param charges whether ions of different oxidation states are different
   */
  Families(boolean charges) {
    this.charges = charges;
  }

  /** Adds a compound. */
  void add(int group, Arrangement arrangement) {
    List<Slot> slots = arrangement.slots();
    for (int i = 0; i < slots.size(); i++) {
      single.computeIfAbsent(key(group, slots, i, i), k -> new TreeSet<>()).add(ion(slots.get(i)));
      for (int j = i + 1; j < slots.size(); j++) {
        coupled
            .computeIfAbsent(key(group, slots, i, j), k -> new LinkedHashSet<>())
            .add(List.of(ion(slots.get(i)), ion(slots.get(j))));
      }
    }
  }

  /** What stands in slot {@code i} of compounds that else agree with this one. */
  Set<Ion> others(int group, Arrangement arrangement, int i) {
    return single.getOrDefault(key(group, arrangement.slots(), i, i), Set.of());
  }

  /** What stands in slots {@code i} and {@code j} of compounds that else agree with this one. */
  Set<List<Ion>> others(int group, Arrangement arrangement, int i, int j) {
    return coupled.getOrDefault(key(group, arrangement.slots(), i, j), Set.of());
  }

  Ion ion(Slot slot) {
    return new Ion(slot.element(), charges ? slot.charge() : 0);
  }

  /** Replacements in one slot; every member of a family counts one, shared among the others. */
  double[][] singleCounts(Map<Ion, Integer> index) {
    double[][] counts = new double[index.size()][index.size()];
    for (Set<Ion> family : single.values()) {
      double share = 1.0 / Math.max(1, family.size() - 1);
      for (Ion a : family) {
        for (Ion b : family) {
          if (!a.equals(b)) {
            counts[at(index, a)][at(index, b)] += share;
          }
        }
      }
    }
    return counts;
  }

  /** Replacements that go together in two slots, counted likewise in each. */
  double[][] coupledCounts(Map<Ion, Integer> index) {
    double[][] counts = new double[index.size()][index.size()];
    for (Set<List<Ion>> family : coupled.values()) {
      List<List<Ion>> members = new ArrayList<>(family);
      if (members.size() > MOST_MEMBERS) {
        members = members.subList(0, MOST_MEMBERS);
      }
      double share = 1.0 / Math.max(1, members.size() - 1);
      for (List<Ion> p : members) {
        for (List<Ion> q : members) {
          if (!p.get(0).equals(q.get(0)) && !p.get(1).equals(q.get(1))) {
            counts[at(index, p.get(0))][at(index, q.get(0))] += share;
            counts[at(index, p.get(1))][at(index, q.get(1))] += share;
          }
        }
      }
    }
    return counts;
  }

  /** Families of two members or more. */
  long size() {
    return single.values().stream().filter(family -> family.size() > 1).count();
  }

  private static int at(Map<Ion, Integer> index, Ion ion) {
    Integer place = index.get(ion);
    if (place == null) {
      throw new IllegalArgumentException("an ion outside the vocabulary: " + ion);
    }
    return place;
  }

  private String key(int group, List<Slot> slots, int i, int j) {
    StringBuilder key = new StringBuilder().append(group).append('|').append(slots.get(i).places());
    key.append('|').append(slots.get(j).places());
    for (int other = 0; other < slots.size(); other++) {
      if (other != i && other != j) {
        key.append('|').append(slots.get(other).places()).append(ion(slots.get(other)));
      }
    }
    return key.toString();
  }
}
