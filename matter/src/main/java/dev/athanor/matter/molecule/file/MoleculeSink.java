package dev.athanor.matter.molecule.file;

import dev.athanor.matter.MatterException;
import java.util.List;

/** Takes molecules one after another, and what could not be read as one. */
public interface MoleculeSink {
  /** A molecule. */
  void accepted(MoleculeRecord entry);

  /**
   * Something that should have been a molecule.
   *
   * @param id identifier that it would have had
   * @param why code, message, line
   */
  void rejected(String id, MatterException why);

  /** Keeps every molecule in {@code entries} and fails at the first that is none. */
  static MoleculeSink strictInto(List<MoleculeRecord> entries) {
    return new MoleculeSink() {
      @Override
      public void accepted(MoleculeRecord entry) {
        entries.add(entry);
      }

      @Override
      public void rejected(String id, MatterException why) {
        throw why;
      }
    };
  }
}
