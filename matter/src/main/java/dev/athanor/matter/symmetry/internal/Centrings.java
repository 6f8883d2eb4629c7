package dev.athanor.matter.symmetry.internal;

/** Primitive vectors of the centred cells of the standard settings. */
final class Centrings {
  private Centrings() {}

  /** Columns are the primitive vectors in terms of the conventional ones. */
  static double[] primitive(char letter) {
    return switch (letter) {
      case 'P' -> new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
      case 'A' -> new double[] {1, 0, 0, 0, 0.5, -0.5, 0, 0.5, 0.5};
      case 'B' -> new double[] {0.5, 0, -0.5, 0, 1, 0, 0.5, 0, 0.5};
      case 'C' -> new double[] {0.5, 0.5, 0, -0.5, 0.5, 0, 0, 0, 1};
      case 'I' -> new double[] {-0.5, 0.5, 0.5, 0.5, -0.5, 0.5, 0.5, 0.5, -0.5};
      case 'F' -> new double[] {0, 0.5, 0.5, 0.5, 0, 0.5, 0.5, 0.5, 0};
      case 'R' ->
          new double[] {
            2.0 / 3, -1.0 / 3, -1.0 / 3, 1.0 / 3, 1.0 / 3, -2.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 3
          };
      default -> throw new IllegalArgumentException("no standard setting is " + letter);
    };
  }
}
