package dev.athanor.matter.symmetry.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Oriented symbols of site-symmetry groups as in the International Tables: what lies along each of
 * the symmetry directions of the crystal system, with a dot where nothing does, as in {@code 4m.m},
 * {@code .3m}, {@code m2m.}.
 */
public final class SiteSymmetrySymbol {
  private static final List<List<int[]>> ORTHORHOMBIC =
      List.of(
          List.of(new int[] {1, 0, 0}), List.of(new int[] {0, 1, 0}), List.of(new int[] {0, 0, 1}));
  private static final List<List<int[]>> TETRAGONAL =
      List.of(
          List.of(new int[] {0, 0, 1}),
          List.of(new int[] {1, 0, 0}, new int[] {0, 1, 0}),
          List.of(new int[] {1, 1, 0}, new int[] {1, -1, 0}));
  private static final List<List<int[]>> HEXAGONAL =
      List.of(
          List.of(new int[] {0, 0, 1}),
          List.of(new int[] {1, 0, 0}, new int[] {0, 1, 0}, new int[] {1, 1, 0}),
          List.of(new int[] {1, -1, 0}, new int[] {1, 2, 0}, new int[] {2, 1, 0}));
  private static final List<List<int[]>> RHOMBOHEDRAL =
      List.of(
          List.of(new int[] {1, 1, 1}),
          List.of(new int[] {1, -1, 0}, new int[] {0, 1, -1}, new int[] {-1, 0, 1}));
  private static final List<List<int[]>> CUBIC =
      List.of(
          List.of(new int[] {1, 0, 0}, new int[] {0, 1, 0}, new int[] {0, 0, 1}),
          List.of(
              new int[] {1, 1, 1},
              new int[] {-1, 1, 1},
              new int[] {1, -1, 1},
              new int[] {1, 1, -1}),
          List.of(
              new int[] {1, 1, 0},
              new int[] {1, -1, 0},
              new int[] {0, 1, 1},
              new int[] {0, 1, -1},
              new int[] {1, 0, 1},
              new int[] {-1, 0, 1}));

  private final List<int[]> group;

  /** Whether a twofold axis across a mirror is told in full: only where there is nothing else. */
  private final boolean full;

  private final boolean cubic;

  private SiteSymmetrySymbol(List<int[]> group, boolean full, boolean cubic) {
    this.group = group;
    this.full = full;
    this.cubic = cubic;
  }

  /**
   * The symbol of a site.
   *
   * @param site matrices of the operations that keep the site, in the conventional cell
   * @param crystal matrices of all operations of the space group
   * @param centred whether the cell has more than one lattice point: of the trigonal groups those
   *     with a centred cell have two symmetry directions, not three
   */
  public static String of(List<int[]> site, List<int[]> crystal, boolean centred) {
    PointGroup point = PointGroup.of(crystal).orElseThrow();
    PointGroup own = PointGroup.of(site).orElseThrow();
    CrystalSystem system = point.system();
    if (own.system() == CrystalSystem.TRICLINIC || system == CrystalSystem.MONOCLINIC) {
      return own.symbol();
    }
    List<List<int[]>> directions = directions(system, crystal);
    if (system == CrystalSystem.TRIGONAL && centred) {
      directions = directions.subList(0, 2);
    }
    SiteSymmetrySymbol symbol =
        new SiteSymmetrySymbol(site, own == PointGroup.P2_M, system == CrystalSystem.CUBIC);
    StringBuilder text = new StringBuilder();
    for (List<int[]> set : directions) {
      text.append(symbol.along(set));
    }
    return text.toString();
  }

  private static List<List<int[]>> directions(CrystalSystem system, List<int[]> crystal) {
    return switch (system) {
      case TRICLINIC, MONOCLINIC, ORTHORHOMBIC -> ORTHORHOMBIC;
      case TETRAGONAL -> TETRAGONAL;
      case HEXAGONAL -> HEXAGONAL;
      case CUBIC -> CUBIC;
      case TRIGONAL -> trigonal(crystal);
    };
  }

  /** Hexagonal axes have the threefold axis along c, rhombohedral axes along the diagonal. */
  private static List<List<int[]>> trigonal(List<int[]> crystal) {
    boolean alongC =
        crystal.stream()
            .anyMatch(w -> Math.abs(PointGroup.order(w)) == 3 && fixes(w, new int[] {0, 0, 1}));
    return alongC ? HEXAGONAL : RHOMBOHEDRAL;
  }

  /** What lies along a set of directions: one symbol when an axis makes them equivalent. */
  private String along(List<int[]> set) {
    List<Element> found = new ArrayList<>();
    for (int[] direction : set) {
      Element element = element(direction);
      if (element.rank() > 0) {
        found.add(element);
      }
    }
    if (found.isEmpty()) {
      return ".";
    }
    found.sort(cubic ? Element.CUBIC_ORDER : Element.ORDER);
    boolean oneForAll = set.size() == found.size() && allEquivalent(set);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < found.size(); i++) {
      boolean repeated = i > 0 && equivalent(found.get(i - 1), found.get(i));
      if (i == 0 || !(oneForAll || repeated)) {
        text.append(found.get(i).symbol(full, cubic && oneForAll));
      }
    }
    return text.toString();
  }

  private boolean allEquivalent(List<int[]> set) {
    for (int[] direction : set) {
      if (!mapped(set.get(0), direction)) {
        return false;
      }
    }
    return true;
  }

  private boolean equivalent(Element one, Element other) {
    return mapped(one.direction, other.direction);
  }

  private boolean mapped(int[] from, int[] to) {
    for (int[] w : group) {
      int[] image = Columns.times(w, from);
      boolean same = true;
      boolean opposite = true;
      for (int k = 0; k < 3; k++) {
        same &= image[k] == to[k];
        opposite &= image[k] == -to[k];
      }
      if (same || opposite) {
        return true;
      }
    }
    return false;
  }

  private Element element(int[] direction) {
    int rotation = 1;
    int inversion = 0;
    boolean mirror = false;
    for (int[] w : group) {
      int order = PointGroup.order(w);
      if (Math.abs(order) == 1 || !fixes(w, direction)) {
        continue;
      }
      if (order > 0) {
        rotation = Math.max(rotation, order);
      } else if (order == -2) {
        mirror = true;
      } else {
        inversion = Math.max(inversion, -order);
      }
    }
    return new Element(direction, rotation, inversion, mirror);
  }

  /** True when the proper part of an operation turns about the direction. */
  private static boolean fixes(int[] w, int[] direction) {
    int sign = Matrices.determinant(w);
    int[] image = Columns.times(w, direction);
    for (int k = 0; k < 3; k++) {
      if (sign * image[k] != direction[k]) {
        return false;
      }
    }
    return true;
  }

  /** The operations about one direction. */
  private static final class Element {
    static final Comparator<Element> ORDER =
        Comparator.comparingInt(Element::rank).reversed().thenComparing(Element::mirrorOnly);
    static final Comparator<Element> CUBIC_ORDER =
        Comparator.comparingInt(Element::rank)
            .reversed()
            .thenComparing(Comparator.comparing(Element::mirrorOnly).reversed());

    private final int[] direction;
    private final int rotation;
    private final int inversion;
    private final boolean mirror;

    Element(int[] direction, int rotation, int inversion, boolean mirror) {
      this.direction = direction;
      this.rotation = rotation;
      this.inversion = inversion;
      this.mirror = mirror;
    }

    /** Order of the highest rotation, of either kind; 0 for nothing. */
    int rank() {
      int highest = Math.max(rotation, inversion);
      return highest > 2 ? highest : rotation == 2 || mirror ? 2 : 0;
    }

    boolean mirrorOnly() {
      return mirror && rotation == 1;
    }

    String symbol(boolean full, boolean mirrorIsEnough) {
      if (inversion > rotation) {
        return "-" + inversion;
      }
      if (rotation == 3 && inversion == 3) {
        return "-3";
      }
      if (!mirror) {
        return Integer.toString(rotation);
      }
      boolean mirrorAlone = rotation == 1 || mirrorIsEnough || (rotation == 2 && !full);
      return mirrorAlone ? "m" : rotation + "/m";
    }
  }
}
