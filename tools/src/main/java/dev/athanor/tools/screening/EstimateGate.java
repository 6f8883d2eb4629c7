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
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A gate that asks the model for a number and lets pass what lies within a limit.
 *
 * @param name name of the gate and of the finding it leaves
 * @param model one answer for each crystal
 * @param within whether a value may pass
 */
record EstimateGate(
    String name, Function<List<Crystal>, List<Answer>> model, Predicate<Double> within)
    implements Gate {
  private static final ToolJson JSON = new ToolJson();

  /**
   * What the model says of a crystal.
   *
   * @param estimate decides whether it passes
   * @param further findings that are left beside the estimate, by name
   */
  record Answer(Estimate estimate, Map<String, Record> further) {
    Answer {
      further = Map.copyOf(further);
    }
  }

  /** A gate that leaves nothing but the estimate. */
  static EstimateGate of(
      String name, Function<List<Crystal>, List<Estimate>> model, Predicate<Double> within) {
    return new EstimateGate(
        name,
        crystals -> model.apply(crystals).stream().map(e -> new Answer(e, Map.of())).toList(),
        within);
  }

  @Override
  public List<Verdict> judge(List<Specimen> specimens) {
    List<Crystal> crystals = specimens.stream().map(s -> s.entry().crystal()).toList();
    try {
      List<Answer> answers = model.apply(crystals);
      List<Verdict> verdicts = new ArrayList<>();
      for (int i = 0; i < specimens.size(); i++) {
        verdicts.add(verdict(specimens.get(i), answers.get(i)));
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

  private Verdict verdict(Specimen specimen, Answer answer) {
    Estimate estimate = Rounding.round(answer.estimate());
    return within.test(estimate.value())
        ? new Verdict.Passed(found(specimen, estimate, answer.further()))
        : new Verdict.Left(String.format(Locale.ROOT, "%s is %.4f", name, estimate.value()));
  }

  private Specimen found(Specimen specimen, Estimate estimate, Map<String, Record> further) {
    Specimen result = specimen.with(name, JSON.write(estimate).toString());
    for (Map.Entry<String, Record> finding : further.entrySet()) {
      result = result.with(finding.getKey(), JSON.write(finding.getValue()).toString());
    }
    return result;
  }

  private static Verdict rejected(RuntimeException thrown) {
    return thrown instanceof MatterException matter
        ? new Verdict.Rejected(matter.code().name(), String.valueOf(matter.getMessage()))
        : new Verdict.Rejected(
            ToolErrors.UNSUPPORTED.name(), "the model cannot handle this crystal");
  }
}
