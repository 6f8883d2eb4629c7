package dev.athanor.tools.elucidation;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.spectroscopy.SpectrumFiles;
import dev.athanor.matter.spectroscopy.SpectrumRecord;
import dev.athanor.matter.spectroscopy.SpectrumSink;
import dev.athanor.matter.spectroscopy.SpectrumTraits;
import dev.athanor.models.diffspectra.spectra.MoleculeSpectra;
import dev.athanor.models.diffspectra.spectra.MoleculeSpectraLines;
import dev.athanor.models.diffspectra.spectra.MoleculeSpectraSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One door to spectra of unknown molecules: JSON lines of spectra ({@code .jsonl}, {@code .ndjson},
 * {@code .json}), measured spectra in every format of {@link SpectrumFiles}, each also with {@code
 * .gz}; or a folder of them, read in the order of names.
 *
 * <p>Of a JSON line only {@code id}, {@code ir}, {@code raman}, {@code uv} and {@code formula} are
 * looked at, whatever else it says.
 */
public final class SpectraFiles {
  private static final Pattern LINES = Pattern.compile(".*\\.(jsonl|ndjson|json)(\\.gz)?");
  private static final int MAX_FILES = 1_000_000;
  private static final int MAX_DEPTH = 8;

  private SpectraFiles() {}

  /** True for names of formats that are read here. */
  public static boolean isSpectra(Path path) {
    return isLines(path) || SpectrumFiles.isSpectrum(path);
  }

  /**
   * Reads a file or folder; what cannot be read goes to {@link UnknownMoleculeSink#rejected}, and
   * the rest is read on.
   *
   * @throws MatterException {@code UNKNOWN_FORMAT} where {@code path} itself is nothing that can be
   *     read, {@code TOO_LARGE} beyond the bounds
   */
  public static void read(Path path, UnknownMoleculeSink sink) throws IOException {
    read(path, file -> true, sink);
  }

  /**
   * Reads a file, or those of a folder that are wanted; as {@link #read(Path,
   * UnknownMoleculeSink)}.
   *
   * @param wanted which files of a folder to read: not what is written into it meanwhile
   */
  public static void read(Path path, Predicate<Path> wanted, UnknownMoleculeSink sink)
      throws IOException {
    if (!Files.isDirectory(path)) {
      readFile(path, "", sink);
      return;
    }
    for (Path file : files(path, wanted)) {
      String folder =
          Optional.ofNullable(path.relativize(file).getParent())
              .map(parent -> parent.toString().replace('\\', '/') + "/")
              .orElse("");
      readFile(file, folder, sink);
    }
  }

  private static boolean isLines(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return LINES.matcher(name).matches();
  }

  private static List<Path> files(Path folder, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> walk = Files.walk(folder, MAX_DEPTH)) {
      List<Path> files =
          walk.filter(Files::isRegularFile)
              .filter(SpectraFiles::isSpectra)
              .filter(wanted)
              .limit(MAX_FILES)
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new MatterException(
            MatterErrors.UNKNOWN_FORMAT, "folder '" + folder.getFileName() + "' holds no spectrum");
      }
      return files;
    }
  }

  /** One file; identifiers of measured spectra begin with {@code folder}. */
  private static void readFile(Path file, String folder, UnknownMoleculeSink sink)
      throws IOException {
    if (isLines(file)) {
      MoleculeSpectraLines.read(file, MoleculeSpectraLines.Fields.QUESTION, new FromLines(sink));
    } else {
      SpectrumFiles.read(file, SpectrumTraits.INFRARED_CURVE, new FromInstruments(folder, sink));
    }
  }

  /** Lines of data: a molecule each. */
  private record FromLines(UnknownMoleculeSink sink) implements MoleculeSpectraSink {
    @Override
    public void accepted(MoleculeSpectra line) {
      if (line.spectra().isEmpty()) {
        sink.rejected(
            line.id(),
            new MatterException(
                MatterErrors.MALFORMED,
                "no spectrum: neither 'ir' nor 'raman' nor 'uv' has lines"));
        return;
      }
      sink.accepted(
          new UnknownMolecule(
              line.id(), line.spectra(), line.formula(), Optional.empty(), List.of()));
    }

    @Override
    public void rejected(String id, MatterException why) {
      sink.rejected(id, why);
    }
  }

  /** Spectra from instruments: one modality each. */
  private record FromInstruments(String folder, UnknownMoleculeSink sink) implements SpectrumSink {
    @Override
    public void accepted(SpectrumRecord entry) {
      sink.accepted(
          MeasuredSpectrum.of(
              new SpectrumRecord(
                  folder + entry.id(), entry.spectrum(), entry.texts(), entry.remarks())));
    }

    @Override
    public void rejected(String id, MatterException why) {
      sink.rejected(folder + id, why);
    }
  }
}
