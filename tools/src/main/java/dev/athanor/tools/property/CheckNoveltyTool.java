package dev.athanor.tools.property;

import dev.athanor.knowledge.phases.ReferencePhase;
import dev.athanor.knowledge.superconductors.KnownSuperconductor;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.matching.StructureFingerprint;
import dev.athanor.matter.matching.StructureIndex;
import dev.athanor.tools.DescribedTool;
import dev.athanor.tools.Effect;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolDescription;
import dev.athanor.tools.ToolKnowledge;
import dev.athanor.tools.candidate.Candidate;
import dev.athanor.tools.candidate.CandidateSet;
import dev.athanor.tools.candidate.Novelty;
import dev.athanor.tools.candidate.Novelty.Level;
import dev.athanor.tools.candidate.Rejection;
import dev.athanor.tools.candidate.Rounding;
import dev.athanor.tools.candidate.Rows;
import dev.athanor.tools.candidate.Specimen;
import dev.athanor.tools.candidate.Specimens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a crystal, its composition or its chemical system is among what is known. */
public final class CheckNoveltyTool
    extends DescribedTool<CrystalsRequest, CheckNoveltyTool.Result> {
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "check_novelty",
          "Compares crystals with the known structures, compositions and superconductors.",
          "Before ranking, so that nothing known is offered as new; also to ask what a crystal is.",
          "candidate_set: address of a set; or crystals: addresses. At most 2,000 together.",
          "candidate_set with novelty added; rows with level (KNOWN_SUPERCONDUCTOR,"
              + " KNOWN_STRUCTURE, KNOWN_COMPOSITION, NEW_COMPOSITION, NEW_SYSTEM), the closest"
              + " known structure and its distance.",
          "Knows what the product ships and the user added: a compound that is new here may stand"
              + " in the literature.",
          "About a second for a thousand crystals.");

  private final ToolKnowledge knowledge;

  /** Compares with this knowledge. */
  public CheckNoveltyTool(ToolKnowledge knowledge) {
    super(DESCRIPTION, CrystalsRequest.class, Result.class, Effect.READ, Duration.ofMinutes(5));
    this.knowledge = knowledge;
  }

  /**
   * What became of the question.
   *
   * @param candidateSet address of the set with novelty added
   * @param count crystals compared
   * @param newCount how many have a composition that is not known
   * @param rows one for each crystal, the first 200
   * @param rejected crystals that could not be compared
   */
  public record Result(
      String candidateSet, int count, int newCount, List<Row> rows, List<Rejection> rejected) {}

  /**
   * One crystal.
   *
   * @param crystal its address
   * @param formula its reduced formula
   * @param novelty what is known of its like
   */
  public record Row(String crystal, String formula, Novelty novelty) {}

  @Override
  public Result run(CrystalsRequest request, ToolContext context) {
    Specimens specimens =
        Specimens.resolve(request.candidateSet(), request.crystals(), context.artifacts());
    List<Rejection> rejected = new ArrayList<>(specimens.rejected());
    List<Candidate> candidates = new ArrayList<>();
    Map<Set<Element>, Boolean> systems = new HashMap<>();
    for (Specimen specimen : specimens.usable()) {
      context.checkCancelled();
      try {
        candidates.add(specimen.candidate().withNovelty(compare(specimen, systems)));
      } catch (RuntimeException e) {
        rejected.add(Rejections.of(specimen, e));
      }
      context.progress(candidates.size(), specimens.usable().size(), "comparisons");
    }
    int fresh =
        (int)
            candidates.stream()
                .map(c -> c.novelty().orElseThrow().level())
                .filter(level -> level == Level.NEW_COMPOSITION || level == Level.NEW_SYSTEM)
                .count();
    return new Result(
        CandidateSet.of(candidates).store(context.artifacts()),
        candidates.size(),
        fresh,
        Rows.shown(
            candidates.stream()
                .map(c -> new Row(c.crystal(), c.formula(), c.novelty().orElseThrow()))
                .toList()),
        Rows.shown(rejected));
  }

  private Novelty compare(Specimen specimen, Map<Set<Element>, Boolean> systems) {
    Composition composition = specimen.crystal().composition();
    Optional<KnownSuperconductor> known =
        knowledge.superconductors().get().highestMeasured(composition);
    Optional<StructureIndex.Match> nearest =
        knowledge
            .structures()
            .get()
            .nearest(StructureFingerprint.of(specimen.crystal()), 1)
            .stream()
            .findFirst();
    List<ReferencePhase> phases = knowledge.phases().get().find(composition);
    Level level = level(composition, known, nearest, phases, systems);
    return new Novelty(
        level,
        nearest
            .map(StructureIndex.Match::id)
            .or(() -> phases.stream().map(ReferencePhase::id).findFirst()),
        nearest.isPresent() || !phases.isEmpty()
            ? Optional.of(composition.reducedFormula())
            : Optional.empty(),
        nearest.map(match -> Rounding.round(match.distance(), 4)),
        known.map(KnownSuperconductor::criticalTemperatureKelvin),
        reason(level, composition, nearest, known));
  }

  private Level level(
      Composition composition,
      Optional<KnownSuperconductor> known,
      Optional<StructureIndex.Match> nearest,
      List<ReferencePhase> phases,
      Map<Set<Element>, Boolean> systems) {
    if (known.isPresent()) {
      return Level.KNOWN_SUPERCONDUCTOR;
    }
    if (nearest.map(match -> match.distance() <= StructureFingerprint.SAME).orElse(false)) {
      return Level.KNOWN_STRUCTURE;
    }
    if (nearest.isPresent() || !phases.isEmpty()) {
      return Level.KNOWN_COMPOSITION;
    }
    return systems.computeIfAbsent(Set.copyOf(composition.elements()), this::hasCompounds)
        ? Level.NEW_COMPOSITION
        : Level.NEW_SYSTEM;
  }

  private boolean hasCompounds(Set<Element> elements) {
    return knowledge.phases().get().diagram().entriesWithin(elements).stream()
        .anyMatch(entry -> entry.composition().elements().size() == elements.size());
  }

  private static String reason(
      Level level,
      Composition composition,
      Optional<StructureIndex.Match> nearest,
      Optional<KnownSuperconductor> known) {
    String formula = composition.reducedFormula();
    String closest = nearest.map(StructureIndex.Match::id).orElse("the reference phases");
    return switch (level) {
      case KNOWN_SUPERCONDUCTOR ->
          String.format(
              Locale.ROOT,
              "%s is a known superconductor, %.1f K at most",
              formula,
              known.map(KnownSuperconductor::criticalTemperatureKelvin).orElse(0.0));
      case KNOWN_STRUCTURE -> "this structure of " + formula + " is known: " + closest;
      case KNOWN_COMPOSITION ->
          formula + " is known in another arrangement or without a structure: " + closest;
      case NEW_COMPOSITION ->
          formula
              + " is not known here; other compounds of "
              + composition.chemicalSystem()
              + " are";
      case NEW_SYSTEM ->
          "no compound of " + composition.chemicalSystem() + " together is known here";
    };
  }
}
