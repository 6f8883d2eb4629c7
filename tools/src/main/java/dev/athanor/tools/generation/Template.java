package dev.athanor.tools.generation;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.tools.candidate.Origin;
import java.util.Optional;
import java.util.Set;

/**
 * A structure to put other elements into.
 *
 * @param id identifier of motif or structure type
 * @param crystal with the elements that it is known with
 * @param prototype key that templates of one structure type share
 * @param spaceGroup number, 1 to 230, where it is known
 * @param promise what it adds to the priority of its candidates
 * @param route which way it belongs to
 * @param kept elements whose sites stay as they are
 * @param note a sentence about it
 */
record Template(
    String id,
    Crystal crystal,
    String prototype,
    Optional<Integer> spaceGroup,
    double promise,
    Origin.Route route,
    Set<Element> kept,
    Optional<String> note) {
  Template {
    kept = Set.copyOf(kept);
  }
}
