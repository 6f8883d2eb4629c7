package dev.athanor.matter.matching;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.matching.internal.CellArrays;

/**
 * A crystal made ready for comparisons: primitive where so asked, Niggli-reduced. Whoever compares
 * one crystal with many makes it ready once, with {@link StructureMatcher#reduced}.
 */
public final class ReducedCrystal {
  private final CellArrays cell;
  private final Composition composition;

  ReducedCrystal(Crystal crystal) {
    cell = new CellArrays(crystal);
    composition = crystal.composition();
  }

  /** The cell as it is compared. */
  public Crystal crystal() {
    return cell.crystal();
  }

  /** Number of sites of that cell. */
  public int siteCount() {
    return cell.count();
  }

  CellArrays cell() {
    return cell;
  }

  Composition composition() {
    return composition;
  }
}
