package dev.athanor.matter.format;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/** Text of files, unpacked where they are gzip, and never more of it than the bounds allow. */
public final class BoundedText {
  /** Longest file that is read whole, unpacked, bytes. */
  public static final int MAX_BYTES = 64 << 20;

  /** Longest single line of a file that is read by lines, characters. */
  static final int MAX_LINE = 32 << 20;

  /** Longest line of a format in which a line is one atom or a header, characters. */
  static final int MAX_ATOM_LINE = 1 << 20;

  /** Longest file that is read by lines, unpacked, characters. */
  static final long MAX_STREAM = 64L << 30;

  /** Entries of one file that may be wrong before the file is given up. */
  static final int MAX_REJECTED = 1_000_000;

  private BoundedText() {}

  /** Takes one line after another. */
  public interface LineConsumer {
    /**
     * One line.
     *
     * @param line without its line break
     * @param number 1-based
     */
    void accept(String line, int number);
  }

  /**
   * A whole file: UTF-8, or UTF-16 with its mark, or else Latin-1.
   *
   * @throws MatterException {@code TOO_LARGE} beyond {@value #MAX_BYTES} bytes; {@code MALFORMED}
   *     for a broken gzip stream
   */
  public static String read(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream stream = unpacked(raw)) {
      byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw tooLarge();
      }
      return decode(bytes);
    } catch (ZipException | java.io.EOFException e) {
      throw new MatterException(MatterErrors.MALFORMED, "a broken gzip stream");
    }
  }

  static String decode(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF)) {
      boolean marked = (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF;
      if (marked) {
        return new String(bytes, StandardCharsets.UTF_16);
      }
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    // a replacement character stands in for what is not UTF-8, unless the text itself has one
    boolean doubtful = text.indexOf('\uFFFD') >= 0;
    return doubtful && !isUtf8(bytes) ? new String(bytes, StandardCharsets.ISO_8859_1) : text;
  }

  /**
   * Hands over one line after another, unpacked where the file is gzip, without holding more than
   * one.
   *
   * @throws MatterException {@code TOO_LARGE} for a line or a file beyond the bounds; {@code
   *     MALFORMED} for a broken gzip stream
   */
  public static void eachLine(Path file, LineConsumer consumer) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      eachLine(stream, consumer);
    }
  }

  /**
   * Hands over the lines of a stream, which stays open.
   *
   * @throws MatterException as with a file
   */
  public static void eachLine(InputStream stream, LineConsumer consumer) throws IOException {
    try {
      Reader reader = new InputStreamReader(unpacked(stream), StandardCharsets.UTF_8);
      char[] buffer = new char[1 << 16];
      StringBuilder line = new StringBuilder();
      int number = 1;
      long total = 0;
      int read;
      while ((read = reader.read(buffer)) >= 0) {
        total += read;
        if (total > MAX_STREAM) {
          throw tooLarge();
        }
        int start = total == read && read > 0 && buffer[0] == '\uFEFF' ? 1 : 0;
        for (int i = start; i < read; i++) {
          if (buffer[i] == '\n') {
            append(line, buffer, start, i, number);
            consumer.accept(line.toString(), number++);
            // a long line must not keep its memory for the rest of the file
            line = line.length() > buffer.length ? new StringBuilder() : line;
            line.setLength(0);
            start = i + 1;
          }
        }
        append(line, buffer, start, read, number);
      }
      if (!line.isEmpty()) {
        consumer.accept(line.toString(), number);
      }
    } catch (ZipException | java.io.EOFException e) {
      throw new MatterException(MatterErrors.MALFORMED, "a broken gzip stream");
    }
  }

  private static void append(StringBuilder line, char[] buffer, int from, int to, int number) {
    if (line.length() + to - from > MAX_LINE) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "a line of more than " + MAX_LINE + " characters", number);
    }
    line.append(buffer, from, to - from);
  }

  /** Writes a file whole or not at all, packed where its name ends in {@code .gz}. */
  static void write(Path file, String text) {
    Path target = file.toAbsolutePath();
    try {
      Path part =
          Files.createTempFile(Objects.requireNonNull(target.getParent()), ".writing", ".part");
      try {
        boolean packed = String.valueOf(target.getFileName()).endsWith(".gz");
        try (OutputStream raw = Files.newOutputStream(part);
            OutputStream out = packed ? new GZIPOutputStream(raw) : raw) {
          out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream unpacked(InputStream stream) throws IOException {
    InputStream raw = new BufferedInputStream(stream, 1 << 16);
    raw.mark(2);
    int first = raw.read();
    int second = raw.read();
    raw.reset();
    return first == 0x1F && second == 0x8B ? new GZIPInputStream(raw, 1 << 16) : raw;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /**
   * The line itself.
   *
   * @throws MatterException {@code TOO_LARGE} beyond {@value #MAX_ATOM_LINE} characters
   */
  static String atomLine(String line, int number) {
    if (line.length() > MAX_ATOM_LINE) {
      throw new MatterException(
          MatterErrors.TOO_LARGE,
          "a line of " + line.length() + " characters; at most " + MAX_ATOM_LINE,
          number);
    }
    return line;
  }

  /**
   * Counts one more entry that cannot be read.
   *
   * @throws MatterException {@code TOO_LARGE} beyond {@value #MAX_REJECTED}
   */
  static int oneMoreRejected(int before, int line) {
    if (before >= MAX_REJECTED) {
      throw new MatterException(
          MatterErrors.TOO_LARGE,
          "more than " + MAX_REJECTED + " entries that cannot be read; the rest is passed over",
          line);
    }
    return before + 1;
  }

  private static MatterException tooLarge() {
    return new MatterException(
        MatterErrors.TOO_LARGE, "the file is larger than " + MAX_BYTES + " bytes unpacked");
  }
}
