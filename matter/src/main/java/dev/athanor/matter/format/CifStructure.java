package dev.athanor.matter.format;

import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.symmetry.SpaceGroup;
import dev.athanor.matter.symmetry.SymmetryOperation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One data block of a CIF that describes a crystal.
 *
 * @param record every site of the cell, symmetry applied
 * @param block name of the data block, without {@code data_}
 * @param line line where the block starts, 1-based
 * @param spaceGroupSymbol the Hermann-Mauguin symbol as the file writes it
 * @param spaceGroupNumber the number as the file gives it, or as follows from what it gives
 * @param spaceGroup setting whose operations were applied, where it is one of the table
 * @param operations operations that were applied, the identity among them
 * @param warnings what a careful reader should know, in the order found
 */
public record CifStructure(
    CrystalRecord record,
    String block,
    int line,
    Optional<String> spaceGroupSymbol,
    OptionalInt spaceGroupNumber,
    Optional<SpaceGroup> spaceGroup,
    List<SymmetryOperation> operations,
    List<CifWarning> warnings) {
  public CifStructure {
    operations = List.copyOf(operations);
    warnings = List.copyOf(warnings);
  }
}
