package dev.athanor.models.diffspectra.diffusion;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.molecule.Atom;
import dev.athanor.matter.molecule.Bond;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Molecule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Molecules as channels and back.
 *
 * <p>An atom has one channel for each of H, C, N, O, F, mapped from 0 and 1 to -1 and 1; its formal
 * charge; and the number of its implicit hydrogens, mapped from 0 to 3 to -1 to 1; all divided by
 * 4. A pair has whether it is bonded, and its order over 3, both mapped to -1 to 1. Back: the
 * element is the largest channel, a pair is bonded where its first channel is at or above one half
 * of the way, its order the nearest whole number, at least 1. Implicit hydrogens are those that the
 * valence of the atom leaves, as in SMILES; their channel helps the network and is not read.
 * Aromatic bonds have no code: give drawings with single and double bonds.
 */
public final class MoleculeCoding {
  /** The elements that there are channels for, in their order. */
  public static final List<Element> ELEMENTS =
      List.of(Element.H, Element.C, Element.N, Element.O, Element.F);

  /** Channels of an atom: elements, then the charge, then hydrogens. */
  public static final int FEATURES = 7;

  /** Channels of a pair: bonded, order. */
  public static final int BOND_CHANNELS = 2;

  private static final float SCALE = 0.25f;
  private static final int CHARGE = 5;
  private static final int ATTACHED = 6;
  private static final int MOST_ORDER = 3;
  private static final int MOST_CHARGE = 2;
  private static final List<Bond.Order> ORDERS =
      List.of(Bond.Order.SINGLE, Bond.Order.DOUBLE, Bond.Order.TRIPLE);

  private final Hydrogens hydrogens;

  /** A coding. */
  public MoleculeCoding(Hydrogens hydrogens) {
    this.hydrogens = hydrogens;
  }

  /** How hydrogens stand. */
  public Hydrogens hydrogens() {
    return hydrogens;
  }

  /** Whether a molecule has only what there are channels for, and at least one atom is left. */
  public boolean covers(Molecule molecule) {
    return size(molecule.atoms().stream().map(Atom::element).toList()) > 0
        && molecule.atoms().stream().allMatch(atom -> ELEMENTS.contains(atom.element()))
        && molecule.bonds().stream().noneMatch(bond -> bond.order() == Bond.Order.AROMATIC);
  }

  /** How many atoms stand in the numbers of a molecule with these. */
  public int size(List<Element> atoms) {
    return (int) atoms.stream().filter(this::stands).count();
  }

  private boolean stands(Element element) {
    return hydrogens == Hydrogens.EXPLICIT || element != Element.H;
  }

  /**
   * Molecules as a clean state; each is moved to have the centre of what stands at the origin.
   *
   * @param molecules of one size
   * @throws IllegalArgumentException where sizes differ or a molecule is not covered
   */
  public MoleculeState encode(List<Molecule> molecules) {
    int atoms = size(molecules.get(0).atoms().stream().map(Atom::element).toList());
    MoleculeState state = MoleculeState.zeros(molecules.size(), atoms);
    for (int m = 0; m < molecules.size(); m++) {
      encode(molecules.get(m), m, state);
    }
    return state;
  }

  private void encode(Molecule molecule, int m, MoleculeState state) {
    int[] places = places(molecule);
    int atoms = state.atoms();
    if (!covers(molecule) || atoms != size(molecule.atoms().stream().map(Atom::element).toList())) {
      throw new IllegalArgumentException("the molecules do not fit into one batch");
    }
    Vector3 center = Vector3.ZERO;
    for (int atom = 0; atom < places.length; atom++) {
      if (places[atom] >= 0) {
        center = center.plus(molecule.atoms().get(atom).position().times(1.0 / atoms));
      }
    }
    int[] attached = new int[atoms];
    for (int i = 0; i < atoms; i++) {
      for (int j = 0; j < atoms; j++) {
        order(state, m, i, j, 0);
      }
    }
    for (Bond bond : molecule.bonds()) {
      int first = places[bond.first()];
      int second = places[bond.second()];
      if (first >= 0 && second >= 0) {
        int order = ORDERS.indexOf(bond.order()) + 1;
        order(state, m, first, second, order);
        order(state, m, second, first, order);
      } else if (first >= 0 || second >= 0) {
        attached[Math.max(first, second)]++;
      }
    }
    for (int atom = 0; atom < places.length; atom++) {
      if (places[atom] >= 0) {
        encode(
            molecule.atoms().get(atom),
            attached[places[atom]],
            center,
            state,
            m * atoms + places[atom]);
      }
    }
  }

  private static void encode(
      Atom atom, int attached, Vector3 center, MoleculeState state, int row) {
    Vector3 position = atom.position().minus(center);
    state.positions()[3 * row] = (float) position.x();
    state.positions()[3 * row + 1] = (float) position.y();
    state.positions()[3 * row + 2] = (float) position.z();
    int from = FEATURES * row;
    element(state.features(), from, ELEMENTS.indexOf(atom.element()));
    state.features()[from + CHARGE] = SCALE * atom.formalCharge();
    state.features()[from + ATTACHED] = SCALE * (2f * attached / 3 - 1);
  }

  /** Where each atom stands, -1 for what does not. */
  private int[] places(Molecule molecule) {
    int[] places = new int[molecule.atoms().size()];
    int next = 0;
    for (int atom = 0; atom < places.length; atom++) {
      places[atom] = stands(molecule.atoms().get(atom).element()) ? next++ : -1;
    }
    return places;
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
   * A formula that is known, as rows beside the atoms that stand: element channels, 1 in the place
   * of the charge, a tenth of the number of all hydrogens in the place of the attached ones.
   *
   * @param elements all atoms of the formula; those that stand keep their order
   */
  public float[] formula(List<Element> elements) {
    List<Element> standing = elements.stream().filter(this::stands).toList();
    int hydrogenAtoms = (int) elements.stream().filter(e -> e == Element.H).count();
    float[] rows = new float[FEATURES * standing.size()];
    for (int i = 0; i < standing.size(); i++) {
      int element = ELEMENTS.indexOf(standing.get(i));
      if (element < 0) {
        throw new IllegalArgumentException("there is no channel for " + standing.get(i));
      }
      element(rows, FEATURES * i, element);
      rows[FEATURES * i + CHARGE] = 1;
      rows[FEATURES * i + ATTACHED] = 0.1f * hydrogenAtoms;
    }
    return rows;
  }

  /** Writes the elements of a known formula over those of every molecule. */
  static MoleculeState withElements(MoleculeState state, float[] formula) {
    float[] features = state.features().clone();
    for (int at = 0; at < features.length; at++) {
      if (at % FEATURES < CHARGE) {
        features[at] = formula[at % formula.length];
      }
    }
    return state.withFeatures(features);
  }

  /** The molecules of a state, whatever they are. */
  public List<DecodedMolecule> decode(MoleculeState state) {
    List<DecodedMolecule> molecules = new ArrayList<>();
    for (int m = 0; m < state.molecules(); m++) {
      molecules.add(decode(state, m));
    }
    return molecules;
  }

  /**
   * The nearest sound molecules of a state, as {@link NearestMolecule} finds bonds: every one is of
   * one piece with right valences and, where hydrogens are told, of the formula.
   *
   * @param hydrogenAtoms of the formula, where it is known; the elements that stand are those of
   *     the state
   * @return nothing for a molecule whose atoms cannot be joined so
   */
  public List<Optional<DecodedMolecule>> decodeSound(
      MoleculeState state, OptionalInt hydrogenAtoms) {
    List<Optional<DecodedMolecule>> molecules = new ArrayList<>();
    for (int m = 0; m < state.molecules(); m++) {
      molecules.add(sound(state, m, hydrogenAtoms));
    }
    return molecules;
  }

  private Optional<DecodedMolecule> sound(MoleculeState state, int m, OptionalInt hydrogenAtoms) {
    List<Element> elements = elements(state, m);
    int spare = NearestMolecule.ANY;
    if (hydrogenAtoms.isPresent()) {
      int standing = (int) elements.stream().filter(e -> e == Element.H).count();
      spare = hydrogenAtoms.getAsInt() - standing;
      if (spare < 0) {
        return Optional.empty();
      }
    } else if (hydrogens == Hydrogens.EXPLICIT) {
      spare = 0;
    }
    List<Integer> charges = charges(state, m);
    List<Integer> none = Collections.nCopies(elements.size(), 0);
    int left = spare;
    Optional<DecodedMolecule> charged =
        charges.stream().mapToInt(Integer::intValue).sum() == 0
            ? sound(state, m, elements, charges, left)
            : Optional.empty();
    return charged.or(() -> sound(state, m, elements, none, left));
  }

  private Optional<DecodedMolecule> sound(
      MoleculeState state, int m, List<Element> elements, List<Integer> charges, int spare) {
    int atoms = state.atoms();
    int[] valences = new int[atoms];
    double[][] costs = new double[atoms * (atoms - 1) / 2][];
    for (int i = 0, pair = 0; i < atoms; i++) {
      valences[i] = Math.max(0, valence(elements.get(i), charges.get(i)));
      for (int j = 0; j < i; j++) {
        costs[pair++] = costs(state, m, i, j);
      }
    }
    return NearestMolecule.orders(valences, costs, spare)
        .map(orders -> molecule(state, m, elements, charges, orders));
  }

  /** How far a pair is from each order. */
  private static double[] costs(MoleculeState state, int m, int i, int j) {
    int at = state.bondAt(m, i, j);
    double[] costs = new double[ORDERS.size() + 1];
    for (int order = 0; order < costs.length; order++) {
      double joined = state.bonds()[at] - (order > 0 ? 1 : -1);
      double strength = state.bonds()[at + 1] - (2.0 * order / MOST_ORDER - 1);
      costs[order] = joined * joined + strength * strength;
    }
    return costs;
  }

  private DecodedMolecule decode(MoleculeState state, int m) {
    int atoms = state.atoms();
    int[] orders = new int[atoms * (atoms - 1) / 2];
    for (int i = 0, pair = 0; i < atoms; i++) {
      for (int j = 0; j < i; j++) {
        orders[pair++] = order(state, m, i, j);
      }
    }
    return molecule(state, m, elements(state, m), charges(state, m), orders);
  }

  private static List<Element> elements(MoleculeState state, int m) {
    return IntStream.range(0, state.atoms())
        .mapToObj(i -> ELEMENTS.get(largest(state.features(), FEATURES * (m * state.atoms() + i))))
        .toList();
  }

  private static List<Integer> charges(MoleculeState state, int m) {
    List<Integer> charges = new ArrayList<>();
    for (int i = 0; i < state.atoms(); i++) {
      float channel = state.features()[FEATURES * (m * state.atoms() + i) + CHARGE];
      charges.add(Math.max(-MOST_CHARGE, Math.min(MOST_CHARGE, Math.round(channel / SCALE))));
    }
    return charges;
  }

  /** Atoms that stand with their bonds, and the hydrogens that their valences leave. */
  private DecodedMolecule molecule(
      MoleculeState state, int m, List<Element> standing, List<Integer> given, int[] orders) {
    int atoms = state.atoms();
    List<Element> elements = new ArrayList<>(standing);
    List<Integer> charges = new ArrayList<>(given);
    List<Vector3> positions = new ArrayList<>();
    List<Bond> bonds = new ArrayList<>();
    int[] used = new int[atoms];
    for (int i = 0, pair = 0; i < atoms; i++) {
      int at = 3 * (m * atoms + i);
      float[] p = state.positions();
      positions.add(new Vector3(p[at], p[at + 1], p[at + 2]));
      for (int j = 0; j < i; j++) {
        int order = orders[pair++];
        if (order > 0) {
          bonds.add(new Bond(j, i, ORDERS.get(order - 1)));
          used[i] += order;
          used[j] += order;
        }
      }
    }
    if (hydrogens == Hydrogens.IMPLICIT) {
      for (int i = 0; i < atoms; i++) {
        int left = valence(standing.get(i), given.get(i)) - used[i];
        for (int k = 0; k < left; k++) {
          bonds.add(new Bond(i, elements.size(), Bond.Order.SINGLE));
          elements.add(Element.H);
          charges.add(0);
        }
      }
    }
    return new DecodedMolecule(new MolecularGraph(elements, charges, bonds), positions);
  }

  private static int largest(float[] features, int from) {
    int best = 0;
    for (int k = 1; k < ELEMENTS.size(); k++) {
      best = features[from + k] > features[from + best] ? k : best;
    }
    return best;
  }

  /**
   * Electron pairs that an atom shares: isoelectronic with its neighbours in the periodic table.
   */
  private static int valence(Element element, int charge) {
    return switch (element) {
      case C -> 4 - Math.abs(charge);
      case N -> 3 + charge;
      case O -> 2 + charge;
      case H, F -> 1 - Math.abs(charge);
      default -> throw new IllegalArgumentException("there is no channel for " + element);
    };
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
