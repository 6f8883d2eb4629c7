package dev.athanor.screening;

/** The kinds of failure that a campaign reports. */
public enum ScreeningErrors {
  /** A funnel or engine that cannot work as defined. */
  BAD_FUNNEL(false),
  /** A source that cannot be cut as asked. */
  BAD_SOURCE(false),
  /** The checkpoints belong to another campaign. */
  OTHER_CAMPAIGN(false),
  /** A checkpoint that was damaged from outside. */
  DAMAGED_CHECKPOINT(false),
  /** A disk that cannot be read or written. */
  INPUT_OUTPUT(true);

  private final boolean retryHelps;

  ScreeningErrors(boolean retryHelps) {
    this.retryHelps = retryHelps;
  }

  /** Whether running again may succeed. */
  public boolean retryHelps() {
    return retryHelps;
  }
}
