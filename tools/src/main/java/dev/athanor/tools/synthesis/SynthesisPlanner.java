package dev.athanor.tools.synthesis;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.Applicability.Level;
import dev.athanor.models.Estimate;
import dev.athanor.tools.candidate.Candidate;
import dev.athanor.tools.candidate.DecompositionProduct;
import dev.athanor.tools.candidate.Novelty;
import dev.athanor.tools.candidate.Origin;
import dev.athanor.tools.candidate.RelaxationNote.Status;
import dev.athanor.tools.candidate.Rounding;
import dev.athanor.tools.candidate.Specimen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the sheet of one compound by putting the rules together. */
final class SynthesisPlanner {
  private SynthesisPlanner() {}

  /**
   * The sheet.
   *
   * @throws dev.athanor.tools.ToolException {@code UNSUPPORTED} where no precursors are known
   */
  static SynthesisItem plan(Specimen specimen, int number, double batchGrams) {
    Candidate candidate = specimen.candidate();
    Composition target = specimen.crystal().composition().reduced();
    CompoundClass kind = CompoundClass.of(target);
    SynthesisRoute route = RouteRules.choose(target, kind);
    List<Weighing> weighings =
        Batch.weigh(
            target,
            batchGrams,
            PrecursorRules.choose(target, kind),
            precursor -> Allowance.of(precursor, target, route.method()));
    return new SynthesisItem(
        number,
        candidate.crystal(),
        target.formula(),
        candidate.origin().map(Origin::prototype),
        candidate.origin(),
        kind.words(),
        Rounding.round(target.mass(), 3),
        batchGrams,
        weighings,
        route,
        ProgramRules.of(route, target, kind),
        HazardRules.of(target, route),
        ExpectedPattern.of(specimen.crystal()),
        new SynthesisItem.Expected(
            candidate.formationEnergy(),
            candidate.energyAboveHull(),
            candidate.superconductor(),
            candidate.criticalTemperature(),
            candidate.stability()),
        candidate.novelty(),
        caveats(candidate, target, kind),
        Optional.of(MolecularRules.of(target, weighings, route)).filter(some -> !some.isEmpty()));
  }

  private static List<String> caveats(Candidate candidate, Composition target, CompoundClass kind) {
    List<String> caveats = new ArrayList<>();
    caveats.add("route, temperatures and allowances follow rules of thumb: a chemist must agree");
    caveats.add(
        String.format(
            Locale.ROOT,
            "melting temperatures are estimated from the elements, ± %.0f K%s",
            MeltingEstimate.UNCERTAINTY,
            kind == CompoundClass.INTERMETALLIC ? "" : " for alloys and more for " + kind.words()));
    candidate
        .energyAboveHull()
        .filter(e -> e.value() > 0)
        .ifPresent(e -> caveats.add(competitors(candidate, e)));
    if (candidate.energyAboveHull().isEmpty()) {
      caveats.add("its stability was not predicted");
    }
    if (candidate.relaxation().map(note -> note.status() == Status.NOT_CONVERGED).orElse(false)) {
      caveats.add("the structure did not come to rest when relaxed: the pattern may be off");
    }
    if (candidate
        .formationEnergy()
        .map(e -> e.applicability().level() != Level.IN_DOMAIN)
        .orElse(false)) {
      caveats.add("the model has seen little like it");
    }
    candidate
        .novelty()
        .filter(n -> n.level().compareTo(Novelty.Level.KNOWN_COMPOSITION) <= 0)
        .ifPresent(n -> caveats.add(n.reason()));
    if (!target.isInteger()) {
      caveats.add("the composition is not stoichiometric: weigh as given, order is not expected");
    }
    return caveats;
  }

  private static String competitors(Candidate candidate, Estimate estimate) {
    return String.format(
        Locale.ROOT,
        "predicted %.3f ± %.3f eV/atom above %s: look for their lines in the pattern",
        estimate.value(),
        estimate.standardDeviation(),
        candidate.decomposition().stream()
            .map(DecompositionProduct::formula)
            .collect(Collectors.joining(" + ")));
  }
}
