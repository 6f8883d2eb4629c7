package dev.athanor.matter.symmetry;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Crystals made to have a given symmetry and no more, and the same hidden in odd cells. */
final class GeneratedCrystals {
  private static final List<Element> GENERAL = List.of(Element.Si, Element.Ge);

  private GeneratedCrystals() {}

  /**
   * The standard cell of a type with two kinds of sites in general positions and two more on any of
   * its Wyckoff positions.
   */
  static Crystal standard(int number, Random random) {
    SpaceGroup group = SpaceGroup.settings(number).get(0);
    List<WyckoffPosition> positions = WyckoffPositions.of(group);
    Lattice lattice = lattice(number, random);
    List<Site> sites = new ArrayList<>();
    for (Element element : GENERAL) {
      add(sites, element, positions.get(positions.size() - 1), lattice, random);
    }
    List<WyckoffPosition> left = new ArrayList<>(positions);
    for (Element element : List.of(Element.Ti, Element.V)) {
      add(sites, element, left.remove(random.nextInt(left.size())), lattice, random);
      if (left.isEmpty()) {
        break;
      }
    }
    return new Crystal(lattice, sites);
  }

  /** The same crystal in another cell of the same lattice (or a multiple of it), origin moved. */
  static Crystal disguised(Crystal crystal, Random random) {
    int[] steps = {-1, 0, 0, 1, 1, 2};
    BasisChange change;
    do {
      int[] entries = new int[9];
      for (int i = 0; i < 9; i++) {
        entries[i] = steps[random.nextInt(steps.length)];
      }
      change = BasisChange.of(entries);
    } while (change.determinant() < 1 || change.determinant() > 3);
    Vector3 shift = new Vector3(random.nextDouble(), random.nextDouble(), random.nextDouble());
    List<Site> sites = new ArrayList<>();
    for (Site site : crystal.sites()) {
      for (Vector3 lattice : latticePoints(change)) {
        sites.add(site.movedTo(change.toNew(site.position().plus(shift)).plus(lattice).wrapped()));
      }
    }
    return new Crystal(change.apply(crystal.lattice()), sites);
  }

  /** Every site moved by exactly this distance, angstrom, in a random direction. */
  static Crystal rattled(Crystal crystal, double distance, Random random) {
    List<Site> sites = new ArrayList<>();
    for (Site site : crystal.sites()) {
      Vector3 direction =
          new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
      Vector3 step = direction.times(distance / direction.length());
      sites.add(site.movedTo(site.position().plus(crystal.lattice().toFractional(step))));
    }
    return new Crystal(crystal.lattice(), sites);
  }

  private static void add(
      List<Site> sites, Element element, WyckoffPosition position, Lattice lattice, Random random) {
    Vector3 best = Vector3.ZERO;
    double farthest = -1;
    for (int attempt = 0; attempt < 20; attempt++) {
      Vector3 tried =
          new Vector3(
              0.05 + 0.4 * random.nextDouble(),
              0.05 + 0.4 * random.nextDouble(),
              0.05 + 0.4 * random.nextDouble());
      double distance = nearestImage(position, tried, lattice);
      if (distance > farthest) {
        farthest = distance;
        best = tried;
      }
    }
    for (CoordinateTriplet triplet : position.coordinates()) {
      sites.add(Site.of(element, triplet.apply(best).wrapped()));
    }
  }

  /** Distance from the first point of a position to the nearest other one, angstrom. */
  private static double nearestImage(
      WyckoffPosition position, Vector3 parameters, Lattice lattice) {
    Vector3 first = position.representative().apply(parameters);
    double nearest = Double.MAX_VALUE;
    for (CoordinateTriplet triplet : position.coordinates().subList(1, position.multiplicity())) {
      Vector3 d = triplet.apply(parameters).minus(first);
      Vector3 closest =
          new Vector3(d.x() - Math.rint(d.x()), d.y() - Math.rint(d.y()), d.z() - Math.rint(d.z()));
      nearest = Math.min(nearest, lattice.toCartesian(closest).length());
    }
    return nearest;
  }

  private static Lattice lattice(int number, Random random) {
    double a = 9 + random.nextDouble();
    double b = 11 + random.nextDouble();
    double c = 13 + random.nextDouble();
    if (number < 3) {
      return Lattice.ofParameters(a, b, c, 81, 83, 77);
    }
    if (number < 16) {
      return Lattice.ofParameters(a, b, c, 90, 97, 90);
    }
    if (number < 75) {
      return Lattice.ofParameters(a, b, c, 90, 90, 90);
    }
    if (number < 143) {
      return Lattice.ofParameters(a, a, c, 90, 90, 90);
    }
    return number < 195 ? Lattice.ofParameters(a, a, c, 90, 90, 120) : Lattice.cubic(b);
  }

  /** The points of the old lattice within one new cell, in its coordinates. */
  private static List<Vector3> latticePoints(BasisChange change) {
    int volume = change.determinant();
    List<Vector3> found = new ArrayList<>();
    for (int i = 0; i < volume; i++) {
      for (int j = 0; j < volume; j++) {
        for (int k = 0; k < volume; k++) {
          Vector3 point = change.toNew(new Vector3(i, j, k));
          if (found.stream().noneMatch(known -> same(known, point))) {
            found.add(point);
          }
        }
      }
    }
    return found;
  }

  private static boolean same(Vector3 u, Vector3 v) {
    Vector3 d = u.minus(v);
    return Math.abs(d.x() - Math.rint(d.x())) < 1e-6
        && Math.abs(d.y() - Math.rint(d.y())) < 1e-6
        && Math.abs(d.z() - Math.rint(d.z())) < 1e-6;
  }
}
