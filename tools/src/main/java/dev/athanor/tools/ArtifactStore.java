package dev.athanor.tools;

import java.util.Optional;

/** Bytes kept under the SHA-256 of their content: structures, reports, sets of candidates. */
public interface ArtifactStore {
  /**
   * Keeps the content and returns its address, 64 hexadecimal digits. Keeping the same content
   * again is free.
   */
  String put(byte[] content);

  /**
   * The content at an address, or at a prefix of at least 12 digits that only one address has;
   * empty where nothing is kept there.
   */
  Optional<byte[]> get(String address);
}
