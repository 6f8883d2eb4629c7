package dev.athanor.tools.synthesis;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.athanor.matter.MatterException;
import dev.athanor.tools.Bounds;
import dev.athanor.tools.DescribedTool;
import dev.athanor.tools.Effect;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolDescription;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.candidate.Rejection;
import dev.athanor.tools.candidate.Specimen;
import dev.athanor.tools.candidate.Specimens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a synthesis list in state DRAFT. */
public final class DraftSynthesisListTool
    extends DescribedTool<DraftSynthesisListTool.Request, DraftSynthesisListTool.Result> {
  private static final int MOST_ITEMS = 50;
  private static final double USUAL_BATCH = 2.0;
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "draft_synthesis_list",
          "Writes a synthesis list: precursors, masses, route, temperatures, hazards, pattern.",
          "For candidates that were ranked and are worth making. The list is a draft: nothing is"
              + " handed to anybody.",
          "candidate_set (the ranked one) or crystals; optionally count, batch_mass_g,"
              + " include_radioactive.",
          "list: address of the list, state DRAFT; items with masses in grams, route with reasons,"
              + " program, hazards, powder pattern, expected values, caveats; refused compounds.",
          "Rules of preparative chemistry, no prediction of yield. Refuses radioactive elements"
              + " unless asked, and noble gases always.",
          "A second for ten compounds.");

  /** The tool. */
  public DraftSynthesisListTool() {
    super(DESCRIPTION, Request.class, Result.class, Effect.COMPUTE, Duration.ofMinutes(2));
  }

  /**
   * What to write the list for.
   *
   * @param candidateSet address of a stored set
   * @param crystals addresses of crystals
   * @param count compounds at most, the first ones
   * @param batchMassG product wanted of each, grams
   * @param includeRadioactive also write sheets for technetium, thorium and uranium
   */
  public record Request(
      @JsonPropertyDescription("Address of a candidate set, best the one of rank_candidates.")
          @Bounds(min = 12, max = 64)
          Optional<String> candidateSet,
      @JsonPropertyDescription("Addresses of single crystals.") @Bounds(max = MOST_ITEMS)
          Optional<List<String>> crystals,
      @JsonPropertyDescription("Compounds at most, the first of the set; 10.")
          @Bounds(min = 1, max = MOST_ITEMS)
          Optional<Integer> count,
      @JsonPropertyDescription("Mass of product wanted of each compound, grams; 2.")
          @Bounds(min = 0.05, max = 1000)
          Optional<Double> batchMassG,
      @JsonPropertyDescription("Also Tc, Th and U, for a licensed laboratory; false.")
          Optional<Boolean> includeRadioactive) {
    public Request {
      crystals = crystals.map(List::copyOf);
    }
  }

  /**
   * The draft.
   *
   * @param list address of the list
   * @param state always DRAFT
   * @param batchMassG mass of product of each compound, grams
   * @param items the compounds
   * @param refused compounds that no sheet is written for
   */
  public record Result(
      String list,
      SynthesisList.State state,
      double batchMassG,
      List<SynthesisItem> items,
      List<Rejection> refused) {}

  @Override
  public Result run(Request request, ToolContext context) {
    Specimens specimens =
        Specimens.resolve(request.candidateSet(), request.crystals(), context.artifacts());
    double grams = request.batchMassG().orElse(USUAL_BATCH);
    int most = request.count().orElse(10);
    List<Rejection> refused = new ArrayList<>(specimens.rejected());
    List<SynthesisItem> items = new ArrayList<>();
    for (Specimen specimen : specimens.usable()) {
      if (items.size() == most) {
        break;
      }
      context.checkCancelled();
      write(specimen, items, refused, grams, request.includeRadioactive().orElse(false));
      context.progress(items.size(), Math.min(most, specimens.usable().size()), "sheets");
    }
    if (items.isEmpty()) {
      throw new ToolException(
          ToolErrors.NO_CANDIDATES,
          "no sheet could be written"
              + refused.stream()
                  .findFirst()
                  .map(r -> ": " + r.reason())
                  .orElse(": the set is empty"),
          "choose other compounds, or widen the limits of the ranking");
    }
    return new Result(
        SynthesisList.draft(items).store(context.artifacts()),
        SynthesisList.State.DRAFT,
        grams,
        items,
        refused);
  }

  private static void write(
      Specimen specimen,
      List<SynthesisItem> items,
      List<Rejection> refused,
      double grams,
      boolean includeRadioactive) {
    String address = specimen.candidate().crystal();
    Optional<String> refusal =
        SynthesisPolicy.refusal(specimen.crystal().composition(), includeRadioactive);
    if (refusal.isPresent()) {
      refused.add(new Rejection(address, ToolErrors.UNSUPPORTED.name(), refusal.get()));
      return;
    }
    try {
      items.add(SynthesisPlanner.plan(specimen, items.size() + 1, grams));
    } catch (ToolException e) {
      refused.add(new Rejection(address, e.code().name(), String.valueOf(e.getMessage())));
    } catch (MatterException e) {
      refused.add(new Rejection(address, e.code().name(), String.valueOf(e.getMessage())));
    }
  }
}
