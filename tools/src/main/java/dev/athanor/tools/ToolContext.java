package dev.athanor.tools;

/** What a running tool may use of its surroundings. */
public interface ToolContext {
  /** Identifies this call; a repeated call of the same id is the same call. */
  String callId();

  /** Where structures and reports are kept, by content. */
  ArtifactStore artifacts();

  /**
   * Tells whoever watches how far the work is.
   *
   * @param done units finished
   * @param total units in all
   * @param message a few words
   */
  void progress(long done, long total, String message);

  /**
   * To be called between units of work.
   *
   * @throws ToolException {@code CANCELLED} when the call was cancelled or its time is up
   */
  void checkCancelled();
}
