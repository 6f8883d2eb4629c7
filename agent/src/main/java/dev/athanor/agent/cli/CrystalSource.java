package dev.athanor.agent.cli;

import dev.athanor.matter.format.StructureFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Where crystals come from: a file, a folder, or crystal JSON lines on the standard input. */
final class CrystalSource {
  /** The word that stands for the standard input. */
  static final String STANDARD_INPUT = "-";

  private final String word;
  private final InputStream input;

  private CrystalSource(String word, InputStream input) {
    this.word = word;
    this.input = input;
  }

  /**
   * What a word of the command line names.
   *
   * @throws CliException {@code INPUT_NOT_FOUND}
   */
  static CrystalSource named(String word, Surroundings surroundings) {
    if (!word.equals(STANDARD_INPUT)) {
      Inputs.readable(Path.of(word));
    }
    return new CrystalSource(word, surroundings.input());
  }

  /** What a person calls it. */
  String name() {
    return isStandardInput() ? "the standard input" : "'" + word + "'";
  }

  /** Whether it is the standard input, which can be read once. */
  boolean isStandardInput() {
    return word.equals(STANDARD_INPUT);
  }

  /** About how many crystals are in there; 0 where that cannot be told. */
  long count() {
    try {
      return isStandardInput() ? 0 : Inputs.structureCount(Path.of(word));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads it from beginning to end, one entry at a time.
   *
   * @param placeholders whether crystals whose species have no names are wanted
   * @throws dev.athanor.matter.MatterException where the file has the name of no known format
   */
  void read(boolean placeholders, Consumer<ReadEntry> receiver) {
    ReadingSink sink = new ReadingSink(placeholders, receiver);
    if (isStandardInput()) {
      StructureFiles.readJsonLines(input, "stdin", sink);
    } else {
      StructureFiles.read(Path.of(word), sink);
    }
  }
}
