package dev.athanor.agent.cli;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CifWarning;
import dev.athanor.matter.format.StructureSink;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns what a reader delivers into inspections; warnings come before the crystal they are about.
 */
final class InspectedStructures implements StructureSink {
  private final InspectionSink sink;
  private final List<Inspection.Warning> warnings = new ArrayList<>();

  InspectedStructures(InspectionSink sink) {
    this.sink = sink;
  }

  @Override
  public void warned(String id, CifWarning warning) {
    warnings.add(new Inspection.Warning(warning.kind().name(), warning.message(), warning.line()));
  }

  @Override
  public void accepted(CrystalRecord row) {
    List<Inspection.Warning> own = List.copyOf(warnings);
    warnings.clear();
    sink.inspected(Inspection.of(row, own));
  }

  @Override
  public void rejected(String id, MatterException why) {
    warnings.clear();
    sink.rejected(id, RowFault.of(why));
  }
}
