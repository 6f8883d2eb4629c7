package dev.athanor.models.elements;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Crystals for tests, and the ways to write the same crystal differently. */
public final class TestingCrystals {
  private TestingCrystals() {}

  /** Rock salt, conventional cell. */
  public static Crystal rockSalt(Element cation, Element anion, double edge) {
    List<Site> sites = new ArrayList<>();
    double[][] places = {{0, 0, 0}, {0, 0.5, 0.5}, {0.5, 0, 0.5}, {0.5, 0.5, 0}};
    for (double[] p : places) {
      sites.add(Site.of(cation, p[0], p[1], p[2]));
      sites.add(Site.of(anion, p[0] + 0.5, p[1], p[2]));
    }
    return new Crystal(Lattice.cubic(edge), sites);
  }

  /** Body-centred metal, conventional cell. */
  public static Crystal bodyCentred(Element element, double edge) {
    return new Crystal(
        Lattice.cubic(edge), List.of(Site.of(element, 0, 0, 0), Site.of(element, 0.5, 0.5, 0.5)));
  }

  /** Titanium dioxide, rutile. */
  public static Crystal rutile() {
    double u = 0.305;
    return new Crystal(
        Lattice.ofParameters(4.594, 4.594, 2.959, 90, 90, 90),
        List.of(
            Site.of(Element.Ti, 0, 0, 0),
            Site.of(Element.Ti, 0.5, 0.5, 0.5),
            Site.of(Element.O, u, u, 0),
            Site.of(Element.O, 1 - u, 1 - u, 0),
            Site.of(Element.O, 0.5 + u, 0.5 - u, 0.5),
            Site.of(Element.O, 0.5 - u, 0.5 + u, 0.5)));
  }

  /** A crystal without any symmetry. */
  public static Crystal triclinic() {
    return new Crystal(
        Lattice.ofParameters(4.1, 5.3, 6.2, 81, 97, 104),
        List.of(
            Site.of(Element.La, 0.02, 0.11, 0.07),
            Site.of(Element.Ni, 0.47, 0.58, 0.21),
            Site.of(Element.Sn, 0.71, 0.19, 0.55),
            Site.of(Element.Sn, 0.23, 0.69, 0.78)));
  }

  /** A crystal with shared and partly empty sites. */
  public static Crystal disordered() {
    return new Crystal(
        Lattice.ofParameters(3.78, 3.78, 13.2, 90, 90, 90),
        List.of(
            new Site(Map.of(Element.La, 0.925, Element.Sr, 0.075), new Vector3(0, 0, 0.361)),
            new Site(Map.of(Element.La, 0.925, Element.Sr, 0.075), new Vector3(0, 0, 0.639)),
            Site.of(Element.Cu, 0, 0, 0),
            new Site(Map.of(Element.O, 0.98), new Vector3(0, 0.5, 0)),
            Site.of(Element.O, 0.5, 0, 0),
            Site.of(Element.O, 0, 0, 0.182),
            Site.of(Element.O, 0, 0, 0.818)));
  }

  /** All of the above. */
  public static List<Crystal> all() {
    return List.of(
        rockSalt(Element.Na, Element.Cl, 5.64),
        bodyCentred(Element.Nb, 3.3),
        rutile(),
        triclinic(),
        disordered());
  }

  /** A rotation matrix, rows, from a seed. */
  public static double[][] rotation(long seed) {
    Random random = new Random(seed);
    double[] q = new double[4];
    double norm = 0;
    for (int i = 0; i < 4; i++) {
      q[i] = random.nextGaussian();
      norm += q[i] * q[i];
    }
    double s = 1 / Math.sqrt(norm);
    double w = q[0] * s;
    double x = q[1] * s;
    double y = q[2] * s;
    double z = q[3] * s;
    return new double[][] {
      {1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)},
      {2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)},
      {2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)}
    };
  }

  /** A vector turned. */
  public static Vector3 rotated(Vector3 v, double[][] r) {
    return new Vector3(
        r[0][0] * v.x() + r[0][1] * v.y() + r[0][2] * v.z(),
        r[1][0] * v.x() + r[1][1] * v.y() + r[1][2] * v.z(),
        r[2][0] * v.x() + r[2][1] * v.y() + r[2][2] * v.z());
  }

  /** The crystal turned as a whole. */
  public static Crystal rotated(Crystal crystal, double[][] r) {
    Lattice cell = crystal.lattice();
    return crystal.withLattice(
        new Lattice(rotated(cell.a(), r), rotated(cell.b(), r), rotated(cell.c(), r)));
  }

  /** The crystal with another origin. */
  public static Crystal translated(Crystal crystal, Vector3 shift) {
    return new Crystal(
        crystal.lattice(),
        crystal.sites().stream().map(s -> s.movedTo(s.position().plus(shift).wrapped())).toList());
  }

  /** The crystal with its sites in the opposite order. */
  public static Crystal reversed(Crystal crystal) {
    List<Site> sites = new ArrayList<>();
    for (Site site : crystal.sites()) {
      sites.add(0, site);
    }
    return new Crystal(crystal.lattice(), sites);
  }
}
