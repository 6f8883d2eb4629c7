package dev.athanor.matter.matching;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Crystals;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What can be done to a crystal that leaves it the same, or nearly. */
final class Disguise {
  private Disguise() {}

  /**
   * Whether sites of one element are further apart than the matcher's coarse search for primitive
   * cells looks, and no translation nearly repeats the crystal. Where that does not hold the
   * verdict may depend on the axes, as the matcher says of itself.
   */
  static boolean isClearCut(Crystal crystal) {
    double margin = 4 * MatchingTolerance.PRIMITIVE_ANGSTROM;
    List<Site> sites = crystal.sites();
    for (Site from : sites) {
      for (Site to : sites) {
        if (from.equals(to) || from.majorElement() != to.majorElement()) {
          continue;
        }
        Vector3 shift = to.position().minus(from.position());
        if (distance(crystal, shift) < margin
            || sites.stream().allMatch(site -> landsNearItsLike(crystal, site, shift, margin))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean landsNearItsLike(
      Crystal crystal, Site site, Vector3 shift, double margin) {
    return crystal.sites().stream()
        .filter(other -> other.majorElement() == site.majorElement())
        .anyMatch(
            other ->
                distance(crystal, site.position().plus(shift).minus(other.position())) < margin);
  }

  /** Length of the shortest vector that differs from this one, in fractions, by lattice vectors. */
  private static double distance(Crystal crystal, Vector3 difference) {
    double shortest = Double.POSITIVE_INFINITY;
    Vector3 near = difference.wrapped();
    for (int x = -2; x <= 1; x++) {
      for (int y = -2; y <= 1; y++) {
        for (int z = -2; z <= 1; z++) {
          Vector3 image = near.plus(new Vector3(x, y, z));
          shortest = Math.min(shortest, crystal.lattice().toCartesian(image).length());
        }
      }
    }
    return shortest;
  }

  /** Another cell of the same volume, turned, its origin moved, its sites shuffled. */
  static Crystal redescribed(Crystal crystal, Random random) {
    return inCell(crystal, unimodular(random), random);
  }

  /** A cell of this many times the volume, of random shape. */
  static Crystal supercell(Crystal crystal, int factor, Random random) {
    List<int[]> shapes = new ArrayList<>();
    for (int a = 1; a <= factor; a++) {
      for (int e = 1; e <= factor; e++) {
        if (factor % (a * e) == 0) {
          int g = factor / (a * e);
          shapes.add(
              new int[] {
                a, random.nextInt(e), random.nextInt(g), 0, e, random.nextInt(g), 0, 0, g
              });
        }
      }
    }
    return inCell(
        crystal, product(unimodular(random), shapes.get(random.nextInt(shapes.size()))), random);
  }

  /** Stretched and sheared: every component of a symmetric strain up to {@code most}. */
  static Crystal strained(Crystal crystal, double most, Random random) {
    double[] strain = new double[6];
    for (int i = 0; i < 6; i++) {
      strain[i] = most * (2 * random.nextDouble() - 1);
    }
    double[][] rows = crystal.lattice().rows();
    for (double[] row : rows) {
      double x = row[0];
      double y = row[1];
      double z = row[2];
      row[0] = x * (1 + strain[0]) + y * strain[5] + z * strain[4];
      row[1] = x * strain[5] + y * (1 + strain[1]) + z * strain[3];
      row[2] = x * strain[4] + y * strain[3] + z * (1 + strain[2]);
    }
    return crystal.withLattice(Lattice.ofRows(rows));
  }

  /** Elements of the crystal change places among each other. */
  static Crystal permuted(Crystal crystal, Random random) {
    List<Element> elements = new ArrayList<>(crystal.composition().elements());
    List<Element> shuffled = new ArrayList<>(elements);
    Collections.shuffle(shuffled, random);
    Map<Element, Element> map = new EnumMap<>(Element.class);
    for (int i = 0; i < elements.size(); i++) {
      map.put(elements.get(i), shuffled.get(i));
    }
    return crystal.substituted(map);
  }

  /** Sites in another order. */
  static Crystal shuffled(Crystal crystal, Random random) {
    List<Site> sites = new ArrayList<>(crystal.sites());
    Collections.shuffle(sites, random);
    return new Crystal(crystal.lattice(), sites);
  }

  private static Crystal inCell(Crystal crystal, int[] m, Random random) {
    Lattice old = crystal.lattice();
    Lattice lattice = new Lattice(row(old, m, 0), row(old, m, 1), row(old, m, 2));
    long copies = Math.round(lattice.volume() / old.volume());
    Vector3 origin = new Vector3(random.nextDouble(), random.nextDouble(), random.nextDouble());
    List<Site> sites = new ArrayList<>();
    for (Site site : crystal.sites()) {
      List<Vector3> images = new ArrayList<>();
      for (int i = 0; images.size() < copies && i <= 12 * copies; i++) {
        for (int j = 0; j <= 12 * copies; j++) {
          for (int k = 0; k <= 12 * copies; k++) {
            Vector3 image = site.position().plus(new Vector3(i, j, k)).plus(origin);
            Vector3 place = lattice.toFractional(old.toCartesian(image)).wrapped();
            if (images.size() < copies && images.stream().noneMatch(other -> same(other, place))) {
              images.add(place);
            }
          }
        }
      }
      images.forEach(place -> sites.add(site.movedTo(place)));
    }
    return shuffled(Crystals.rotated(new Crystal(lattice, sites), random), random);
  }

  private static boolean same(Vector3 a, Vector3 b) {
    Vector3 d = a.minus(b);
    return Math.abs(d.x() - Math.rint(d.x())) < 1e-6
        && Math.abs(d.y() - Math.rint(d.y())) < 1e-6
        && Math.abs(d.z() - Math.rint(d.z())) < 1e-6;
  }

  private static Vector3 row(Lattice old, int[] m, int row) {
    return old.a()
        .times(m[3 * row])
        .plus(old.b().times(m[3 * row + 1]))
        .plus(old.c().times(m[3 * row + 2]));
  }

  /** A product of three random shears. */
  private static int[] unimodular(Random random) {
    int[] m = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    for (int step = 0; step < 3; step++) {
      int to = random.nextInt(3);
      int from = (to + 1 + random.nextInt(2)) % 3;
      int sign = random.nextBoolean() ? 1 : -1;
      for (int k = 0; k < 3; k++) {
        m[3 * to + k] += sign * m[3 * from + k];
      }
    }
    return m;
  }

  private static int[] product(int[] a, int[] b) {
    int[] c = new int[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          c[3 * i + j] += a[3 * i + k] * b[3 * k + j];
        }
      }
    }
    return c;
  }
}
