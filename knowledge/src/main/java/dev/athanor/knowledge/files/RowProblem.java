package dev.athanor.knowledge.files;

/**
 * A row or note that was left out, and why.
 *
 * @param file name of the file, without its folder
 * @param line line of the file, 1-based; 0 where the whole file is meant
 * @param reason what is wrong with it
 */
public record RowProblem(String file, int line, String reason) {
  @Override
  public String toString() {
    return line > 0 ? file + ":" + line + ": " + reason : file + ": " + reason;
  }
}
