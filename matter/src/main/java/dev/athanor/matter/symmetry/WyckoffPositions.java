package dev.athanor.matter.symmetry;

import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.symmetry.internal.FixedSpace;
import dev.athanor.matter.symmetry.internal.SiteSymmetrySymbol;
import dev.athanor.matter.symmetry.internal.SpecialPositions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Wyckoff positions of a space group, most special first.
 *
 * <p>Multiplicities, site symmetries and coordinates follow from the operations. Which letter a
 * position has is a convention of International Tables A; for their 530 settings it is read from a
 * table of representatives, for settings with enlarged cells it is carried over from the first
 * setting of the type. Where several changes of axes and origin lead there, they may exchange
 * letters of equal positions.
 */
public final class WyckoffPositions {
  /** Mismatch of coordinates, as fractions, that a refined site may have. */
  private static final double ON_POSITION = 1e-5;

  private static final Map<Integer, WyckoffPositions> CACHE = new ConcurrentHashMap<>();

  private final List<WyckoffPosition> positions;
  private final List<List<FixedSpace>> spaces;

  private WyckoffPositions(List<WyckoffPosition> positions, List<List<FixedSpace>> spaces) {
    this.positions = List.copyOf(positions);
    this.spaces = List.copyOf(spaces);
  }

  /** All positions of a setting, by letter; the last is the general one. */
  public static List<WyckoffPosition> of(SpaceGroup group) {
    return table(group).positions;
  }

  static WyckoffPositions table(SpaceGroup group) {
    WyckoffPositions known = CACHE.get(group.row());
    if (known == null) {
      known = load(group);
      CACHE.put(group.row(), known);
    }
    return known;
  }

  /**
   * The position of a refined site.
   *
   * @param point fractional coordinates
   * @param multiplicity number of its images in one cell
   */
  WyckoffPosition at(Vector3 point, int multiplicity) {
    for (int i = 0; i < positions.size(); i++) {
      if (positions.get(i).multiplicity() == multiplicity && isOn(i, point)) {
        return positions.get(i);
      }
    }
    // images that differ by less than the tolerance count as one place, exactly or not
    return positions.get(indexAt(point));
  }

  /** All positions. */
  List<WyckoffPosition> all() {
    return positions;
  }

  /** Index of the most special position that a point lies on. */
  int indexAt(Vector3 point) {
    int best = positions.size() - 1;
    for (int i = best; i >= 0; i--) {
      if (positions.get(i).multiplicity() < positions.get(best).multiplicity() && isOn(i, point)) {
        best = i;
      }
    }
    return best;
  }

  private boolean isOn(int position, Vector3 point) {
    for (FixedSpace space : spaces.get(position)) {
      if (space.mismatch(point.x(), point.y(), point.z()) < ON_POSITION) {
        return true;
      }
    }
    return false;
  }

  private static WyckoffPositions load(SpaceGroup group) {
    List<CoordinateTriplet> representatives = WyckoffTable.representatives(group);
    List<SymmetryOperation> operations = group.operations();
    SpecialPositions special = new SpecialPositions(operations);
    List<int[]> crystal = distinctRotations(operations);
    List<WyckoffPosition> positions = new ArrayList<>();
    List<List<FixedSpace>> spaces = new ArrayList<>();
    for (int i = 0; i < representatives.size(); i++) {
      CoordinateTriplet first = representatives.get(i);
      Set<CoordinateTriplet> points = new LinkedHashSet<>();
      List<SymmetryOperation> keeping = new ArrayList<>();
      for (SymmetryOperation operation : operations) {
        CoordinateTriplet image = first.under(operation);
        points.add(image);
        if (image.equals(first)) {
          keeping.add(operation);
        }
      }
      positions.add(
          new WyckoffPosition(
              letter(i),
              points.size(),
              SiteSymmetrySymbol.of(
                  distinctRotations(keeping), crystal, operations.size() > crystal.size()),
              List.copyOf(points)));
      spaces.add(List.copyOf(special.orbit(first.space())));
    }
    return new WyckoffPositions(positions, spaces);
  }

  private static String letter(int index) {
    return index < 26
        ? String.valueOf((char) ('a' + index))
        : String.valueOf((char) ('A' + index - 26));
  }

  private static List<int[]> distinctRotations(List<SymmetryOperation> operations) {
    List<int[]> found = new ArrayList<>();
    for (SymmetryOperation operation : operations) {
      int[] w = new int[9];
      for (int i = 0; i < 9; i++) {
        w[i] = operation.rotation(i / 3, i % 3);
      }
      if (found.stream().noneMatch(known -> Arrays.equals(known, w))) {
        found.add(w);
      }
    }
    return found;
  }
}
