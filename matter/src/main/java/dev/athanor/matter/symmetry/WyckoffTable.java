package dev.athanor.matter.symmetry;

import dev.athanor.matter.internal.ResourceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One point of each Wyckoff position, by letter: the resource {@code wyckoff.tsv}. */
final class WyckoffTable {
  private static final Map<Integer, List<CoordinateTriplet>> BY_ROW = load();

  private WyckoffTable() {}

  /** Representatives in the order of their letters, in the axes of this setting. */
  static List<CoordinateTriplet> representatives(SpaceGroup group) {
    List<CoordinateTriplet> known = BY_ROW.get(group.row());
    return known != null
        ? known
        : SettingChange.carriedOver(SpaceGroup.settings(group.number()).get(0), group);
  }

  private static Map<Integer, List<CoordinateTriplet>> load() {
    Map<Integer, List<CoordinateTriplet>> found = new HashMap<>();
    for (String[] columns : ResourceTable.rows(SpaceGroup.class, "wyckoff.tsv")) {
      List<CoordinateTriplet> points = new ArrayList<>();
      for (String point : columns[1].split(" ", -1)) {
        points.add(CoordinateTriplet.parse(point));
      }
      found.put(Integer.parseInt(columns[0]), List.copyOf(points));
    }
    return Map.copyOf(found);
  }
}
