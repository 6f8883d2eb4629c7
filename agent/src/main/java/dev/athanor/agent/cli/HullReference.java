package dev.athanor.agent.cli;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.format.PhaseEntryReader;
import dev.athanor.matter.thermodynamics.PhaseDiagram;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The phases that a hull is made of. */
final class HullReference {
  /** The word that stands for the reference phases of the product. */
  static final String KNOWN = "known";

  private HullReference() {}

  /**
   * The hull that lines are measured against.
   *
   * @param reference a file of competing phases, or {@value #KNOWN}; absent: the lines themselves
   * @param lines the phases asked about
   */
  static PhaseDiagram of(
      Optional<String> reference, List<PhaseEntry> lines, Surroundings surroundings) {
    if (reference.isEmpty()) {
      return diagram(lines, lines);
    }
    if (reference.get().equals(KNOWN)) {
      Terminal terminal = surroundings.terminal();
      terminal
          .err()
          .println(
              terminal.paintError(Paint.YELLOW, "warning YARDSTICK")
                  + " the energies of the reference phases are those of this product's model;"
                  + " energies of another source (DFT, another model) cannot be measured by them");
      return surroundings.referencePhases().get();
    }
    Path file = Inputs.readable(Path.of(reference.get()));
    return diagram(PhaseEntryReader.readAll(file), lines);
  }

  /** Elements that no phase stands for are at zero, which is what a formation energy means. */
  private static PhaseDiagram diagram(List<PhaseEntry> phases, List<PhaseEntry> lines) {
    Set<Element> missing = EnumSet.noneOf(Element.class);
    phases.forEach(entry -> missing.addAll(entry.composition().elements()));
    lines.forEach(entry -> missing.addAll(entry.composition().elements()));
    for (PhaseEntry entry : phases) {
      if (entry.composition().elements().size() == 1) {
        missing.removeAll(entry.composition().elements());
      }
    }
    List<PhaseEntry> all = new ArrayList<>(phases);
    missing.forEach(
        element ->
            all.add(new PhaseEntry(element.symbol(), new Composition(Map.of(element, 1.0)), 0)));
    return PhaseDiagram.of(all);
  }
}
