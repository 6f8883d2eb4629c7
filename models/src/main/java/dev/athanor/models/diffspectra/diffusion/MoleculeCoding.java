package dev.athanor.models.diffspectra.diffusion;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.molecule.Atom;
import dev.athanor.matter.molecule.Bond;
import dev.athanor.matter.molecule.Molecule;
import java.util.ArrayList;
import java.util.List;

/**
 * Molecules as channels and back.
 *
 * <p>An atom has one channel for each of H, C, N, O, F, mapped from 0 and 1 to -1 and 1 and divided
 * by 4, and its formal charge divided by 4. A pair has whether it is bonded, and its order over 3,
 * both mapped to -1 to 1. Back: the element is the largest channel, a pair is bonded where its
 * first channel is at or above one half of the way, its order the nearest whole number, at least 1.
 * Aromatic bonds have no code: give drawings with single and double bonds.
 */
public final class MoleculeCoding {
  /** The elements that there are channels for, in their order. */
  public static final List<Element> ELEMENTS =
      List.of(Element.H, Element.C, Element.N, Element.O, Element.F);

  /** Channels of an atom: elements, then the charge. */
  public static final int FEATURES = 6;

  /** Channels of a pair: bonded, order. */
  public static final int BOND_CHANNELS = 2;

  private static final float SCALE = 0.25f;
  private static final int CHARGE = 5;
  private static final int MOST_ORDER = 3;
  private static final List<Bond.Order> ORDERS =
      List.of(Bond.Order.SINGLE, Bond.Order.DOUBLE, Bond.Order.TRIPLE);
  private static final int MOST_CHARGE = 2;

  private MoleculeCoding() {}

  /** Whether a molecule has only what there are channels for. */
  public static boolean covers(Molecule molecule) {
    return molecule.atoms().stream().allMatch(atom -> ELEMENTS.contains(atom.element()))
        && molecule.bonds().stream().noneMatch(bond -> bond.order() == Bond.Order.AROMATIC);
  }

  /**
   * Molecules as a clean state; each is moved to have its centre at the origin.
   *
   * @param molecules with the same number of atoms
   * @throws IllegalArgumentException where sizes differ or a molecule is not covered
   */
  public static MoleculeState encode(List<Molecule> molecules) {
    int atoms = molecules.get(0).atoms().size();
    MoleculeState state = MoleculeState.zeros(molecules.size(), atoms);
    for (int m = 0; m < molecules.size(); m++) {
      Molecule molecule = molecules.get(m);
      if (molecule.atoms().size() != atoms || !covers(molecule)) {
        throw new IllegalArgumentException("the molecules do not fit into one batch");
      }
      encode(molecule, m, state);
    }
    return state;
  }

  private static void encode(Molecule molecule, int m, MoleculeState state) {
    int atoms = state.atoms();
    Vector3 center = Vector3.ZERO;
    for (Atom atom : molecule.atoms()) {
      center = center.plus(atom.position().times(1.0 / atoms));
    }
    for (int i = 0; i < atoms; i++) {
      Atom atom = molecule.atoms().get(i);
      Vector3 position = atom.position().minus(center);
      int at = 3 * (m * atoms + i);
      state.positions()[at] = (float) position.x();
      state.positions()[at + 1] = (float) position.y();
      state.positions()[at + 2] = (float) position.z();
      int from = FEATURES * (m * atoms + i);
      element(state.features(), from, ELEMENTS.indexOf(atom.element()));
      state.features()[from + CHARGE] = SCALE * atom.formalCharge();
      for (int j = 0; j < atoms; j++) {
        order(state, m, i, j, 0);
      }
    }
    for (Bond bond : molecule.bonds()) {
      int order = ORDERS.indexOf(bond.order()) + 1;
      order(state, m, bond.first(), bond.second(), order);
      order(state, m, bond.second(), bond.first(), order);
    }
  }

  private static void element(float[] features, int from, int element) {
    for (int k = 0; k < ELEMENTS.size(); k++) {
      features[from + k] = k == element ? SCALE : -SCALE;
    }
  }

  private static void order(MoleculeState state, int molecule, int i, int j, int order) {
    int at = state.bondAt(molecule, i, j);
    state.bonds()[at] = order > 0 ? 1 : -1;
    state.bonds()[at + 1] = 2f * order / MOST_ORDER - 1;
  }

  /**
   * The element channels of atoms that are known, charges left at 0.
   *
   * @param elements one for each atom of a molecule
   * @return atoms x {@value #FEATURES}
   */
  public static float[] elementChannels(List<Element> elements) {
    float[] features = new float[FEATURES * elements.size()];
    for (int i = 0; i < elements.size(); i++) {
      int element = ELEMENTS.indexOf(elements.get(i));
      if (element < 0) {
        throw new IllegalArgumentException("there is no channel for " + elements.get(i));
      }
      element(features, FEATURES * i, element);
    }
    return features;
  }

  /** Writes known element channels over those of every molecule; charges stay. */
  static MoleculeState withElements(MoleculeState state, float[] channels) {
    float[] features = state.features().clone();
    for (int at = 0; at < features.length; at++) {
      if (at % FEATURES != CHARGE) {
        features[at] = channels[at % channels.length];
      }
    }
    return state.withFeatures(features);
  }

  /** The molecules of a state, whatever they are: valences are not looked at. */
  public static List<Molecule> decode(MoleculeState state) {
    List<Molecule> molecules = new ArrayList<>();
    for (int m = 0; m < state.molecules(); m++) {
      molecules.add(decode(state, m));
    }
    return molecules;
  }

  private static Molecule decode(MoleculeState state, int m) {
    int atoms = state.atoms();
    List<Atom> decoded = new ArrayList<>();
    List<Bond> bonds = new ArrayList<>();
    int total = 0;
    for (int i = 0; i < atoms; i++) {
      int from = FEATURES * (m * atoms + i);
      int best = 0;
      for (int k = 1; k < ELEMENTS.size(); k++) {
        best = state.features()[from + k] > state.features()[from + best] ? k : best;
      }
      int charge = Math.round(state.features()[from + CHARGE] / SCALE);
      charge = Math.max(-MOST_CHARGE, Math.min(MOST_CHARGE, charge));
      total += charge;
      int at = 3 * (m * atoms + i);
      float[] p = state.positions();
      decoded.add(new Atom(ELEMENTS.get(best), new Vector3(p[at], p[at + 1], p[at + 2]), charge));
      for (int j = 0; j < i; j++) {
        int order = order(state, m, i, j);
        if (order > 0) {
          bonds.add(new Bond(j, i, ORDERS.get(order - 1)));
        }
      }
    }
    return new Molecule(decoded, bonds, total);
  }

  private static int order(MoleculeState state, int m, int i, int j) {
    int at = state.bondAt(m, i, j);
    if (state.bonds()[at] < 0) {
      return 0;
    }
    int order = Math.round((state.bonds()[at + 1] + 1) / 2 * MOST_ORDER);
    return Math.max(1, Math.min(MOST_ORDER, order));
  }
}
