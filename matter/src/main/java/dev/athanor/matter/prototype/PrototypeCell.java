package dev.athanor.matter.prototype;

import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.prototype.Prototype.Place;
import dev.athanor.matter.symmetry.SpaceGroup;
import dev.athanor.matter.symmetry.SymmetryOperation;
import java.util.ArrayList;
import java.util.List;

/** From Wyckoff positions to the places of a cell. */
final class PrototypeCell {
  /** Points closer than this, in fractions of an edge, are one. */
  private static final double SAME = 1e-4;

  private PrototypeCell() {}

  /**
   * Every place of an orbit in the conventional cell, in [0, 1).
   *
   * @throws IllegalArgumentException unless there are as many as the multiplicity says
   */
  static List<Vector3> places(WyckoffOrbit orbit, SpaceGroup group) {
    List<Vector3> found = new ArrayList<>(orbit.multiplicity());
    for (SymmetryOperation operation : group.operations()) {
      addNew(found, operation.apply(orbit.position()).wrapped());
    }
    if (found.size() != orbit.multiplicity()) {
      throw new IllegalArgumentException(
          orbit.coordinates().text()
              + " has "
              + found.size()
              + " places in "
              + group.qualifiedSymbol()
              + ", not "
              + orbit.multiplicity());
    }
    return found;
  }

  /** All places of the primitive cell of {@link #primitive}, orbit by orbit. */
  static List<Place> primitivePlaces(List<WyckoffOrbit> orbits, SpaceGroup group, Lattice cell) {
    Lattice primitive = primitive(cell, group);
    List<Place> result = new ArrayList<>();
    for (WyckoffOrbit orbit : orbits) {
      List<Vector3> found = new ArrayList<>();
      for (Vector3 place : places(orbit, group)) {
        addNew(found, primitive.toFractional(cell.toCartesian(place)).wrapped());
      }
      found.forEach(place -> result.add(new Place(orbit.slot(), orbit.letter(), place)));
    }
    return result;
  }

  /** A primitive cell of the conventional one: that of International Tables for its centring. */
  static Lattice primitive(Lattice cell, SpaceGroup group) {
    Vector3 a = cell.a();
    Vector3 b = cell.b();
    Vector3 c = cell.c();
    boolean hexagonal = group.choice().equals("H");
    return switch (centring(group)) {
      case 'P' -> cell;
      case 'R' ->
          hexagonal
              ? new Lattice(
                  sum(a, 2 / 3.0, b, 1 / 3.0, c, 1 / 3.0),
                  sum(a, -1 / 3.0, b, 1 / 3.0, c, 1 / 3.0),
                  sum(a, -1 / 3.0, b, -2 / 3.0, c, 1 / 3.0))
              : cell;
      case 'A' -> new Lattice(a, sum(a, 0, b, 0.5, c, -0.5), sum(a, 0, b, 0.5, c, 0.5));
      case 'C' -> new Lattice(sum(a, 0.5, b, -0.5, c, 0), sum(a, 0.5, b, 0.5, c, 0), c);
      case 'I' ->
          new Lattice(
              sum(a, -0.5, b, 0.5, c, 0.5),
              sum(a, 0.5, b, -0.5, c, 0.5),
              sum(a, 0.5, b, 0.5, c, -0.5));
      case 'F' ->
          new Lattice(
              sum(a, 0, b, 0.5, c, 0.5), sum(a, 0.5, b, 0, c, 0.5), sum(a, 0.5, b, 0.5, c, 0));
      default -> throw new IllegalArgumentException("centring of " + group.symbol());
    };
  }

  /** First letter of the symbol: P, A, C, I, F or R. */
  static char centring(SpaceGroup group) {
    return group.symbol().charAt(0);
  }

  private static void addNew(List<Vector3> known, Vector3 point) {
    for (Vector3 other : known) {
      if (near(other.x() - point.x())
          && near(other.y() - point.y())
          && near(other.z() - point.z())) {
        return;
      }
    }
    known.add(point);
  }

  private static boolean near(double difference) {
    return Math.abs(difference - Math.rint(difference)) < SAME;
  }

  private static Vector3 sum(Vector3 a, double ofA, Vector3 b, double ofB, Vector3 c, double ofC) {
    return a.times(ofA).plus(b.times(ofB)).plus(c.times(ofC));
  }
}
