package dev.athanor.matter.format;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
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
final class BoundedText {
  /** Longest file that is read whole, unpacked, bytes. */
  static final int MAX_BYTES = 64 << 20;

  /** Longest single line of a file that is read by lines, characters. */
  static final int MAX_LINE = 64 << 20;

  /** Longest file that is read by lines, unpacked, characters. */
  static final long MAX_STREAM = 64L << 30;

  private BoundedText() {}

  /** Takes one line and its number, 1-based. */
  interface LineConsumer {
    void accept(String line, int number);
  }

  /**
   * A whole file: UTF-8, or UTF-16 with its mark, or else Latin-1.
   *
   * @throws MatterException {@code TOO_LARGE} beyond {@value #MAX_BYTES} bytes; {@code MALFORMED}
   *     for a broken gzip stream
   */
  static String read(Path file) throws IOException {
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
    try {
      return strict(StandardCharsets.UTF_8, bytes);
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /** Hands over one line after another, without holding more than one. */
  static void eachLine(Path file, LineConsumer consumer) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      eachLine(stream, consumer);
    }
  }

  /** Hands over the lines of a stream, which stays open. */
  static void eachLine(InputStream stream, LineConsumer consumer) throws IOException {
    try {
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(unpacked(stream), StandardCharsets.UTF_8), 1 << 16);
      StringBuilder line = new StringBuilder();
      int number = 1;
      long total = 0;
      int c;
      while ((c = reader.read()) >= 0) {
        if (++total > MAX_STREAM) {
          throw tooLarge();
        }
        if (c == '\n') {
          consumer.accept(line.toString(), number++);
          line.setLength(0);
        } else {
          if (line.length() >= MAX_LINE) {
            throw new MatterException(
                MatterErrors.TOO_LARGE, "a line of more than " + MAX_LINE + " characters", number);
          }
          line.append((char) c);
        }
      }
      if (!line.isEmpty()) {
        consumer.accept(line.toString(), number);
      }
    } catch (ZipException | java.io.EOFException e) {
      throw new MatterException(MatterErrors.MALFORMED, "a broken gzip stream");
    }
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

  private static String strict(Charset charset, byte[] bytes) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }

  private static MatterException tooLarge() {
    return new MatterException(
        MatterErrors.TOO_LARGE, "the file is larger than " + MAX_BYTES + " bytes unpacked");
  }
}
