package dev.athanor.matter.isomer.internal;

import java.util.function.IntPredicate;

/** Whether a molecule has a group: one method for each group of the parent package's list. */
public final class Groups {
  private Groups() {}

  /** An atom with two double bonds. */
  public static boolean cumulatedDoubleBonds(HeavyGraph graph) {
    return graph.any(atom -> graph.count(atom, 2, other -> true) > 1);
  }

  /** A triple bond whose atoms are also joined another way. */
  public static boolean tripleBondInRing(HeavyGraph graph) {
    return graph.any(
        atom -> graph.count(atom, 3, other -> graph.rings().smallest(atom, other) > 0) > 0);
  }

  /** A double bond between two atoms of a ring of three. */
  public static boolean doubleBondInRingOfThree(HeavyGraph graph) {
    return graph.any(
        atom ->
            graph.count(atom, 2, other -> (graph.neighbours(atom) & graph.neighbours(other)) != 0)
                > 0);
  }

  /** A ring of four with two double bonds of its own. */
  public static boolean cyclobutadiene(HeavyGraph graph) {
    int doubles = 0;
    for (int atom = 0; atom < graph.size(); atom++) {
      doubles += graph.count(atom, 2, other -> true);
    }
    if (doubles < 4) {
      return false;
    }
    for (int[] ring : graph.rings().all()) {
      if (ring.length == 4
          && graph.pairs(ring[0], ring[1])
                  + graph.pairs(ring[1], ring[2])
                  + graph.pairs(ring[2], ring[3])
                  + graph.pairs(ring[3], ring[0])
              > 5) {
        return true;
      }
    }
    return false;
  }

  /**
   * A double bond at an atom from which three ways that meet nowhere else lead to another atom that
   * is not its neighbour.
   */
  public static boolean doubleBondAtBridgehead(HeavyGraph graph) {
    return graph.any(
        atom ->
            graph.degree(atom) == 3
                && graph.unsaturation(atom) > 0
                && graph.any(other -> isBridge(graph, atom, other)));
  }

  /** Two rings of three that share a bond, or an atom in three rings of three or four. */
  public static boolean crowdedSmallRings(HeavyGraph graph) {
    return graph.any(
        atom ->
            graph.rings().count(atom, 3) + graph.rings().count(atom, 4) > 2
                || hasTwoRingsOfThree(graph, atom));
  }

  /** Two oxygens bonded with each other. */
  public static boolean peroxide(HeavyGraph graph) {
    return graph.any(
        atom ->
            graph.kind(atom) == AtomKind.OXYGEN
                && graph.count(atom, 1, other -> graph.kind(other) == AtomKind.OXYGEN) > 0);
  }

  /** Fluorine on nitrogen, oxygen or fluorine. */
  public static boolean fluorineOnHeteroAtom(HeavyGraph graph) {
    return graph.any(
        atom ->
            graph.kind(atom) == AtomKind.FLUORINE
                && graph.count(atom, 1, other -> graph.kind(other).isHetero()) > 0);
  }

  /** Three nitrogens or oxygens in a row, not all in one aromatic ring and not a nitro group. */
  public static boolean chainOfHeteroAtoms(HeavyGraph graph) {
    return graph.any(
        atom ->
            isNitrogenOrOxygen(graph, atom)
                && !graph.rings().isAromatic(atom)
                && Integer.bitCount(graph.neighbours(atom)) > 1
                && count(graph, atom, other -> isNitrogenOrOxygen(graph, other)) > 1);
  }

  /** A saturated carbon with a hydroxyl and a further nitrogen, oxygen or fluorine. */
  public static boolean hemiacetal(HeavyGraph graph) {
    return graph.any(
        atom ->
            isSaturatedCarbon(graph, atom)
                && graph.count(atom, 1, other -> isHydroxyl(graph, other)) > 0
                && graph.count(atom, 1, other -> graph.kind(other).isHetero()) > 1);
  }

  /** A saturated carbon with a nitrogen that has hydrogen and a further nitrogen or fluorine. */
  public static boolean aminal(HeavyGraph graph) {
    return graph.any(
        atom ->
            isSaturatedCarbon(graph, atom)
                && graph.count(
                        atom, 1, other -> isAmine(graph, other) && graph.hydrogens(other) > 0)
                    > 0
                && graph.count(
                        atom, 1, other -> graph.kind(other).isHetero() && !isHydroxyl(graph, other))
                    > 1);
  }

  /** A saturated carbon with three or more single bonds to nitrogen or oxygen. */
  public static boolean orthoEster(HeavyGraph graph) {
    return graph.any(
        atom ->
            isSaturatedCarbon(graph, atom)
                && graph.count(atom, 1, other -> isNitrogenOrOxygen(graph, other)) > 2);
  }

  /** A hydroxyl on a carbon with a double bond to carbon, outside aromatic rings. */
  public static boolean enol(HeavyGraph graph) {
    return graph.any(
        atom ->
            isVinylic(graph, atom) && graph.count(atom, 1, other -> isHydroxyl(graph, other)) > 0);
  }

  /**
   * An amine with hydrogen on a carbon with a double bond to carbon, outside aromatic rings,
   * neither of them with a carbonyl, imine or nitrile next to it.
   */
  public static boolean enamine(HeavyGraph graph) {
    return graph.any(
        atom ->
            isVinylic(graph, atom)
                && graph.count(
                        atom,
                        1,
                        other ->
                            isAmine(graph, other)
                                && graph.hydrogens(other) > 0
                                && !isStabilised(graph, other))
                    > 0
                && graph.count(atom, 2, other -> isStabilised(graph, other)) == 0);
  }

  /** A hydroxyl on a carbon with a double bond to nitrogen, outside aromatic rings. */
  public static boolean imidicAcid(HeavyGraph graph) {
    return graph.any(
        atom ->
            graph.kind(atom) == AtomKind.CARBON
                && !graph.rings().isAromatic(atom)
                && graph.count(atom, 2, other -> graph.kind(other) == AtomKind.NITROGEN) > 0
                && graph.count(atom, 1, other -> isHydroxyl(graph, other)) > 0);
  }

  /** Nitrogen, oxygen or fluorine on a carbon with a triple bond to carbon. */
  public static boolean heteroAtomOnAlkyne(HeavyGraph graph) {
    return graph.any(
        atom ->
            graph.count(atom, 3, other -> graph.kind(other) == AtomKind.CARBON) > 0
                && graph.count(atom, 1, other -> graph.kind(other).isHetero()) > 0);
  }

  /** A hydroxyl on a carbonyl carbon that has a further nitrogen, oxygen or fluorine. */
  public static boolean carbonicAcid(HeavyGraph graph) {
    return graph.any(
        atom ->
            isCarbonyl(graph, atom)
                && graph.count(atom, 1, other -> isHydroxyl(graph, other)) > 0
                && graph.count(atom, 1, other -> graph.kind(other).isHetero()) > 1);
  }

  /** Nitrogen doubly bonded to oxygen. */
  public static boolean nitroso(HeavyGraph graph) {
    return graph.any(
        atom ->
            graph.kind(atom) == AtomKind.NITROGEN
                && graph.count(atom, 2, other -> graph.kind(other) == AtomKind.OXYGEN) > 0);
  }

  /** Two nitrogens with a double bond, outside aromatic rings. */
  public static boolean diazene(HeavyGraph graph) {
    return graph.any(
        atom ->
            graph.kind(atom) == AtomKind.NITROGEN
                && !graph.rings().isAromatic(atom)
                && graph.count(atom, 2, other -> graph.kind(other) == AtomKind.NITROGEN) > 0);
  }

  /** Two nitrogens with a single bond, outside rings. */
  public static boolean openHydrazine(HeavyGraph graph) {
    return graph.any(
        atom ->
            graph.kind(atom) == AtomKind.NITROGEN
                && graph.count(
                        atom,
                        1,
                        other ->
                            graph.kind(other) == AtomKind.NITROGEN
                                && graph.rings().smallest(atom, other) == 0
                                && graph.unsaturation(atom) + graph.unsaturation(other) == 0)
                    > 0);
  }

  /** Nitrogen and oxygen with a single bond, both without double bonds, outside rings. */
  public static boolean openHydroxylamine(HeavyGraph graph) {
    return graph.any(
        atom ->
            graph.kind(atom) == AtomKind.NITROGEN
                && graph.unsaturation(atom) == 0
                && graph.count(
                        atom,
                        1,
                        other ->
                            graph.kind(other) == AtomKind.OXYGEN
                                && graph.rings().smallest(atom, other) == 0)
                    > 0);
  }

  private static int count(HeavyGraph graph, int atom, IntPredicate test) {
    return graph.count(atom, 1, test) + graph.count(atom, 2, test);
  }

  private static boolean isNitrogenOrOxygen(HeavyGraph graph, int atom) {
    return graph.kind(atom) == AtomKind.NITROGEN || graph.kind(atom) == AtomKind.OXYGEN;
  }

  private static boolean isHydroxyl(HeavyGraph graph, int atom) {
    return graph.kind(atom) == AtomKind.OXYGEN && graph.hydrogens(atom) > 0;
  }

  private static boolean isAmine(HeavyGraph graph, int atom) {
    return graph.kind(atom) == AtomKind.NITROGEN && graph.unsaturation(atom) == 0;
  }

  /** Bonded to a carbon that has a double or triple bond to nitrogen or oxygen. */
  private static boolean isStabilised(HeavyGraph graph, int atom) {
    return graph.count(
            atom,
            1,
            other ->
                graph.kind(other) == AtomKind.CARBON
                    && graph.count(other, 2, far -> isNitrogenOrOxygen(graph, far))
                            + graph.count(other, 3, far -> isNitrogenOrOxygen(graph, far))
                        > 0)
        > 0;
  }

  private static boolean isCarbonyl(HeavyGraph graph, int atom) {
    return graph.kind(atom) == AtomKind.CARBON
        && graph.count(atom, 2, other -> graph.kind(other) == AtomKind.OXYGEN) > 0;
  }

  private static boolean isSaturatedCarbon(HeavyGraph graph, int atom) {
    return graph.kind(atom) == AtomKind.CARBON && graph.unsaturation(atom) == 0;
  }

  private static boolean isVinylic(HeavyGraph graph, int atom) {
    return graph.kind(atom) == AtomKind.CARBON
        && !graph.rings().isAromatic(atom)
        && graph.count(atom, 2, other -> graph.kind(other) == AtomKind.CARBON) > 0;
  }

  private static boolean hasTwoRingsOfThree(HeavyGraph graph, int atom) {
    return graph.any(
        other ->
            other != atom
                && graph.pairs(atom, other) > 0
                && Integer.bitCount(graph.neighbours(atom) & graph.neighbours(other)) > 1);
  }

  /** Three ways between two atoms that are not neighbours and meet nowhere else. */
  private static boolean isBridge(HeavyGraph graph, int atom, int other) {
    if (atom == other || graph.pairs(atom, other) > 0 || graph.degree(other) < 3) {
      return false;
    }
    int[] starts = new int[3];
    int count = 0;
    for (int rest = graph.neighbours(atom); rest != 0; rest &= rest - 1) {
      starts[count++] = Integer.numberOfTrailingZeros(rest);
    }
    return reach(graph, starts, 0, starts[0], other, 1 << atom);
  }

  private static boolean reach(
      HeavyGraph graph, int[] starts, int way, int at, int end, int visited) {
    if ((visited >>> at & 1) != 0) {
      return false;
    }
    if (graph.pairs(at, end) > 0
        && (way == 2 || reach(graph, starts, way + 1, starts[way + 1], end, visited | 1 << at))) {
      return true;
    }
    for (int rest = graph.neighbours(at) & ~(visited | 1 << end); rest != 0; rest &= rest - 1) {
      if (reach(graph, starts, way, Integer.numberOfTrailingZeros(rest), end, visited | 1 << at)) {
        return true;
      }
    }
    return false;
  }
}
