package dev.athanor.matter.symmetry;

import dev.athanor.matter.internal.ResourceTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The settings of the resource {@code settings.tsv}, found by number, name, Hall symbol,
 * operations.
 */
final class SpaceGroupTable {
  private static final Map<String, SpaceGroup> BY_HALL = new HashMap<>();
  private static final Map<String, Set<SpaceGroup>> BY_NAME = new HashMap<>();
  private static final Map<Integer, List<SpaceGroup>> BY_NUMBER = new HashMap<>();
  private static final Map<Long, List<SpaceGroup>> BY_FINGERPRINT = new HashMap<>();
  private static final List<SpaceGroup> ALL = load();
  private static final Map<Integer, List<SymmetryOperation>> OPERATIONS = new ConcurrentHashMap<>();

  private SpaceGroupTable() {}

  static List<SpaceGroup> all() {
    return ALL;
  }

  static List<SpaceGroup> settings(int number) {
    return BY_NUMBER.getOrDefault(number, List.of());
  }

  static Optional<SpaceGroup> standard(int number) {
    List<SpaceGroup> settings = settings(number);
    return settings.stream()
        .filter(group -> group.choice().equals("2"))
        .findFirst()
        .or(() -> settings.stream().findFirst());
  }

  static Optional<SpaceGroup> ofHallSymbol(String hallSymbol) {
    return Optional.ofNullable(BY_HALL.get(hallKey(hallSymbol)));
  }

  static List<SymmetryOperation> operations(SpaceGroup group) {
    return OPERATIONS.computeIfAbsent(
        group.row(), row -> HallSymbol.operations(group.hallSymbol()));
  }

  static Optional<SpaceGroup> ofOperations(Collection<SymmetryOperation> operations) {
    Set<SymmetryOperation> wanted = new HashSet<>(operations);
    return BY_FINGERPRINT.getOrDefault(SymmetryGroups.fingerprint(wanted), List.of()).stream()
        .filter(group -> wanted.equals(new HashSet<>(operations(group))))
        .findFirst();
  }

  static List<SpaceGroup> named(String name) {
    SpaceGroupName wanted = SpaceGroupName.of(name);
    for (String key : wanted.keys()) {
      Set<SpaceGroup> found = BY_NAME.get(key);
      if (found != null) {
        List<SpaceGroup> chosen = found.stream().filter(wanted::allows).toList();
        if (!chosen.isEmpty()) {
          return originTwoFirst(chosen);
        }
      }
    }
    return List.of();
  }

  private static List<SpaceGroup> originTwoFirst(List<SpaceGroup> groups) {
    List<SpaceGroup> sorted = new ArrayList<>(groups);
    sorted.sort(Comparator.comparing(group -> group.choice().startsWith("1")));
    return List.copyOf(sorted);
  }

  private static String hallKey(String symbol) {
    return symbol.replace('_', ' ').trim().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static List<SpaceGroup> load() {
    return ResourceTable.rows(SpaceGroup.class, "settings.tsv").stream()
        .map(SpaceGroupTable::row)
        .toList();
  }

  private static SpaceGroup row(String[] columns) {
    List<String> names = List.of(columns[2].split("=", -1));
    SpaceGroup group =
        new SpaceGroup(
            Integer.parseInt(columns[0]),
            Integer.parseInt(columns[1]),
            printed(names),
            names.get(names.size() - 1),
            columns[3],
            columns[4]);
    BY_FINGERPRINT
        .computeIfAbsent(Long.parseUnsignedLong(columns[6], 16), k -> new ArrayList<>(1))
        .add(group);
    BY_HALL.putIfAbsent(hallKey(group.hallSymbol()), group);
    BY_NUMBER.computeIfAbsent(group.number(), n -> new ArrayList<>()).add(group);
    Set<String> keys = new LinkedHashSet<>();
    for (String name : names) {
      keys.addAll(SpaceGroupName.keysOfPrinted(name));
    }
    keys.forEach(key -> BY_NAME.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(group));
    return group;
  }

  /** The full symbol without its ones is what authors print for monoclinic settings. */
  private static String printed(List<String> names) {
    String full = names.get(names.size() - 1);
    return SpaceGroupName.withoutOnes(full).orElse(names.get(0));
  }
}
