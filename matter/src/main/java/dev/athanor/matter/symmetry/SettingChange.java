package dev.athanor.matter.symmetry;

import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.symmetry.internal.FixedSpace;
import dev.athanor.matter.symmetry.internal.SettingMatch;
import dev.athanor.matter.symmetry.internal.SpecialPositions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Carries the letters of Wyckoff positions from the standard setting of a type to another one. */
final class SettingChange {
  /** Parameters at which nothing special happens. */
  private static final Vector3 GENERIC = new Vector3(0.1313, 0.2347, 0.0791);

  private SettingChange() {}

  /** One point of each position of the setting, by the letters of the standard setting. */
  static List<CoordinateTriplet> carriedOver(SpaceGroup standard, SpaceGroup setting) {
    WyckoffPositions known = WyckoffPositions.table(standard);
    SettingMatch match = SettingMatch.of(setting.operations());
    StandardTransformation change =
        new StandardTransformation(
            match.matrix(), new Vector3(match.origin()[0], match.origin()[1], match.origin()[2]));
    List<WyckoffPosition> positions = known.all();
    List<CoordinateTriplet> found =
        new ArrayList<>(
            Collections.nCopies(
                positions.size(), positions.get(positions.size() - 1).representative()));
    for (Set<FixedSpace> spaces : new SpecialPositions(setting.operations()).all()) {
      CoordinateTriplet simplest = simplest(spaces);
      Vector3 point = change.toStandard(simplest.apply(GENERIC));
      found.set(known.indexAt(point), simplest);
    }
    return List.copyOf(found);
  }

  private static CoordinateTriplet simplest(Set<FixedSpace> spaces) {
    int[] best = null;
    for (FixedSpace space : spaces) {
      int[] tried = space.parametrised();
      if (best == null || isSimpler(tried, best)) {
        best = tried;
      }
    }
    if (best == null) {
      throw new IllegalStateException("a position without points");
    }
    return CoordinateTriplet.ofUnits(best);
  }

  /** Fewer and smaller coefficients first, then smaller constants. */
  private static boolean isSimpler(int[] one, int[] other) {
    int byCoefficients = Integer.compare(weight(one), weight(other));
    return byCoefficients != 0 ? byCoefficients < 0 : Arrays.compare(one, 9, 12, other, 9, 12) < 0;
  }

  private static int weight(int[] parametrised) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += 2 * Math.abs(parametrised[i]) + (parametrised[i] < 0 ? 1 : 0);
    }
    return sum;
  }
}
