package dev.athanor.agent.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CifWriter;
import dev.athanor.matter.format.CrystalJsonLines;
import dev.athanor.matter.symmetry.CellOperation;
import dev.athanor.matter.symmetry.SpaceGroup;
import dev.athanor.matter.symmetry.SymmetryAnalysis;
import dev.athanor.matter.symmetry.SymmetryOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A crystal in a standard cell.
 *
 * @param row the crystal in its new cell, with the space group that was found beside it
 * @param cell which one that is
 * @param symmetry of the crystal as it was given
 * @param tolerance at which that was found, angstrom
 * @param target where it goes besides the standard output
 */
record StandardReply(
    CrystalRecord row,
    StandardCell cell,
    SymmetryAnalysis symmetry,
    double tolerance,
    Optional<StructureTarget> target)
    implements Reply {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * Brings a crystal into a cell.
   *
   * @throws dev.athanor.matter.MatterException where its symmetry cannot be determined
   */
  static StandardReply of(
      CrystalRecord given, StandardCell cell, double tolerance, Optional<StructureTarget> target) {
    SymmetryAnalysis symmetry = SymmetryAnalysis.of(given.crystal(), tolerance);
    SpaceGroup group = symmetry.spaceGroup();
    Map<String, Double> numbers = new HashMap<>(given.numbers());
    numbers.put("spacegroup_number", (double) group.number());
    Map<String, String> texts = new HashMap<>(given.texts());
    texts.put("spacegroup_symbol", group.shortSymbol());
    Crystal crystal = cell.of(given.crystal(), symmetry, tolerance);
    return new StandardReply(
        new CrystalRecord(given.id(), crystal, numbers, texts), cell, symmetry, tolerance, target);
  }

  @Override
  public void fill(ObjectNode node) {
    try {
      node.setAll((ObjectNode) MAPPER.readTree(CrystalJsonLines.format(row)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    node.put("spacegroup_number", symmetry.spaceGroup().number());
    node.put("nsites", row.crystal().sites().size());
    node.put("cell", cell.word());
  }

  @Override
  public String toText(Terminal terminal) {
    return target.isPresent() ? "" : cif() + "\n";
  }

  @Override
  public void delivered() {
    target.ifPresent(place -> place.add(row, this::cif));
  }

  /** With its symmetry where the cell is symmetrised, else with every site. */
  private String cif() {
    return switch (cell) {
      case CONVENTIONAL -> CifWriter.write(row.id(), symmetry);
      case PRIMITIVE ->
          exactOperations()
              .map(operations -> CifWriter.write(row, operations))
              .orElseGet(() -> CifWriter.write(row));
      case NIGGLI, DELAUNAY, PRIMITIVE_NIGGLI, PRIMITIVE_DELAUNAY -> CifWriter.write(row);
    };
  }

  private Optional<List<SymmetryOperation>> exactOperations() {
    List<SymmetryOperation> exact = new ArrayList<>();
    for (CellOperation operation : SymmetryAnalysis.of(row.crystal(), tolerance).operations()) {
      Optional<SymmetryOperation> found = operation.exact();
      if (found.isEmpty()) {
        return Optional.empty();
      }
      exact.add(found.get());
    }
    return Optional.of(exact);
  }
}
