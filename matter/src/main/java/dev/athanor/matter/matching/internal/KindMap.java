package dev.athanor.matter.matching.internal;

import dev.athanor.matter.chemistry.Element;
import java.util.Map;
import java.util.Optional;

/** Which kind of site of one cell may lie on which of another, given what elements stand for. */
public final class KindMap {
  private KindMap() {}

  /**
   * For each kind of {@code target} the kind of {@code cell}; empty where occupants or numbers do
   * not agree.
   *
   * @param multiple how many times the cell goes into the target
   * @param species for each element of the cell what stands for it in the target
   */
  public static Optional<int[]> of(
      CellArrays cell, CellArrays target, int multiple, Map<Element, Element> species) {
    if (cell.kindCount() != target.kindCount()) {
      return Optional.empty();
    }
    int[] kinds = new int[target.kindCount()];
    boolean[] used = new boolean[target.kindCount()];
    for (int kind = 0; kind < cell.kindCount(); kind++) {
      Mixture mapped = cell.mixture(kind).mapped(species);
      int partner = 0;
      while (partner < kinds.length && (used[partner] || !target.mixture(partner).isLike(mapped))) {
        partner++;
      }
      if (partner == kinds.length
          || target.sitesOfKind(partner).length != multiple * cell.sitesOfKind(kind).length) {
        return Optional.empty();
      }
      used[partner] = true;
      kinds[partner] = kind;
    }
    return Optional.of(kinds);
  }
}
