package dev.athanor.matter.format.internal;

/**
 * One value of a CIF.
 *
 * @param text what stood between the delimiters, or the bare word
 * @param quoted true when it had delimiters, so that {@code '?'} is a question mark
 * @param line line where it starts, 1-based
 */
public record CifValue(String text, boolean quoted, int line) {
  /** True for a bare {@code ?} (unknown) or {@code .} (not applicable, or the default). */
  public boolean isMissing() {
    return isUnknown() || isDot();
  }

  /** True for a bare {@code ?}. */
  public boolean isUnknown() {
    return !quoted && text.equals("?");
  }

  /** True for a bare {@code .}. */
  public boolean isDot() {
    return !quoted && text.equals(".");
  }
}
