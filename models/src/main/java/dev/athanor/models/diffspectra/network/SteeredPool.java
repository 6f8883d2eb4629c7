package dev.athanor.models.diffspectra.network;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.molecule.ValenceCheck;
import dev.athanor.models.diffspectra.diffusion.DecodedMolecule;
import dev.athanor.models.diffspectra.diffusion.MoleculeState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The constitutions that were drawn so far, each once, with the numbers that it was read from. */
final class SteeredPool {
  private final float[] logits;
  private final Set<String> known = new HashSet<>();
  private final List<Member> members = new ArrayList<>();

  private record Member(SpectraDiffusion.Steered steered, MoleculeState numbers) {}

  /**
   * An empty one.
   *
   * @param logits of all kinds of fragments
   */
  SteeredPool(float[] logits) {
    this.logits = logits.clone();
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  void add(MoleculeState drawn, List<Optional<DecodedMolecule>> read) {
    for (int m = 0; m < drawn.molecules(); m++) {
      if (read.get(m).isPresent()) {
        add(drawn.chosen(new int[] {m}), read.get(m).get());
      }
    }
  }

  private void add(MoleculeState numbers, DecodedMolecule molecule) {
    try {
      if (ValenceCheck.isSound(molecule.graph())
          && known.add(InchiKey.of(molecule.graph()).firstBlock())) {
        double agreement = FragmentKinds.agreement(molecule.graph(), logits);
        members.add(new Member(new SpectraDiffusion.Steered(molecule, agreement), numbers));
      }
    } catch (MatterException nameless) {
      // without a name it cannot be told from others, nor be an answer
    }
  }

  List<SpectraDiffusion.Steered> byAgreement() {
    return inOrder().stream().map(Member::steered).toList();
  }

  /** The numbers of the best, one after the other until there are enough. */
  MoleculeState best(int kept, int molecules) {
    List<Member> order = inOrder();
    int different = Math.min(kept, order.size());
    MoleculeState state = order.get(0).numbers();
    for (int i = 1; i < molecules; i++) {
      state = state.and(order.get(i % different).numbers());
    }
    return state;
  }

  private List<Member> inOrder() {
    return members.stream()
        .sorted(Comparator.comparingDouble((Member m) -> m.steered().agreement()).reversed())
        .toList();
  }
}
