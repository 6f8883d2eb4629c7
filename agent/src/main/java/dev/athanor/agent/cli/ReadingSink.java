package dev.athanor.agent.cli;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CifWarning;
import dev.athanor.matter.format.StructureSink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes one entry of what a reader delivers; warnings come before the crystal they are about. */
final class ReadingSink implements StructureSink {
  private final boolean placeholders;
  private final Consumer<ReadEntry> receiver;
  private final List<ReadWarning> warnings = new ArrayList<>();

  /**
   * A sink that holds nothing yet.
   *
   * @param placeholders whether crystals whose species have no names are wanted
   * @param receiver takes the entries, in order
   */
  ReadingSink(boolean placeholders, Consumer<ReadEntry> receiver) {
    this.placeholders = placeholders;
    this.receiver = receiver;
  }

  @Override
  public boolean takesPlaceholders() {
    return placeholders;
  }

  @Override
  public void warned(String id, CifWarning warning) {
    warnings.add(new ReadWarning(warning.kind().name(), warning.message(), warning.line()));
  }

  @Override
  public void accepted(CrystalRecord row) {
    List<ReadWarning> own = List.copyOf(warnings);
    warnings.clear();
    receiver.accept(new ReadEntry.Read(row, own));
  }

  @Override
  public void rejected(String id, MatterException why) {
    warnings.clear();
    receiver.accept(new ReadEntry.Rejected(id, RowFault.of(why)));
  }
}
