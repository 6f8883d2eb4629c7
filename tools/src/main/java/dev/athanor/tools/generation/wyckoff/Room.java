package dev.athanor.tools.generation.wyckoff;

import dev.athanor.matter.crystal.GeometryCheck;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.List;

/** Whether atoms that are added to a cell keep their distance, periodic images among them. */
final class Room {
  private static final double LEAST_SHARE = 0.75;

  private Room() {}

  static boolean isLeft(Lattice cell, List<Site> seated, List<Site> added) {
    for (int i = 0; i < added.size(); i++) {
      for (Site other : seated) {
        if (tooClose(cell, added.get(i), other, false)) {
          return false;
        }
      }
      for (int j = 0; j <= i; j++) {
        if (tooClose(cell, added.get(i), added.get(j), i == j)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Looks at the images in the cells around, which is enough for cells that are not very flat. */
  private static boolean tooClose(Lattice cell, Site a, Site b, boolean same) {
    double least =
        LEAST_SHARE
            * (GeometryCheck.radius(a.majorElement()) + GeometryCheck.radius(b.majorElement()));
    Vector3 apart = a.position().minus(b.position());
    for (int x = -1; x <= 1; x++) {
      for (int y = -1; y <= 1; y++) {
        for (int z = -1; z <= 1; z++) {
          boolean itself = same && x == 0 && y == 0 && z == 0;
          Vector3 image = apart.plus(new Vector3(x, y, z));
          if (!itself && cell.toCartesian(image).length() < least) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
