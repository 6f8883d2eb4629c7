package dev.athanor.tools.screening;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.models.Estimate;
import dev.athanor.screening.Gate;
import dev.athanor.screening.Specimen;
import dev.athanor.screening.Verdict;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolJson;
import dev.athanor.tools.candidate.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A gate that asks the model for a number and lets pass what lies within a limit.
 *
 * @param name name of the gate and of the finding it leaves
 * @param model one estimate for each crystal
 * @param within whether a value may pass
 */
record EstimateGate(
    String name, Function<List<Crystal>, List<Estimate>> model, Predicate<Double> within)
    implements Gate {
  private static final ToolJson JSON = new ToolJson();

  @Override
  public List<Verdict> judge(List<Specimen> specimens) {
    List<Crystal> crystals = specimens.stream().map(s -> s.entry().crystal()).toList();
    try {
      List<Estimate> estimates = model.apply(crystals);
      List<Verdict> verdicts = new ArrayList<>();
      for (int i = 0; i < specimens.size(); i++) {
        verdicts.add(verdict(specimens.get(i), Rounding.round(estimates.get(i))));
      }
      return verdicts;
    } catch (RuntimeException e) {
      if (specimens.size() == 1) {
        return List.of(rejected(e));
      }
      // one bad crystal must not cost the others
      return specimens.stream().flatMap(one -> judge(List.of(one)).stream()).toList();
    }
  }

  private Verdict verdict(Specimen specimen, Estimate estimate) {
    return within.test(estimate.value())
        ? new Verdict.Passed(specimen.with(name, JSON.write(estimate).toString()))
        : new Verdict.Left(String.format(Locale.ROOT, "%s is %.4f", name, estimate.value()));
  }

  private static Verdict rejected(RuntimeException thrown) {
    return thrown instanceof MatterException matter
        ? new Verdict.Rejected(matter.code().name(), String.valueOf(matter.getMessage()))
        : new Verdict.Rejected(
            ToolErrors.UNSUPPORTED.name(), "the model cannot handle this crystal");
  }
}
