package dev.athanor.knowledge;

/**
 * The kinds of failure of this module; each name is shown to users, logged and documented as it
 * stands.
 */
public enum KnowledgeErrors {
  /** A file that the product ships is not there. */
  MISSING_FILE(false, "build the knowledge files, or install the product again"),
  /** A shipped or built file is not what its manifest says. */
  CORRUPT_FILE(false, "build the knowledge files again, or install the product again"),
  /** The files were built by a version of the product that wrote another format. */
  UNSUPPORTED_VERSION(false, "build the knowledge files with this version of the product"),
  /** A file or folder cannot be read or written. */
  INPUT_OUTPUT(true, "check that the path exists and that its permissions allow the access"),
  /** A row of a table is not what its column promises. */
  BAD_ROW(false, "correct the row; the other rows were read"),
  /** A note without its head, title, text or references. */
  BAD_NOTE(false, "give the note a head with title and references, and a body"),
  /** A file, line or list larger than what is accepted. */
  TOO_LARGE(false, "split the file"),
  /** The folder to build from lacks the data sets. */
  MISSING_INPUT(false, "name the folder that holds mp2018, mp_more and tc"),
  /** The model or embedder answered with something other than was asked for. */
  BAD_ANSWER(false, "check the model or embedder behind this port"),
  /** The caller asked to stop. */
  CANCELLED(true, "start again");

  private final boolean retryHelps;
  private final String whatToDo;

  KnowledgeErrors(boolean retryHelps, String whatToDo) {
    this.retryHelps = retryHelps;
    this.whatToDo = whatToDo;
  }

  /** Whether the same call may succeed later. */
  public boolean retryHelps() {
    return retryHelps;
  }

  /** What a person can do about it. */
  public String whatToDo() {
    return whatToDo;
  }
}
