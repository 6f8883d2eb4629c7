package dev.athanor.agent.cli;

import dev.athanor.agent.export.AtomicFile;
import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CifWriter;
import dev.athanor.matter.format.CrystalJsonLines;
import dev.athanor.matter.format.ExtendedXyzWriter;
import dev.athanor.matter.format.PoscarWriter;
import dev.athanor.matter.format.StructureFiles;
import dev.athanor.matter.format.StructureFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** Writes structures one after the other into a file that appears when it is whole. */
final class StructureWriter implements AutoCloseable {
  private final StructureFormat format;
  private final AtomicFile file;
  private final Writer writer;
  private long written;

  private StructureWriter(StructureFormat format, AtomicFile file, Writer writer) {
    this.format = format;
    this.file = file;
    this.writer = writer;
  }

  /**
   * Opens a file in the format that its name tells.
   *
   * @throws CliException {@code UNKNOWN_FORMAT} or {@code OUTPUT_NOT_WRITABLE}
   */
  static StructureWriter open(Path path) throws IOException {
    StructureFormat format =
        StructureFiles.formatOf(path)
            .orElseThrow(
                () ->
                    new CliException(
                        CliErrors.UNKNOWN_FORMAT,
                        "'" + path.getFileName() + "' has the name of no structure format",
                        "use .cif, .vasp, .extxyz, .jsonl, or one of these with .gz"));
    AtomicFile file = Outputs.create(path);
    OutputStream stream =
        path.toString().endsWith(".gz") ? new GZIPOutputStream(file.stream()) : file.stream();
    return new StructureWriter(
        format, file, new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }

  /** How many were written. */
  long written() {
    return written;
  }

  /**
   * Adds a structure.
   *
   * @throws MatterException where this format cannot hold it; the file is as before
   */
  void add(CrystalRecord row) {
    add(row, () -> CifWriter.write(row));
  }

  /**
   * Adds a structure for which a CIF is written in a way of its own.
   *
   * @param cif writes it, where the format is CIF
   * @throws MatterException where this format cannot hold it; the file is as before
   */
  void add(CrystalRecord row, Supplier<String> cif) {
    String text =
        switch (format) {
          case CIF -> cif.get() + "\n";
          case EXTENDED_XYZ -> ExtendedXyzWriter.write(row);
          case JSON_LINES -> CrystalJsonLines.format(row) + "\n";
          case POSCAR -> onlyOne(row);
        };
    try {
      writer.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    written++;
  }

  private String onlyOne(CrystalRecord row) {
    if (written > 0) {
      throw new MatterException(
          MatterErrors.UNKNOWN_FORMAT,
          "a POSCAR holds one structure, the first was written; use .cif, .extxyz or .jsonl");
    }
    return PoscarWriter.write(row);
  }

  /** Gives the file its name. */
  void commit() throws IOException {
    writer.close();
    file.commit();
  }

  @Override
  public void close() throws IOException {
    try (file) {
      writer.close();
    }
  }
}
