package dev.athanor.matter.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** The CIFs of pymatgen's and cod-tools' tests, which lie beside the project. */
final class CifFiles {
  private static final Path FOLDER = Path.of("../../shared/data/cif");

  private CifFiles() {}

  /** Unpacked files by name; the test that asks is skipped where they are not there. */
  static Map<String, byte[]> load() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(FOLDER),
        "skipped: ../shared/data/cif is not there (it lies beside the project)");
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(FOLDER.resolve("pymatgen"))) {
      for (Path file : found.filter(f -> f.toString().contains(".cif")).toList()) {
        files.put("pymatgen/" + file.getFileName(), unpacked(Files.readAllBytes(file)));
      }
    }
    untar(unpacked(Files.readAllBytes(FOLDER.resolve("cod.tar.gz"))), files);
    return files;
  }

  private static byte[] unpacked(byte[] bytes) throws IOException {
    if (bytes.length < 2 || bytes[0] != 0x1F || bytes[1] != (byte) 0x8B) {
      return bytes;
    }
    try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return stream.readAllBytes();
    }
  }

  /** Plain tar: headers of 512 bytes, sizes in octal. */
  private static void untar(byte[] tar, Map<String, byte[]> files) {
    int at = 0;
    while (at + 512 <= tar.length && tar[at] != 0) {
      String name = text(tar, at, 100);
      int size = Integer.parseInt(text(tar, at + 124, 12).strip(), 8);
      if (tar[at + 156] == '0' && name.endsWith(".cif")) {
        files.put(name, Arrays.copyOfRange(tar, at + 512, at + 512 + size));
      }
      at += 512 + (size + 511) / 512 * 512;
    }
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }
}
