package dev.athanor.matter.format;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import java.util.List;

/**
 * What a CIF held.
 *
 * @param structures crystals, in the order of the file
 * @param rejected data blocks that describe a crystal but cannot be read as one
 */
public record CifReading(List<CifStructure> structures, List<RejectedBlock> rejected) {
  public CifReading {
    structures = List.copyOf(structures);
    rejected = List.copyOf(rejected);
  }

  /** The crystals alone. */
  public List<CrystalRecord> records() {
    return structures.stream().map(CifStructure::record).toList();
  }

  /**
   * A data block that could not be read.
   *
   * @param id identifier that its crystal would have had
   * @param why code, message, line
   */
  public record RejectedBlock(String id, MatterException why) {}
}
