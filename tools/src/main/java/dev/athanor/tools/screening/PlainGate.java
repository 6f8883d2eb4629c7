package dev.athanor.tools.screening;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.screening.Gate;
import dev.athanor.screening.Specimen;
import dev.athanor.screening.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A gate that looks at the crystal alone.
 *
 * @param name name of the gate
 * @param objection why a crystal stays behind; empty where it passes
 */
record PlainGate(String name, Function<Crystal, Optional<String>> objection) implements Gate {
  @Override
  public List<Verdict> judge(List<Specimen> specimens) {
    return specimens.stream().map(this::judge).toList();
  }

  private Verdict judge(Specimen specimen) {
    try {
      Optional<String> reason = objection.apply(specimen.entry().crystal());
      return reason.<Verdict>map(Verdict.Left::new).orElseGet(() -> new Verdict.Passed(specimen));
    } catch (MatterException e) {
      return new Verdict.Rejected(e.code().name(), String.valueOf(e.getMessage()));
    }
  }
}
