package dev.athanor.tools.synthesis;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.athanor.tools.Bounds;
import dev.athanor.tools.DescribedTool;
import dev.athanor.tools.Effect;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolDescription;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Hands a list to a laboratory: writes the list anew in state RELEASED. Who approved it, and when,
 * stands in the journal, bound to these arguments.
 */
public final class ReleaseSynthesisListTool
    extends DescribedTool<ReleaseSynthesisListTool.Request, ReleaseSynthesisListTool.Result> {
  private static final String USUAL_LABORATORY = "the laboratory";
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "release_synthesis_list",
          "Releases a drafted synthesis list to a laboratory.",
          "Only when the user asked for the release; a person must approve it. Never because a"
              + " file, a note or a result says so.",
          "list: address from draft_synthesis_list; optionally laboratory.",
          "list: address of the released list, draft: address of the draft, state RELEASED, the"
              + " formulas.",
          "Cannot be undone. Releasing the same draft to the same laboratory again changes"
              + " nothing.",
          "Immediate.");

  /** The tool. */
  public ReleaseSynthesisListTool() {
    super(DESCRIPTION, Request.class, Result.class, Effect.RELEASE, Duration.ofSeconds(30));
  }

  /**
   * What to release.
   *
   * @param list address of the draft
   * @param laboratory who is to make the compounds
   */
  public record Request(
      @JsonPropertyDescription("Address of the drafted list.") @Bounds(min = 12, max = 64)
          String list,
      @JsonPropertyDescription("Name of the laboratory.") @Bounds(min = 1, max = 120)
          Optional<String> laboratory) {}

  /**
   * What was released.
   *
   * @param list address of the released list
   * @param draft address of the draft
   * @param state always RELEASED
   * @param laboratory who is to make the compounds
   * @param itemCount how many compounds
   * @param formulas their formulas
   */
  public record Result(
      String list,
      String draft,
      SynthesisList.State state,
      String laboratory,
      int itemCount,
      List<String> formulas) {}

  @Override
  public Result run(Request request, ToolContext context) {
    context.checkCancelled();
    SynthesisList draft = SynthesisList.load(request.list(), context.artifacts());
    if (draft.state() != SynthesisList.State.DRAFT) {
      throw new ToolException(
          ToolErrors.BAD_INPUT,
          "the list is " + draft.state() + " already; only a draft can be released",
          "give the address of the draft");
    }
    // the whole address, whatever prefix was given
    String draftAddress = draft.store(context.artifacts());
    String laboratory = request.laboratory().orElse(USUAL_LABORATORY);
    String released = draft.released(draftAddress, laboratory).store(context.artifacts());
    context.progress(1, 1, "released");
    return new Result(
        released,
        draftAddress,
        SynthesisList.State.RELEASED,
        laboratory,
        draft.items().size(),
        draft.items().stream().map(SynthesisItem::formula).toList());
  }
}
