package dev.athanor.matter.molecule;

import dev.athanor.matter.crystal.Vector3;
import java.util.List;

/** Positions of a centre with four neighbours and their hydrogens, in either handedness. */
final class Tetrahedra {
  private Tetrahedra() {}

  /** Centre, four corners, then two hydrogens beyond the second corner and one beyond the third. */
  static List<Vector3> around(int handedness) {
    double z = 0.8 * handedness;
    return List.of(
        new Vector3(0, 0, 0),
        new Vector3(0.8, 0.8, z),
        new Vector3(-0.8, -0.8, z),
        new Vector3(-0.8, 0.8, -z),
        new Vector3(0.63, -0.63, -0.63 * handedness),
        new Vector3(-1.7, -0.6, 1.1 * z),
        new Vector3(-0.6, -1.7, 1.1 * z),
        new Vector3(-1.4, 1.4, -1.2 * z));
  }
}
