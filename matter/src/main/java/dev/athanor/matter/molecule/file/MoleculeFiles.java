package dev.athanor.matter.molecule.file;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.format.BoundedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One door to the molecule formats, by file name: {@code .sdf .sd .mol} and {@code .xyz}, each also
 * with {@code .gz}, up to 64 MiB unpacked.
 */
public final class MoleculeFiles {
  private MoleculeFiles() {}

  /**
   * Reads a file. Entries that cannot be read go to {@link MoleculeSink#rejected}.
   *
   * @throws MatterException {@code UNKNOWN_FORMAT} when there is no such file or its name tells no
   *     format; {@code MALFORMED} and {@code TOO_LARGE} when it cannot be unpacked or is too large
   */
  public static void read(Path path, MoleculeSink sink) {
    String name = String.valueOf(path.getFileName());
    if (!Files.isRegularFile(path)) {
      throw new MatterException(MatterErrors.UNKNOWN_FORMAT, "no file '" + name + "'");
    }
    String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    String id = name.replaceFirst("(?i)\\.gz$", "").replaceFirst("\\.[A-Za-z]{1,8}$", "");
    boolean isSdf = plain.endsWith(".sdf") || plain.endsWith(".sd") || plain.endsWith(".mol");
    if (!isSdf && !plain.endsWith(".xyz")) {
      throw new MatterException(
          MatterErrors.UNKNOWN_FORMAT, "'" + name + "' has the name of no molecule format");
    }
    String text;
    try {
      text = BoundedText.read(path);
    } catch (IOException e) {
      throw new MatterException(MatterErrors.MALFORMED, "'" + name + "' cannot be read");
    }
    if (isSdf) {
      SdfReader.read(text, id, sink);
    } else {
      MoleculeXyzReader.read(text, id, sink);
    }
  }

  /**
   * Every molecule of a file.
   *
   * @throws MatterException for the first that cannot be read
   */
  public static List<MoleculeRecord> readAll(Path path) {
    List<MoleculeRecord> entries = new ArrayList<>();
    read(path, MoleculeSink.strictInto(entries));
    return entries;
  }
}
