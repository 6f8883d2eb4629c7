package dev.athanor.tools.ranking;

import dev.athanor.models.Applicability.Level;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.StabilityVerdict;
import dev.athanor.tools.candidate.Candidate;
import dev.athanor.tools.candidate.DecompositionProduct;
import dev.athanor.tools.candidate.Novelty;
import dev.athanor.tools.candidate.RelaxationNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What speaks for a candidate and what against it, in words that need no key.
 *
 * @param arguments in favour
 * @param doubts against
 */
record Evidence(List<String> arguments, List<String> doubts) {
  static Evidence of(Candidate candidate, double hullLimit, double target, boolean onFront) {
    Evidence evidence = new Evidence(new ArrayList<>(), new ArrayList<>());
    candidate.energyAboveHull().ifPresent(e -> evidence.stability(e, candidate, hullLimit));
    candidate.stability().ifPresent(evidence::verdict);
    candidate.superconductor().ifPresent(evidence::superconductor);
    candidate.criticalTemperature().ifPresent(e -> evidence.temperature(e, target));
    candidate
        .origin()
        .ifPresent(
            origin -> {
              origin.note().ifPresent(evidence.arguments::add);
              evidence.arguments.add(origin.rule());
            });
    if (onFront) {
      evidence.arguments.add("no other candidate is both more stable and more promising");
    }
    candidate.novelty().ifPresent(evidence::novelty);
    candidate.relaxation().ifPresent(evidence::relaxation);
    if (candidate.superconductor().isEmpty()) {
      evidence.doubts.add("whether it superconducts was not predicted");
    }
    if (candidate.novelty().isEmpty()) {
      evidence.doubts.add("it was not compared with what is known");
    }
    return evidence;
  }

  private void stability(Estimate estimate, Candidate candidate, double limit) {
    String products =
        candidate.decomposition().stream()
            .map(DecompositionProduct::formula)
            .collect(Collectors.joining(" + "));
    String number =
        String.format(
            Locale.ROOT,
            "%.3f ± %.3f eV/atom",
            Math.abs(estimate.value()),
            estimate.standardDeviation());
    if (estimate.value() <= 0) {
      arguments.add("predicted " + number + " below the hull of the known phases " + products);
    } else {
      doubts.add("predicted " + number + " above the hull: may fall apart into " + products);
      if (estimate.value() <= 0.05) {
        arguments.add("close enough to the hull that many compounds like it have been made");
      }
    }
    if (Score.probabilityBelow(estimate, limit) < 0.5) {
      doubts.add("more likely beyond the limit of stability than within it");
    }
    applicability("the stability", estimate);
  }

  private void verdict(StabilityVerdict verdict) {
    String number = String.format(Locale.ROOT, "probability %.2f", verdict.probability());
    if (verdict.stable()) {
      arguments.add("called stable against the known phases, " + number);
    } else {
      doubts.add("not sure enough to be called stable against the known phases, " + number);
    }
  }

  private void superconductor(Estimate estimate) {
    String number =
        String.format(Locale.ROOT, "probability of superconducting %.2f", estimate.value());
    (estimate.value() >= 0.5 ? arguments : doubts).add(number);
    applicability("the probability", estimate);
  }

  private void temperature(Estimate estimate, double target) {
    String number =
        String.format(
            Locale.ROOT,
            "predicted transition at %.1f ± %.1f K",
            estimate.value(),
            estimate.standardDeviation());
    if (estimate.value() > target) {
      arguments.add(
          target > 0
              ? String.format(Locale.ROOT, "%s, above the %.1f K asked for", number, target)
              : number);
      if (target > 0 && estimate.value() - estimate.standardDeviation() < target) {
        doubts.add("one standard deviation lower, the transition would miss the target");
      }
    } else {
      doubts.add(String.format(Locale.ROOT, "%s, not above the %.1f K asked for", number, target));
    }
    applicability("the transition temperature", estimate);
  }

  private void novelty(Novelty novelty) {
    boolean fresh =
        novelty.level() == Novelty.Level.NEW_COMPOSITION
            || novelty.level() == Novelty.Level.NEW_SYSTEM;
    (fresh ? arguments : doubts).add(novelty.reason());
  }

  private void relaxation(RelaxationNote note) {
    switch (note.status()) {
      case CONVERGED ->
          arguments.add("the structure came to rest after " + note.steps() + " steps");
      case NOT_CONVERGED -> doubts.add("the structure did not come to rest when relaxed");
    }
    if (Math.abs(note.volumeChange()) > 0.15) {
      doubts.add(
          String.format(
              Locale.ROOT, "relaxing changed its volume by %.0f %%", 100 * note.volumeChange()));
    }
  }

  private void applicability(String what, Estimate estimate) {
    if (estimate.applicability().level() != Level.IN_DOMAIN) {
      doubts.add(
          what
              + " is "
              + estimate.applicability().level().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + ": "
              + estimate.applicability().reason());
    }
  }
}
