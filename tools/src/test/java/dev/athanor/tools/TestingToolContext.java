package dev.athanor.tools;

import java.util.ArrayList;
import java.util.List;

/** A context that remembers progress and can be cancelled after some checks. */
public final class TestingToolContext implements ToolContext {
  private final ArtifactStore artifacts;
  private final int checksAllowed;
  private final List<String> messages = new ArrayList<>();
  private int checks;

  /** A context that is never cancelled. */
  public TestingToolContext(ArtifactStore artifacts) {
    this(artifacts, Integer.MAX_VALUE);
  }

  /**
   * A context that is cancelled.
   *
   * @param checksAllowed how many checks pass before
   */
  public TestingToolContext(ArtifactStore artifacts, int checksAllowed) {
    this.artifacts = artifacts;
    this.checksAllowed = checksAllowed;
  }

  @Override
  public String callId() {
    return "test-call";
  }

  @Override
  public ArtifactStore artifacts() {
    return artifacts;
  }

  @Override
  public void progress(long done, long total, String message) {
    if (done < 0 || done > total) {
      throw new IllegalStateException("progress " + done + " of " + total);
    }
    messages.add(message);
  }

  @Override
  public void checkCancelled() {
    if (++checks > checksAllowed) {
      throw new ToolException(ToolErrors.CANCELLED, "cancelled", "ask again");
    }
  }

  /** Messages of the progress so far. */
  public List<String> messages() {
    return messages;
  }
}
