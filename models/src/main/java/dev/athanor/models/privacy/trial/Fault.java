package dev.athanor.models.privacy.trial;

/** What can be wrong with a mechanism that looks right. */
public enum Fault {
  /** Nothing. */
  NONE,
  /** Contributions are as long as they like; one record has as many votes. */
  CLIPPING,
  /** Far less noise than was calculated. */
  NOISE,
  /** One draw of noise for all releases. */
  REUSE;

  /** The word that commands use, such as {@code clipping}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
