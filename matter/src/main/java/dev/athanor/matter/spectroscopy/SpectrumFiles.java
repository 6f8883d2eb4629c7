package dev.athanor.matter.spectroscopy;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.format.BoundedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One door to every spectrum format, by file name: {@code .jdx .dx .jcamp .jcm} and {@code .csv
 * .tsv .txt .xy .dat}, each also with {@code .gz}; or a folder of them, read in the order of names.
 */
public final class SpectrumFiles {
  private static final Pattern JCAMP = Pattern.compile(".*\\.(jdx|dx|jcamp|jcm)(\\.gz)?");
  private static final Pattern COLUMNS = Pattern.compile(".*\\.(csv|tsv|txt|xy|dat)(\\.gz)?");

  /** Files in one folder, subfolders included, beyond which reading stops. */
  private static final int MAX_FILES = 1_000_000;

  private SpectrumFiles() {}

  /**
   * Reads a file or folder. Spectra that cannot be read go to {@link SpectrumSink#rejected}; the
   * rest is read on.
   *
   * @param assumed what columns of numbers mean where their file does not say
   * @throws MatterException {@code UNKNOWN_FORMAT} when {@code path} itself is nothing that can be
   *     read
   */
  public static void read(Path path, SpectrumTraits assumed, SpectrumSink sink) {
    if (Files.isDirectory(path)) {
      for (Path file : files(path)) {
        readFile(file, path.relativize(file).toString().replace('\\', '/'), assumed, sink);
      }
      return;
    }
    if (!Files.isRegularFile(path)) {
      throw new MatterException(
          MatterErrors.UNKNOWN_FORMAT, "no file or folder '" + path.getFileName() + "'");
    }
    if (!isSpectrum(path)) {
      throw new MatterException(
          MatterErrors.UNKNOWN_FORMAT,
          "'" + path.getFileName() + "' has the name of no spectrum format");
    }
    readFile(path, String.valueOf(path.getFileName()), assumed, sink);
  }

  /**
   * Every spectrum of a file or folder; columns of numbers are taken for infrared curves where
   * their file does not say.
   *
   * @throws MatterException for the first spectrum that cannot be read
   */
  public static List<SpectrumRecord> readAll(Path path) {
    List<SpectrumRecord> entries = new ArrayList<>();
    read(path, SpectrumTraits.INFRARED_CURVE, SpectrumSink.strictInto(entries));
    return entries;
  }

  /** True for names of formats that are read here. */
  public static boolean isSpectrum(Path path) {
    return matches(JCAMP, path) || matches(COLUMNS, path);
  }

  private static List<Path> files(Path folder) {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder, 8)) {
      files =
          walk.filter(Files::isRegularFile)
              .filter(SpectrumFiles::isSpectrum)
              .limit(MAX_FILES)
              .sorted()
              .toList();
    } catch (IOException e) {
      throw new MatterException(
          MatterErrors.UNKNOWN_FORMAT, "folder '" + folder.getFileName() + "' cannot be listed");
    }
    if (files.isEmpty()) {
      throw new MatterException(
          MatterErrors.UNKNOWN_FORMAT, "folder '" + folder.getFileName() + "' holds no spectrum");
    }
    return files;
  }

  private static void readFile(Path file, String name, SpectrumTraits assumed, SpectrumSink sink) {
    String id = name.replaceFirst("(?i)\\.gz$", "").replaceFirst("\\.[A-Za-z]{1,8}$", "");
    try {
      String text = BoundedText.read(file);
      // the label tells more than the name: many JCAMP-DX files are called .txt
      if (matches(JCAMP, file) || text.stripLeading().startsWith("##TITLE")) {
        JcampReader.read(text, id, sink);
      } else {
        sink.accepted(SpectrumTextReader.read(text, id, assumed));
      }
    } catch (MatterException e) {
      sink.rejected(id, e);
    } catch (IOException e) {
      sink.rejected(
          id, new MatterException(MatterErrors.MALFORMED, "'" + name + "' cannot be read"));
    }
  }

  private static boolean matches(Pattern pattern, Path path) {
    return pattern.matcher(String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT)).matches();
  }
}
