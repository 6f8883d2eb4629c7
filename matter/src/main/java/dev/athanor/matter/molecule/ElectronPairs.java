package dev.athanor.matter.molecule;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Spreads electron pairs over given bonds so that every atom has a closed shell: branch and bound,
 * bond by bond, once for each number of formal charges from the least.
 */
final class ElectronPairs {
  private static final int MOST_PAIRS = 3;
  private static final int MOST_CHARGES = 4;

  /** What a ring system of twenty atoms needs is some thousands. */
  private static final long MOST_STEPS = 2_000_000;

  /**
   * A spread.
   *
   * @param pairs of each bond
   * @param charges of each atom
   */
  record Spread(List<Integer> pairs, List<Integer> charges) {}

  private final Molecule molecule;
  private final List<Contact> contacts;
  private final int[] open;
  private final int[] shared;
  private final int[] pairs;
  private final int[] charges;
  private int chargesLeft;
  private int sum;
  private long steps;
  private double best = Double.POSITIVE_INFINITY;
  private Optional<Spread> found = Optional.empty();

  private ElectronPairs(Molecule molecule, List<Contact> contacts, int allowedCharges) {
    this.molecule = molecule;
    this.contacts = contacts;
    this.chargesLeft = allowedCharges;
    this.open = new int[molecule.atoms().size()];
    this.shared = new int[open.length];
    this.charges = new int[open.length];
    this.pairs = new int[contacts.size()];
    for (Contact contact : contacts) {
      open[contact.first()]++;
      open[contact.second()]++;
    }
  }

  /**
   * The best spread with the fewest formal charges.
   *
   * @throws MatterException {@code UNSUPPORTED_MOLECULE} where too many would have to be tried
   */
  static Optional<Spread> best(Molecule molecule, List<Contact> contacts) {
    int least = Math.abs(molecule.charge());
    for (int allowed = least; allowed <= least + MOST_CHARGES; allowed += 2) {
      ElectronPairs search = new ElectronPairs(molecule, contacts, allowed);
      if (search.lonelyAtomsClose()) {
        search.spread(0, 0);
      }
      if (search.found.isPresent()) {
        return search.found;
      }
    }
    return Optional.empty();
  }

  /** Atoms without bonds are closed before the first bond. */
  private boolean lonelyAtomsClose() {
    for (int count : open) {
      if (count == 0) {
        return false;
      }
    }
    return true;
  }

  private void spread(int bond, double misfit) {
    if (++steps > MOST_STEPS) {
      throw new MatterException(
          MatterErrors.UNSUPPORTED_MOLECULE, "too many ways to draw the bonds of this molecule");
    }
    if (misfit >= best) {
      return;
    }
    if (bond == pairs.length) {
      if (sum == molecule.charge()) {
        best = misfit;
        found =
            Optional.of(
                new Spread(
                    Arrays.stream(pairs).boxed().toList(),
                    Arrays.stream(charges).boxed().toList()));
      }
      return;
    }
    Contact contact = contacts.get(bond);
    for (int count : byFit(contact)) {
      pairs[bond] = count;
      add(contact, count, 1);
      close(contact, () -> spread(bond + 1, misfit + misfit(contact, count)));
      add(contact, count, -1);
    }
  }

  /** Goes on for each way to close those of the two atoms that have no further bond. */
  private void close(Contact contact, Runnable goOn) {
    closeAtom(contact.first(), () -> closeAtom(contact.second(), goOn));
  }

  private void closeAtom(int atom, Runnable goOn) {
    for (Valences.State state :
        Valences.of(molecule.atoms().get(atom).element()).orElse(List.of())) {
      if (open[atom] > 0) {
        // one state that leaves each open bond at least one pair is enough to go on
        if (state.pairs() >= shared[atom] + open[atom]) {
          goOn.run();
          return;
        }
      } else if (state.pairs() == shared[atom] && Math.abs(state.charge()) <= chargesLeft) {
        charge(atom, state.charge());
        goOn.run();
        charge(atom, 0);
      }
    }
  }

  private void charge(int atom, int charge) {
    chargesLeft += Math.abs(charges[atom]) - Math.abs(charge);
    sum += charge - charges[atom];
    charges[atom] = charge;
  }

  private void add(Contact contact, int count, int sign) {
    shared[contact.first()] += sign * count;
    shared[contact.second()] += sign * count;
    open[contact.first()] -= sign;
    open[contact.second()] -= sign;
  }

  private List<Integer> byFit(Contact contact) {
    List<Integer> counts = new ArrayList<>(List.of(1, 2, MOST_PAIRS));
    counts.removeIf(
        count ->
            count > Valences.mostNeighbours(molecule.atoms().get(contact.first()).element())
                || count
                    > Valences.mostNeighbours(molecule.atoms().get(contact.second()).element()));
    counts.sort((a, b) -> Double.compare(misfit(contact, a), misfit(contact, b)));
    return counts;
  }

  private double misfit(Contact contact, int count) {
    double excess =
        contact.distance()
            - CovalentRadii.sum(
                molecule.atoms().get(contact.first()).element(),
                molecule.atoms().get(contact.second()).element(),
                count);
    return excess * excess;
  }
}
