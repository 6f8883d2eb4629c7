package dev.athanor.knowledge.files;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Lines of a text file, plain or gzipped by its name's ending, with a bound on the length of a line
 * and on the characters in all, so that a crafted file cannot fill the memory.
 */
public final class BoundedLines implements AutoCloseable {
  /** Longest line, characters. */
  public static final int MAX_LINE = 1 << 21;

  /** Most characters of one file, unpacked. */
  public static final long MAX_TOTAL = 2L << 30;

  private final String name;
  private final BufferedReader reader;
  private final StringBuilder buffer = new StringBuilder(512);
  private long total;
  private int line;

  private BoundedLines(String name, BufferedReader reader) {
    this.name = name;
    this.reader = reader;
  }

  /**
   * Opens a file.
   *
   * @throws KnowledgeException {@code INPUT_OUTPUT} if it cannot be opened
   */
  public static BoundedLines open(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      return of(name, Files.newInputStream(file));
    } catch (IOException e) {
      throw failure(name, e);
    }
  }

  /** Lines of a stream that is closed with them; unpacked when the name ends in {@code .gz}. */
  public static BoundedLines of(String name, InputStream stream) {
    try {
      InputStream unpacked = name.endsWith(".gz") ? new GZIPInputStream(stream, 1 << 16) : stream;
      return new BoundedLines(
          name,
          new BufferedReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8), 1 << 16));
    } catch (IOException e) {
      closeQuietly(stream, e);
      throw failure(name, e);
    }
  }

  /**
   * Moves to the next line.
   *
   * @return false at the end
   * @throws KnowledgeException {@code TOO_LARGE} beyond a bound, {@code INPUT_OUTPUT} if reading
   *     fails
   */
  public boolean next() {
    buffer.setLength(0);
    try {
      int c = reader.read();
      if (c < 0) {
        return false;
      }
      while (c >= 0 && c != '\n') {
        if (buffer.length() == MAX_LINE || ++total > MAX_TOTAL) {
          throw new KnowledgeException(
              KnowledgeErrors.TOO_LARGE, name + " is too long at line " + (line + 1));
        }
        buffer.append((char) c);
        c = reader.read();
      }
    } catch (IOException e) {
      throw failure(name, e);
    }
    line++;
    int length = buffer.length();
    if (length > 0 && buffer.charAt(length - 1) == '\r') {
      buffer.setLength(length - 1);
    }
    if (line == 1 && buffer.length() > 0 && buffer.charAt(0) == '\uFEFF') {
      buffer.deleteCharAt(0);
    }
    return true;
  }

  /** The current line without its end. */
  public String text() {
    return buffer.toString();
  }

  /** Number of the current line, 1-based. */
  public int line() {
    return line;
  }

  /** Name of the file, without its folder. */
  public String name() {
    return name;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw failure(name, e);
    }
  }

  private static KnowledgeException failure(String name, IOException cause) {
    return new KnowledgeException(
        KnowledgeErrors.INPUT_OUTPUT,
        name + " cannot be read: " + cause.getClass().getSimpleName(),
        cause);
  }

  private static void closeQuietly(InputStream stream, IOException first) {
    try {
      stream.close();
    } catch (IOException e) {
      first.addSuppressed(e);
    }
  }
}
