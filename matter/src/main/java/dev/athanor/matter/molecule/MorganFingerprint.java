package dev.athanor.matter.molecule;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The circular fingerprint of radius 2 in 2,048 bits, and Tanimoto's coefficient between two.
 *
 * <p>Every heavy atom starts with a number for its element, neighbours, hydrogens, charge and
 * whether it is in a ring; twice it takes in the numbers of its neighbours with their bonds. Each
 * number of each round sets a bit, an environment of the same bonds only once. {@code T(a, b) = |a
 * and b| / |a or b|}. The environments are those of other programs, the bits are not: a fingerprint
 * compares with fingerprints made here only, coefficients with anybody's.
 *
 * @see <a href="https://doi.org/10.1021/ci100050t">Rogers and Hahn, J. Chem. Inf. Model. 50, 742
 *     (2010)</a>
 */
public final class MorganFingerprint {
  /** Bits. */
  public static final int SIZE = 2048;

  /** Rounds. */
  public static final int RADIUS = 2;

  private static final int AROMATIC_BOND = 4;

  private final BitSet bits;

  private MorganFingerprint(BitSet bits) {
    this.bits = bits;
  }

  /** The fingerprint of a constitution. */
  public static MorganFingerprint of(MolecularGraph graph) {
    BitSet bits = new BitSet(SIZE);
    for (long identifier : environments(graph, RADIUS).keySet()) {
      bits.set((int) Long.remainderUnsigned(identifier, SIZE));
    }
    return new MorganFingerprint(bits);
  }

  /**
   * The environments before they are folded into bits: a number for each kind, and how often it
   * occurs.
   *
   * @param radius rounds, from 0
   */
  public static Map<Long, Integer> environments(MolecularGraph graph, int radius) {
    Map<Long, Integer> counts = new HashMap<>();
    Aromaticity.Rings rings = Aromaticity.rings(graph);
    long[] numbers = initial(graph, rings.ringAtoms());
    BitSet[] reach = new BitSet[numbers.length];
    for (int atom = 0; atom < numbers.length; atom++) {
      reach[atom] = new BitSet();
      if (numbers[atom] != 0) {
        counts.merge(numbers[atom], 1, Integer::sum);
      }
    }
    List<List<Bond>> bondsByAtom = graph.bondsByAtom();
    Map<Bond, Integer> kinds = bondKinds(graph, rings.aromaticBonds());
    Set<BitSet> seen = new HashSet<>();
    for (int round = 1; round <= radius; round++) {
      long[] next = new long[numbers.length];
      BitSet[] wider = new BitSet[numbers.length];
      Map<BitSet, Long> found = new HashMap<>();
      for (int atom = 0; atom < numbers.length; atom++) {
        wider[atom] = (BitSet) reach[atom].clone();
        if (numbers[atom] == 0) {
          continue;
        }
        long sum = 0;
        for (Bond bond : bondsByAtom.get(atom)) {
          int other = bond.other(atom);
          if (numbers[other] != 0) {
            sum += mixed(numbers[other] * 31 + kinds.getOrDefault(bond, 0));
            wider[atom].or(reach[other]);
            wider[atom].set(graph.bonds().indexOf(bond));
          }
        }
        next[atom] = mixed(mixed(numbers[atom] + round) + sum) | 1;
        found.merge(wider[atom], next[atom], Math::min);
      }
      found.forEach(
          (bonds, number) -> {
            if (!bonds.isEmpty() && seen.add(bonds)) {
              counts.merge(number, 1, Integer::sum);
            }
          });
      numbers = next;
      reach = wider;
    }
    return counts;
  }

  /** Bits that are set. */
  public int count() {
    return bits.cardinality();
  }

  /** The bits; a copy. */
  public BitSet bits() {
    return (BitSet) bits.clone();
  }

  /** Tanimoto's coefficient, 0 to 1; 1 for two without any bit. */
  public double tanimoto(MorganFingerprint other) {
    BitSet both = (BitSet) bits.clone();
    both.and(other.bits);
    int common = both.cardinality();
    int all = count() + other.count() - common;
    return all == 0 ? 1 : (double) common / all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MorganFingerprint fingerprint && bits.equals(fingerprint.bits);
  }

  @Override
  public int hashCode() {
    return bits.hashCode();
  }

  /** A number for every heavy atom, 0 for hydrogens. */
  private static long[] initial(MolecularGraph graph, BitSet ring) {
    List<List<Bond>> bondsByAtom = graph.bondsByAtom();
    long[] numbers = new long[graph.atomCount()];
    for (int atom = 0; atom < numbers.length; atom++) {
      int element = graph.elements().get(atom).atomicNumber();
      if (element == 1 && graph.heavyAtomCount() > 0) {
        continue;
      }
      int here = atom;
      long hydrogens =
          bondsByAtom.get(atom).stream()
              .filter(bond -> graph.elements().get(bond.other(here)).atomicNumber() == 1)
              .count();
      long number = element;
      number = number * 64 + bondsByAtom.get(atom).size();
      number = number * 64 + hydrogens;
      number = number * 64 + graph.formalCharges().get(atom) + 32;
      number = number * 2 + (ring.get(atom) ? 1 : 0);
      numbers[atom] = mixed(number) | 1;
    }
    return numbers;
  }

  private static Map<Bond, Integer> bondKinds(MolecularGraph graph, BitSet aromatic) {
    Map<Bond, Integer> kinds = new HashMap<>();
    for (int i = 0; i < graph.bonds().size(); i++) {
      Bond bond = graph.bonds().get(i);
      kinds.put(bond, aromatic.get(i) ? AROMATIC_BOND : bond.order().pairs());
    }
    return kinds;
  }

  /** The finaliser of SplitMix64: every bit of the input moves half the bits of the output. */
  private static long mixed(long value) {
    long mixed = value + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
