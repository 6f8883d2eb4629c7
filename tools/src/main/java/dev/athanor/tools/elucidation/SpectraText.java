package dev.athanor.tools.elucidation;

import dev.athanor.matter.MatterException;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.candidate.Rejection;
import dev.athanor.tools.files.HandedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The spectra of a file's bytes.
 *
 * @param entries in the order of the file
 * @param rejected entries that hold no spectra
 * @param omitted entries beyond the limit
 */
public record SpectraText(List<UnknownMolecule> entries, List<Rejection> rejected, int omitted) {
  private static final int SNIFFED = 16_000;
  private static final int MAX_REJECTED = 200;
  private static final Pattern ENDING =
      Pattern.compile("\\.(jdx|dx|jcamp|jcm|csv|tsv|txt|xy|dat|jsonl|ndjson|json)(\\.gz)?$");
  private static final Pattern MODALITY = Pattern.compile("\"(?:ir|raman|uv)\"\\s*:");

  public SpectraText {
    entries = List.copyOf(entries);
    rejected = List.copyOf(rejected);
  }

  /** Whether a file of this name and beginning holds spectra and no crystals. */
  public static boolean areSpectra(byte[] bytes, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.matches(".*\\.(jdx|dx|jcamp|jcm)(\\.gz)?")) {
      return true;
    }
    String start = start(bytes);
    return start.startsWith("##") || (start.startsWith("{") && MODALITY.matcher(start).find());
  }

  /**
   * Reads bytes by the format that the name tells, or else the content.
   *
   * @param name name of the file, of which only the ending counts
   * @param most entries to keep
   * @throws ToolException {@code BAD_INPUT} if it is nothing that can be read
   */
  public static SpectraText read(byte[] bytes, Optional<String> name, int most) {
    Collector collector = new Collector(most);
    try {
      HandedFile.read(bytes, fileName(bytes, name), file -> read(file, collector));
    } catch (MatterException e) {
      throw new ToolException(
          ToolErrors.BAD_INPUT,
          e.code() + ": the content is in no format of spectra that is known here",
          "give JCAMP-DX, two columns of numbers, or JSON lines with ir, raman or uv");
    }
    return new SpectraText(collector.entries, collector.rejected, collector.omitted);
  }

  private static void read(Path file, UnknownMoleculeSink sink) {
    try {
      SpectraFiles.read(file, sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fileName(byte[] bytes, Optional<String> name) {
    return name.map(given -> ENDING.matcher(given.toLowerCase(Locale.ROOT)))
        .filter(java.util.regex.Matcher::find)
        .map(found -> "input" + found.group())
        .orElseGet(() -> guess(bytes));
  }

  private static String guess(byte[] bytes) {
    String packed = isPacked(bytes) ? ".gz" : "";
    String start = start(bytes);
    if (start.startsWith("{")) {
      return "input.jsonl" + packed;
    }
    return (start.startsWith("##") ? "input.jdx" : "input.txt") + packed;
  }

  private static boolean isPacked(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
  }

  private static String start(byte[] bytes) {
    byte[] first = bytes;
    if (isPacked(bytes)) {
      try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        first = stream.readNBytes(SNIFFED);
      } catch (IOException e) {
        // a broken stream is told of by its reader
        first = new byte[0];
      }
    }
    return new String(first, 0, Math.min(first.length, SNIFFED), StandardCharsets.UTF_8).strip();
  }

  /** Keeps what is read, up to a limit. */
  private static final class Collector implements UnknownMoleculeSink {
    private final int most;
    private final List<UnknownMolecule> entries = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private int omitted;

    Collector(int most) {
      this.most = most;
    }

    @Override
    public void accepted(UnknownMolecule unknown) {
      if (entries.size() < most) {
        entries.add(unknown);
      } else {
        omitted++;
      }
    }

    @Override
    public void rejected(String id, MatterException why) {
      if (rejected.size() < MAX_REJECTED) {
        String line = why.line().isPresent() ? "line " + why.line().getAsInt() + ": " : "";
        rejected.add(new Rejection(id, why.code().name(), line + why.getMessage()));
      }
    }
  }
}
