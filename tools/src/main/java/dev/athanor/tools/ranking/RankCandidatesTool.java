package dev.athanor.tools.ranking;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.Applicability.Level;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.StabilityVerdict;
import dev.athanor.tools.Bounds;
import dev.athanor.tools.DescribedTool;
import dev.athanor.tools.Effect;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolDescription;
import dev.athanor.tools.candidate.Candidate;
import dev.athanor.tools.candidate.CandidateSet;
import dev.athanor.tools.candidate.Novelty;
import dev.athanor.tools.candidate.Origin;
import dev.athanor.tools.candidate.Rounding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Orders candidates by expected improvement, within limits and with diversity. */
public final class RankCandidatesTool
    extends DescribedTool<RankCandidatesTool.Request, RankCandidatesTool.Result> {
  private static final String MEANING =
      "kelvin expected above the target, times the probabilities of being stable within the limit"
          + " and of superconducting";
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "rank_candidates",
          "Orders candidates by expected improvement over the target, with limits and diversity.",
          "Once stability, superconductivity and temperature have been predicted. Not to judge a"
              + " single crystal.",
          "candidate_sets: addresses, what they say of one crystal is put together; optionally"
              + " count, target_critical_temperature (K), max_energy_above_hull (eV/atom),"
              + " min_superconductor_probability, only_new, max_per_chemical_system,"
              + " max_per_prototype, include_out_of_domain.",
          "candidate_set in order; ranked rows with estimates, score, evidence for and against; how"
              + " many were excluded and why.",
          "As good as the predictions; the score takes their errors as independent and normal.",
          "Under a second.");

  /** The tool. */
  public RankCandidatesTool() {
    super(DESCRIPTION, Request.class, Result.class, Effect.READ, Duration.ofMinutes(1));
  }

  /**
   * What to rank, and within which limits.
   *
   * @param candidateSets addresses of stored sets
   * @param count candidates wanted
   * @param targetCriticalTemperature temperature to be improved upon, kelvin
   * @param maxEnergyAboveHull limit of stability, eV/atom
   * @param minSuperconductorProbability least probability of superconducting
   * @param onlyNew leave out what is known
   * @param maxPerChemicalSystem most candidates of the same elements
   * @param maxPerPrototype most candidates of the same structure type
   * @param includeOutOfDomain keep candidates that the model cannot judge
   */
  public record Request(
      @JsonPropertyDescription("Addresses of candidate sets with estimates.")
          @Bounds(min = 1, max = 8)
          List<String> candidateSets,
      @JsonPropertyDescription("How many candidates to return; 10.") @Bounds(min = 1, max = 200)
          Optional<Integer> count,
      @JsonPropertyDescription("Temperature to be improved upon, kelvin; 0.") @Bounds(max = 400)
          Optional<Double> targetCriticalTemperature,
      @JsonPropertyDescription("Limit of the energy above hull, eV/atom; 0.1.")
          @Bounds(min = -5, max = 5)
          Optional<Double> maxEnergyAboveHull,
      @JsonPropertyDescription("Least probability of superconducting; 0.") @Bounds(max = 1)
          Optional<Double> minSuperconductorProbability,
      @JsonPropertyDescription("Leave out known compositions; false.") Optional<Boolean> onlyNew,
      @JsonPropertyDescription("Most candidates of one chemical system; 2.")
          @Bounds(min = 1, max = 200)
          Optional<Integer> maxPerChemicalSystem,
      @JsonPropertyDescription("Most candidates of one structure type; 3.")
          @Bounds(min = 1, max = 200)
          Optional<Integer> maxPerPrototype,
      @JsonPropertyDescription("Keep candidates unlike anything the model was trained on; false.")
          Optional<Boolean> includeOutOfDomain) {
    public Request {
      candidateSets = List.copyOf(candidateSets);
    }
  }

  /**
   * The order and how it came about.
   *
   * @param candidateSet address of the chosen candidates, in order
   * @param considered candidates that were looked at
   * @param eligible how many kept all limits
   * @param scoreMeaning what the score is
   * @param ranked the chosen candidates
   * @param excluded how many were left out, by reason
   * @param shortfall why there are fewer than asked for
   */
  public record Result(
      String candidateSet,
      int considered,
      int eligible,
      String scoreMeaning,
      List<Row> ranked,
      List<Excluded> excluded,
      Optional<String> shortfall) {}

  /**
   * One candidate.
   *
   * @param rank from 1
   * @param crystal its address
   * @param formula reduced formula
   * @param spaceGroup number of the space group of its parent structure
   * @param prototype structure type
   * @param origin where it comes from
   * @param estimates what was predicted
   * @param stability whether it is stable against the reference phases, and how probably
   * @param novelty what is known of its like
   * @param score see the result
   * @param onParetoFront whether no other is both more stable and more promising
   * @param evidenceFor what speaks for it
   * @param evidenceAgainst what speaks against it
   */
  public record Row(
      int rank,
      String crystal,
      String formula,
      Optional<Integer> spaceGroup,
      Optional<String> prototype,
      Optional<Origin> origin,
      Estimates estimates,
      Optional<StabilityVerdict> stability,
      Optional<Novelty> novelty,
      double score,
      boolean onParetoFront,
      List<String> evidenceFor,
      List<String> evidenceAgainst) {}

  /**
   * What was predicted of a candidate.
   *
   * @param formationEnergy eV/atom
   * @param energyAboveHull eV/atom
   * @param superconductor probability
   * @param criticalTemperature kelvin
   */
  public record Estimates(
      Optional<Estimate> formationEnergy,
      Optional<Estimate> energyAboveHull,
      Optional<Estimate> superconductor,
      Optional<Estimate> criticalTemperature) {}

  /**
   * Candidates left out for one reason.
   *
   * @param reason in words
   * @param count how many
   */
  public record Excluded(String reason, int count) {}

  /** A candidate and its worth. */
  private record Scored(Candidate candidate, double score) {}

  @Override
  public Result run(Request request, ToolContext context) {
    context.checkCancelled();
    List<Candidate> all =
        CandidateSet.merged(
                request.candidateSets().stream()
                    .map(address -> CandidateSet.load(address, context.artifacts()))
                    .toList())
            .candidates();
    Map<String, Integer> excluded = new TreeMap<>();
    double limit = request.maxEnergyAboveHull().orElse(0.1);
    double target = request.targetCriticalTemperature().orElse(0.0);
    List<Candidate> eligible = new ArrayList<>();
    for (Candidate candidate : all) {
      Optional<String> reason = exclusion(candidate, request, limit);
      reason.ifPresentOrElse(
          why -> excluded.merge(why, 1, Integer::sum), () -> eligible.add(candidate));
    }
    Set<String> front = ParetoFront.of(eligible);
    List<Scored> chosen = diverse(sorted(eligible, limit, target), request, excluded);
    List<Row> rows = new ArrayList<>();
    for (Scored scored : chosen) {
      boolean onFront = front.contains(scored.candidate().crystal());
      Evidence evidence = Evidence.of(scored.candidate(), limit, target, onFront);
      rows.add(row(rows.size() + 1, scored, onFront, evidence));
    }
    context.progress(all.size(), all.size(), "candidates ranked");
    return new Result(
        CandidateSet.of(chosen.stream().map(Scored::candidate).toList()).store(context.artifacts()),
        all.size(),
        eligible.size(),
        MEANING,
        rows,
        excluded.entrySet().stream().map(e -> new Excluded(e.getKey(), e.getValue())).toList(),
        shortfall(rows.size(), request.count().orElse(10)));
  }

  private static Optional<String> exclusion(Candidate candidate, Request request, double limit) {
    if (candidate.energyAboveHull().isEmpty()) {
      return Optional.of("stability was not predicted");
    }
    if (candidate.energyAboveHull().get().value() > limit) {
      return Optional.of("above the limit of the energy above hull");
    }
    double least = request.minSuperconductorProbability().orElse(0.0);
    if (least > 0 && candidate.superconductor().map(e -> e.value() < least).orElse(true)) {
      return Optional.of("probability of superconducting below the limit or not predicted");
    }
    if (request.onlyNew().orElse(false) && !isNew(candidate)) {
      return Optional.of("known, or not compared with what is known");
    }
    boolean judged =
        Stream.of(
                candidate.energyAboveHull(),
                candidate.superconductor(),
                candidate.criticalTemperature())
            .flatMap(Optional::stream)
            .noneMatch(e -> e.applicability().level() == Level.OUT_OF_DOMAIN);
    return judged || request.includeOutOfDomain().orElse(false)
        ? Optional.empty()
        : Optional.of("unlike anything the model was trained on");
  }

  private static boolean isNew(Candidate candidate) {
    return candidate
        .novelty()
        .map(
            n ->
                n.level() == Novelty.Level.NEW_COMPOSITION || n.level() == Novelty.Level.NEW_SYSTEM)
        .orElse(false);
  }

  private static List<Scored> sorted(List<Candidate> eligible, double limit, double target) {
    return eligible.stream()
        .map(c -> new Scored(c, Score.of(c, limit, target)))
        .sorted(
            Comparator.comparingDouble(Scored::score)
                .reversed()
                .thenComparing(
                    s -> s.candidate().energyAboveHull().map(Estimate::value).orElse(0.0))
                .thenComparing(s -> s.candidate().crystal()))
        .toList();
  }

  /** The best ones, taking no more than allowed of one formula, chemical system or type. */
  private static List<Scored> diverse(
      List<Scored> sorted, Request request, Map<String, Integer> excluded) {
    int wanted = request.count().orElse(10);
    int perSystem = request.maxPerChemicalSystem().orElse(2);
    int perType = request.maxPerPrototype().orElse(3);
    Map<String, Integer> taken = new HashMap<>();
    List<Scored> chosen = new ArrayList<>();
    for (Scored scored : sorted) {
      if (chosen.size() == wanted) {
        excluded.merge("ranked lower than the number asked for", 1, Integer::sum);
        continue;
      }
      Candidate candidate = scored.candidate();
      String system = "system " + Composition.parse(candidate.formula()).chemicalSystem();
      String formula = "formula " + candidate.formula();
      Optional<String> type = candidate.origin().map(o -> "type " + o.prototype());
      if (taken.getOrDefault(formula, 0) >= 1
          || taken.getOrDefault(system, 0) >= perSystem
          || type.map(t -> taken.getOrDefault(t, 0) >= perType).orElse(false)) {
        excluded.merge("better ones of its formula, system or structure type", 1, Integer::sum);
        continue;
      }
      taken.merge(formula, 1, Integer::sum);
      taken.merge(system, 1, Integer::sum);
      type.ifPresent(t -> taken.merge(t, 1, Integer::sum));
      chosen.add(scored);
    }
    return chosen;
  }

  private static Row row(int rank, Scored scored, boolean onFront, Evidence evidence) {
    Candidate candidate = scored.candidate();
    return new Row(
        rank,
        candidate.crystal(),
        candidate.formula(),
        candidate.origin().flatMap(Origin::spaceGroup),
        candidate.origin().map(Origin::prototype),
        candidate.origin(),
        new Estimates(
            candidate.formationEnergy(),
            candidate.energyAboveHull(),
            candidate.superconductor(),
            candidate.criticalTemperature()),
        candidate.stability(),
        candidate.novelty(),
        Rounding.round(scored.score(), 4),
        onFront,
        evidence.arguments(),
        evidence.doubts());
  }

  private static Optional<String> shortfall(int found, int wanted) {
    return found >= wanted
        ? Optional.empty()
        : Optional.of(
            found
                + " of "
                + wanted
                + " candidates keep all limits; generate more, or widen the limits that excluded"
                + " most");
  }
}
