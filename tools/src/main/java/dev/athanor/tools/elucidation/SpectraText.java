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
import java.util.regex.Matcher;
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
  private static final Pattern JCAMP = Pattern.compile(".*\\.(jdx|dx|jcamp|jcm)(\\.gz)?");
  private static final Pattern TABLE = Pattern.compile(".*\\.(csv|tsv|xy)(\\.gz)?");
  private static final Pattern MODALITY = Pattern.compile("\"(?:ir|raman|uv)\"\\s*:");
  private static final Pattern CRYSTAL =
      Pattern.compile("\"(?:lattice|species|sites|frac_coords|cart_coords)\"\\s*:");
  private static final Pattern TWO_NUMBERS =
      Pattern.compile("\\s*[-+]?[0-9][0-9.eE+-]*[\\s,;]+[-+]?[0-9][0-9.eE+-]*\\s*");

  /** Lines of two numbers that make a table: files of crystals have one or two at most. */
  private static final int TABLE_LINES = 5;

  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9 _-]+");
  private static final int LONGEST_STEM = 60;

  public SpectraText {
    entries = List.copyOf(entries);
    rejected = List.copyOf(rejected);
  }

  /** Whether a file of this name and beginning holds spectra and no crystals. */
  public static boolean areSpectra(byte[] bytes, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (JCAMP.matcher(lower).matches() || TABLE.matcher(lower).matches()) {
      return true;
    }
    String start = start(bytes);
    if (start.startsWith("{") || start.startsWith("[")) {
      return MODALITY.matcher(start).find() || !CRYSTAL.matcher(start).find();
    }
    return start.startsWith("##") || isTable(start);
  }

  private static boolean isTable(String start) {
    List<String> lines = start.lines().filter(line -> !line.isBlank()).toList();
    long pairs = lines.stream().filter(line -> TWO_NUMBERS.matcher(line).matches()).count();
    return pairs >= TABLE_LINES && 2 * pairs > lines.size();
  }

  /**
   * Reads bytes by the format that the name tells, or else the content.
   *
   * @param name name of the file; measured spectra are called by it, without its ending
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

  /**
   * This text, which holds an entry.
   *
   * @throws ToolException {@code BAD_INPUT} where it holds none, with the first reason why
   */
  public SpectraText requireEntry() {
    if (entries.isEmpty()) {
      throw new ToolException(
          ToolErrors.BAD_INPUT,
          "no spectrum could be read"
              + rejected.stream()
                  .findFirst()
                  .map(r -> ": " + r.code() + ": " + r.reason())
                  .orElse(": the file is empty"),
          "correct the file where the message says");
    }
    return this;
  }

  private static void read(Path file, UnknownMoleculeSink sink) {
    try {
      SpectraFiles.read(file, sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fileName(byte[] bytes, Optional<String> name) {
    String given = name.orElse("");
    Matcher ending = ENDING.matcher(given.toLowerCase(Locale.ROOT));
    return ending.find()
        ? stem(given.substring(0, ending.start())) + ending.group()
        : stem(given) + guess(bytes);
  }

  /** What a file may be called while it is read: nothing that could lead to another folder. */
  private static String stem(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String safe = UNSAFE.matcher(last).replaceAll("_").strip();
    if (safe.isEmpty()) {
      return "input";
    }
    return safe.length() <= LONGEST_STEM ? safe : safe.substring(0, LONGEST_STEM);
  }

  private static String guess(byte[] bytes) {
    String packed = isPacked(bytes) ? ".gz" : "";
    String start = start(bytes);
    if (start.startsWith("{")) {
      return ".jsonl" + packed;
    }
    return (start.startsWith("##") ? ".jdx" : ".txt") + packed;
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
