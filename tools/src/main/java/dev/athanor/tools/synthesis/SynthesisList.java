package dev.athanor.tools.synthesis;

import dev.athanor.tools.ArtifactStore;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.ToolJson;
import dev.athanor.tools.candidate.Addresses;
import java.util.List;
import java.util.Optional;

/**
 * Compounds to be made, as the list is stored. A list is never changed: a release is a new list
 * that names the draft it was made from.
 *
 * @param kind always {@value #KIND}
 * @param state where it stands in its life
 * @param draft address of the draft that was released
 * @param releasedTo who is to make the compounds
 * @param items the compounds
 */
public record SynthesisList(
    String kind,
    State state,
    Optional<String> draft,
    Optional<String> releasedTo,
    List<SynthesisItem> items) {
  /** What {@link #kind} says. */
  public static final String KIND = "synthesis_list";

  private static final ToolJson JSON = new ToolJson();

  /** The life of a list. */
  public enum State {
    /** Written, approved by nobody. */
    DRAFT,
    /** A person agreed; nothing has left the house. */
    APPROVED,
    /** Handed to a laboratory. */
    RELEASED,
    /** Measured values came back. */
    MEASURED
  }

  public SynthesisList {
    items = List.copyOf(items);
    if (!KIND.equals(kind)) {
      throw new ToolException(
          ToolErrors.BAD_INPUT, "not a synthesis list", "give the address of a synthesis list");
    }
  }

  /** A new draft. */
  public static SynthesisList draft(List<SynthesisItem> items) {
    return new SynthesisList(KIND, State.DRAFT, Optional.empty(), Optional.empty(), items);
  }

  /** The same list, handed to a laboratory. */
  public SynthesisList released(String draftAddress, String laboratory) {
    return new SynthesisList(
        KIND, State.RELEASED, Optional.of(draftAddress), Optional.of(laboratory), items);
  }

  /** Keeps the list and returns its address. */
  public String store(ArtifactStore artifacts) {
    return artifacts.put(JSON.bytes(this));
  }

  /**
   * The list at an address.
   *
   * @throws ToolException {@code NOT_FOUND}, or {@code BAD_INPUT} if something else is kept there
   */
  public static SynthesisList load(String address, ArtifactStore artifacts) {
    byte[] bytes =
        artifacts
            .get(address)
            .orElseThrow(
                () ->
                    new ToolException(
                        ToolErrors.NOT_FOUND,
                        "no synthesis list is stored at '" + Addresses.shown(address) + "'",
                        "copy the value of 'list' from the result of draft_synthesis_list"));
    return JSON.parse(SynthesisList.class, bytes, "synthesis list");
  }
}
