package dev.athanor.matter.prototype.learning;

import dev.athanor.matter.matching.StructureFingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the arrangements: crystals of one number are of one prototype, as far as it shows. */
final class ArrangementGroups {
  /** Anonymous fingerprints this near to a group's first belong to it. */
  private static final double SAME_ARRANGEMENT = StructureFingerprint.SAME_ARRANGEMENT;

  private final Map<String, List<Leader>> leaders = new HashMap<>();
  private int count;

  private record Leader(int group, StructureFingerprint fingerprint) {}

  /** The group of an arrangement, a new one where it is like none before. */
  int group(Arrangement arrangement) {
    List<Leader> list = leaders.computeIfAbsent(arrangement.key(), key -> new ArrayList<>());
    for (Leader leader : list) {
      if (leader.fingerprint().anonymousDistance(arrangement.fingerprint()) <= SAME_ARRANGEMENT) {
        return leader.group();
      }
    }
    list.add(new Leader(count, arrangement.fingerprint()));
    return count++;
  }

  /** How many groups there are. */
  int count() {
    return count;
  }
}
