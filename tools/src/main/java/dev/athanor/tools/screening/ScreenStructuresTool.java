package dev.athanor.tools.screening;

import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.models.elements.StabilityVerdict;
import dev.athanor.screening.Campaign;
import dev.athanor.screening.CampaignResult;
import dev.athanor.screening.CampaignWatch;
import dev.athanor.screening.Checkpoints;
import dev.athanor.screening.EmbeddedEngine;
import dev.athanor.screening.Funnel;
import dev.athanor.screening.RejectedRow;
import dev.athanor.screening.Source;
import dev.athanor.screening.Specimen;
import dev.athanor.tools.DescribedTool;
import dev.athanor.tools.Effect;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolDescription;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.ToolJson;
import dev.athanor.tools.ToolKnowledge;
import dev.athanor.tools.candidate.Candidate;
import dev.athanor.tools.candidate.CandidateSet;
import dev.athanor.tools.candidate.Rejection;
import dev.athanor.tools.candidate.Rows;
import dev.athanor.tools.candidate.Specimens;
import dev.athanor.tools.files.HandedFile;
import dev.athanor.tools.structure.StructureText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Runs a funnel over the crystals of a file or set. */
public final class ScreenStructuresTool
    extends DescribedTool<ScreenRequest, ScreenStructuresTool.Result> {
  private static final int MOST_CRYSTALS = 200_000;
  private static final int SHARD = 256;
  private static final ToolJson JSON = new ToolJson();
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "screen_structures",
          "Runs many crystals through a funnel: constraints, geometry, stability,"
              + " superconductivity, temperature.",
          "For a file of crystals, up to 200,000. For a few crystals ask the single tools, which"
              + " give every number.",
          "file (address, with name) or candidate_set; optionally required_elements,"
              + " forbidden_elements, max_atoms, max_energy_above_hull (eV/atom),"
              + " min_superconductor_probability, min_critical_temperature (K), only_new.",
          "funnel: how many entered and left each gate; candidate_set and rows of the survivors,"
              + " highest temperature first; rejected entries with the reason.",
          "Does not relax. Survivors beyond 2,000 are counted but not kept.",
          "About a minute for ten thousand crystals; resumes where it was stopped.");

  private final AtomicModel model;
  private final ToolKnowledge knowledge;
  private final Function<String, Checkpoints> checkpoints;

  /**
   * Screens with this model.
   *
   * @param checkpoints where the finished shards of a campaign of this name are kept
   */
  public ScreenStructuresTool(
      AtomicModel model, ToolKnowledge knowledge, Function<String, Checkpoints> checkpoints) {
    super(DESCRIPTION, ScreenRequest.class, Result.class, Effect.COMPUTE, Duration.ofHours(1));
    this.model = model;
    this.knowledge = knowledge;
    this.checkpoints = checkpoints;
  }

  /**
   * What passed.
   *
   * @param state COMPLETED, or how the campaign ended
   * @param funnel traffic of every gate
   * @param survivors crystals that passed all gates
   * @param candidateSet address of the survivors
   * @param rows the first 200 survivors, highest temperature first
   * @param rejectedCount entries that could not be judged or read
   * @param rejected the first 200 of them
   */
  public record Result(
      Campaign.State state,
      List<Gate> funnel,
      int survivors,
      String candidateSet,
      List<Row> rows,
      int rejectedCount,
      List<Rejection> rejected) {}

  /**
   * Traffic of one gate.
   *
   * @param gate its name
   * @param entered crystals that reached it
   * @param left crystals that went on
   * @param rejected crystals that it could not judge
   */
  public record Gate(String gate, long entered, long left, long rejected) {}

  /**
   * A survivor.
   *
   * @param crystal its address
   * @param id its name in the file
   * @param formula reduced formula
   * @param energyAboveHull eV/atom
   * @param stability whether it is stable, and how probably; empty in runs that began before this
   *     was decided
   * @param superconductor probability
   * @param criticalTemperature kelvin
   */
  public record Row(
      String crystal,
      String id,
      String formula,
      Estimate energyAboveHull,
      Optional<StabilityVerdict> stability,
      Estimate superconductor,
      Estimate criticalTemperature) {}

  @Override
  public Result run(ScreenRequest request, ToolContext context) {
    context.checkCancelled();
    List<Rejection> unreadable = new ArrayList<>();
    List<CrystalRecord> crystals = crystals(request, context, unreadable);
    String identity = request.file().or(request::candidateSet).orElseThrow();
    Funnel funnel = ScreeningFunnel.of(request, model, knowledge);
    CampaignResult result =
        new EmbeddedEngine(1)
            .run(
                funnel,
                Source.of(identity, crystals, SHARD),
                checkpoints.apply(campaign(funnel, context)),
                new Watch(context));
    context.checkCancelled();
    if (result.campaign().state() != Campaign.State.COMPLETED) {
      throw new ToolException(
          ToolErrors.INTERNAL,
          "the campaign ended as " + result.campaign().state(),
          "run it again: finished parts are kept");
    }
    return report(result, unreadable, context);
  }

  private Result report(CampaignResult result, List<Rejection> unreadable, ToolContext context) {
    List<Specimen> survivors =
        result.survivors().stream()
            .sorted(
                Comparator.comparingDouble(
                        (Specimen s) -> estimate(s, ScreeningFunnel.TEMPERATURE).value())
                    .reversed()
                    .thenComparing(s -> s.entry().id()))
            .toList();
    List<Candidate> candidates = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (Specimen survivor : survivors.stream().limit(CandidateSet.MAX_SIZE).toList()) {
      Row row = row(survivor, context);
      rows.add(row);
      candidates.add(
          Candidate.of(row.crystal(), row.id(), row.formula(), Optional.empty())
              .withEnergyAboveHull(row.energyAboveHull(), row.stability())
              .withSuperconductor(row.superconductor())
              .withCriticalTemperature(row.criticalTemperature()));
    }
    List<Rejection> rejected = new ArrayList<>(unreadable);
    for (RejectedRow bad : result.rejected()) {
      rejected.add(new Rejection(bad.id(), bad.code(), bad.gate() + ": " + bad.reason()));
    }
    return new Result(
        result.campaign().state(),
        result.campaign().counts().stream()
            .map(c -> new Gate(c.gate(), c.entered(), c.passed(), c.rejected()))
            .toList(),
        survivors.size(),
        CandidateSet.of(candidates).store(context.artifacts()),
        Rows.shown(rows),
        rejected.size(),
        Rows.shown(rejected));
  }

  private static Row row(Specimen survivor, ToolContext context) {
    return new Row(
        Specimens.store(survivor.entry(), context.artifacts()),
        survivor.entry().id(),
        survivor.entry().crystal().composition().reducedFormula(),
        estimate(survivor, ScreeningFunnel.STABILITY),
        Optional.ofNullable(survivor.findings().get(ScreeningFunnel.VERDICT))
            .map(json -> parsed(StabilityVerdict.class, json)),
        estimate(survivor, ScreeningFunnel.SUPERCONDUCTOR),
        estimate(survivor, ScreeningFunnel.TEMPERATURE));
  }

  private static Estimate estimate(Specimen specimen, String finding) {
    return parsed(
        Estimate.class, Optional.ofNullable(specimen.findings().get(finding)).orElseThrow());
  }

  private static <T extends Record> T parsed(Class<T> type, String json) {
    return JSON.parse(type, json.getBytes(StandardCharsets.UTF_8), "finding");
  }

  private static List<CrystalRecord> crystals(
      ScreenRequest request, ToolContext context, List<Rejection> unreadable) {
    if (request.candidateSet().isPresent()) {
      Specimens specimens =
          Specimens.resolve(request.candidateSet(), Optional.empty(), context.artifacts());
      unreadable.addAll(specimens.rejected());
      return specimens.usable().stream()
          .map(s -> CrystalRecord.of(s.candidate().id(), s.crystal()))
          .toList();
    }
    byte[] bytes = HandedFile.content(request.file(), Optional.empty(), context.artifacts());
    StructureText text = StructureText.read(bytes, request.name(), MOST_CRYSTALS);
    unreadable.addAll(text.rejected());
    if (text.omitted() > 0) {
      throw new ToolException(
          ToolErrors.UNSUPPORTED,
          "the file holds more than " + MOST_CRYSTALS + " crystals",
          "split the file");
    }
    return text.entries();
  }

  /** Same request and model, same name: so an interrupted campaign finds its checkpoints. */
  private static String campaign(Funnel funnel, ToolContext context) {
    return context.artifacts().put(funnel.definition().getBytes(StandardCharsets.UTF_8));
  }

  /** Hands progress to the tool's context and hears when it is cancelled. */
  private record Watch(ToolContext context) implements CampaignWatch {
    @Override
    public void progressed(Campaign campaign) {
      context.progress(campaign.shardsDone(), campaign.shardCount(), "shards");
    }

    @Override
    public boolean pauseWanted() {
      try {
        context.checkCancelled();
        return false;
      } catch (ToolException e) {
        return true;
      }
    }
  }
}
