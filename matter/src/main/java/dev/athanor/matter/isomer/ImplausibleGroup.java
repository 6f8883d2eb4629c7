package dev.athanor.matter.isomer;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.isomer.internal.Groups;
import dev.athanor.matter.isomer.internal.HeavyGraph;
import dev.athanor.matter.molecule.MolecularGraph;
import java.util.EnumSet;
import java.util.Set;

/**
 * Groups that valence allows and that isolated molecules seldom have: strained, falling apart, or
 * another tautomer of something common.
 *
 * <p>The kinds of rules follow those that made the generated databases GDB; which of them are
 * {@link #usual()} is decided by the computed molecules that this project learns from, which
 * descend from such a database. They are rules of thumb: a real compound may have any of these
 * groups.
 *
 * @see <a href="https://doi.org/10.1021/ci300415d">Ruddigkeit et al., J. Chem. Inf. Model. 52, 2864
 *     (2012)</a>
 */
public enum ImplausibleGroup {
  /** An atom with two double bonds: allenes, ketenes, isocyanates, carbodiimides. */
  CUMULATED_DOUBLE_BONDS,
  /** Two oxygens bonded with each other. */
  PEROXIDE,
  /** Fluorine on nitrogen, oxygen or fluorine. */
  FLUORINE_ON_HETERO_ATOM,
  /** Nitrogen doubly bonded to oxygen, as in nitroso compounds and nitrites. */
  NITROSO,
  /** Nitrogen, oxygen or fluorine on a triple bond between carbons. */
  HETERO_ATOM_ON_ALKYNE,
  /** A double bond in a ring of three: cyclopropenes, azirines. */
  DOUBLE_BOND_IN_RING_OF_THREE,
  /** A saturated carbon with a hydroxyl and a further nitrogen, oxygen or fluorine. */
  HEMIACETAL,
  /**
   * A saturated carbon with an amine that has hydrogen, and a further nitrogen, ether or fluorine.
   */
  AMINAL,
  /** A saturated carbon with three single bonds to nitrogen or oxygen. */
  ORTHO_ESTER,
  /** A hydroxyl on a double bond between carbon and nitrogen, outside aromatic rings. */
  IMIDIC_ACID,
  /**
   * A hydroxyl on a carbonyl with a further nitrogen, oxygen or fluorine: carbamic acids and the
   * like.
   */
  CARBONIC_ACID,
  /** Nitrogens with a single bond and no double bonds, outside rings. */
  OPEN_HYDRAZINE,
  /** Nitrogen and oxygen with a single bond, the nitrogen without double bonds, outside rings. */
  OPEN_HYDROXYLAMINE,
  /** Three nitrogens or oxygens in a row outside aromatic rings. */
  CHAIN_OF_HETERO_ATOMS,
  /** Nitrogens with a double bond, outside aromatic rings. */
  DIAZENE,
  /** A hydroxyl on a double bond between carbons, outside aromatic rings. */
  ENOL,
  /**
   * An amine with hydrogen on a double bond between carbons without a carbonyl or the like beside
   * it.
   */
  ENAMINE,
  /** A triple bond in a ring, which nine atoms are too few for. */
  TRIPLE_BOND_IN_RING,
  /** Two double bonds in a ring of four. */
  CYCLOBUTADIENE,
  /** A double bond at the bridgehead of a bicycle (Bredt's rule). */
  DOUBLE_BOND_AT_BRIDGEHEAD,
  /** Rings of three that share a bond, or an atom in three rings of three or four. */
  CROWDED_SMALL_RINGS;

  /**
   * The groups that are left out where nobody says otherwise: all but crowded small rings, which
   * 303 of the 11,331 computed molecules have, and double bonds at a bridgehead, which 7 have. Two
   * of the computed molecules have one of the others.
   */
  public static Set<ImplausibleGroup> usual() {
    return EnumSet.complementOf(EnumSet.of(CROWDED_SMALL_RINGS, DOUBLE_BOND_AT_BRIDGEHEAD));
  }

  /**
   * True when a molecule has the group.
   *
   * @throws MatterException {@code UNSUPPORTED_MOLECULE} where it has other atoms than H, C, N, O,
   *     F at their ordinary valences and nitro groups, or more than 31 heavy ones
   */
  public boolean isIn(MolecularGraph graph) {
    return isIn(
        HeavyGraph.of(graph)
            .orElseThrow(
                () ->
                    new MatterException(
                        MatterErrors.UNSUPPORTED_MOLECULE,
                        "groups are known for molecules of H, C, N, O and F")));
  }

  boolean isIn(HeavyGraph graph) {
    return switch (this) {
      case CUMULATED_DOUBLE_BONDS -> Groups.cumulatedDoubleBonds(graph);
      case TRIPLE_BOND_IN_RING -> Groups.tripleBondInRing(graph);
      case DOUBLE_BOND_IN_RING_OF_THREE -> Groups.doubleBondInRingOfThree(graph);
      case CYCLOBUTADIENE -> Groups.cyclobutadiene(graph);
      case DOUBLE_BOND_AT_BRIDGEHEAD -> Groups.doubleBondAtBridgehead(graph);
      case CROWDED_SMALL_RINGS -> Groups.crowdedSmallRings(graph);
      case PEROXIDE -> Groups.peroxide(graph);
      case FLUORINE_ON_HETERO_ATOM -> Groups.fluorineOnHeteroAtom(graph);
      case CHAIN_OF_HETERO_ATOMS -> Groups.chainOfHeteroAtoms(graph);
      case HEMIACETAL -> Groups.hemiacetal(graph);
      case AMINAL -> Groups.aminal(graph);
      case ORTHO_ESTER -> Groups.orthoEster(graph);
      case ENOL -> Groups.enol(graph);
      case ENAMINE -> Groups.enamine(graph);
      case IMIDIC_ACID -> Groups.imidicAcid(graph);
      case HETERO_ATOM_ON_ALKYNE -> Groups.heteroAtomOnAlkyne(graph);
      case CARBONIC_ACID -> Groups.carbonicAcid(graph);
      case NITROSO -> Groups.nitroso(graph);
      case DIAZENE -> Groups.diazene(graph);
      case OPEN_HYDRAZINE -> Groups.openHydrazine(graph);
      case OPEN_HYDROXYLAMINE -> Groups.openHydroxylamine(graph);
    };
  }
}
