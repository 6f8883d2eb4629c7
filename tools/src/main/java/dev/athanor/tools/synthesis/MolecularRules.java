package dev.athanor.tools.synthesis;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.tools.synthesis.MolecularSpecies.Role;
import dev.athanor.tools.synthesis.SynthesisRoute.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which molecules go into a synthesis or leave it.
 *
 * <p>What leaves is told from the elements of the weighed salts that the product does not keep:
 * carbonates give carbon dioxide, ammonium salts ammonia, salts with hydrogen and oxygen water.
 * Gases of one element are left out: they have no infrared bands.
 */
final class MolecularRules {
  private MolecularRules() {}

  static List<MolecularSpecies> of(
      Composition target, List<Weighing> weighings, SynthesisRoute route) {
    List<MolecularSpecies> species = new ArrayList<>();
    if (route.method() == Method.NITRIDATION) {
      species.add(ammonia(Role.PRECURSOR, "the gas that nitrides where nitrogen is too inert"));
    }
    leaving(target, weighings, Set.of(Element.C, Element.O), Element.C)
        .ifPresent(
            salt ->
                species.add(
                    new MolecularSpecies(
                        "CO2",
                        "carbon dioxide",
                        "O=C=O",
                        Role.BY_PRODUCT,
                        "leaves " + salt + " when it is fired")));
    leaving(target, weighings, Set.of(Element.N, Element.H), Element.N)
        .ifPresent(
            salt -> species.add(ammonia(Role.BY_PRODUCT, "leaves " + salt + " when it is heated")));
    leaving(target, weighings, Set.of(Element.H, Element.O), Element.H)
        .ifPresent(
            salt ->
                species.add(
                    new MolecularSpecies(
                        "H2O",
                        "water",
                        "O",
                        Role.BY_PRODUCT,
                        "leaves " + salt + " when it is heated")));
    return species;
  }

  private static MolecularSpecies ammonia(Role role, String why) {
    return new MolecularSpecies("NH3", "ammonia", "N", role, why);
  }

  /** The first salt that holds these elements, if the product does not keep {@code lost}. */
  private static Optional<String> leaving(
      Composition target, List<Weighing> weighings, Set<Element> held, Element lost) {
    return target.elements().contains(lost)
        ? Optional.empty()
        : weighings.stream()
            .map(Weighing::formula)
            .filter(formula -> Composition.parse(formula).elements().containsAll(held))
            .findFirst();
  }
}
