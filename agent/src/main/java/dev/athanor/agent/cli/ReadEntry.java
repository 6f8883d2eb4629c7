package dev.athanor.agent.cli;

import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.PlaceholderSpecies;
import java.util.List;

/** What a reader makes of one entry of its input. */
sealed interface ReadEntry {
  /** Its identifier, or its place in the input where it has none. */
  String id();

  /**
   * An entry that is a crystal.
   *
   * @param row the crystal and what stood beside it
   * @param warnings what its reader noticed
   */
  record Read(CrystalRecord row, List<ReadWarning> warnings) implements ReadEntry {
    public Read {
      warnings = List.copyOf(warnings);
    }

    @Override
    public String id() {
      return row.id();
    }

    /** Whether its elements only stand in for species that nobody named. */
    boolean hasPlaceholders() {
      return PlaceholderSpecies.areIn(row);
    }
  }

  /**
   * An entry that is none.
   *
   * @param id its identifier, or its place in the input
   * @param why code, message, line
   */
  record Rejected(String id, RowFault why) implements ReadEntry {}
}
