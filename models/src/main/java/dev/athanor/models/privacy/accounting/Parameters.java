package dev.athanor.models.privacy.accounting;

/** Checks what mechanisms are made of. */
final class Parameters {
  private Parameters() {}

  static void positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " is a number above 0: " + value);
    }
  }

  static void counted(long releases) {
    if (releases < 0) {
      throw new IllegalArgumentException("releases are counted from 0: " + releases);
    }
  }

  static void labels(int labels) {
    if (labels < 2) {
      throw new IllegalArgumentException("a choice has two labels or more: " + labels);
    }
  }
}
