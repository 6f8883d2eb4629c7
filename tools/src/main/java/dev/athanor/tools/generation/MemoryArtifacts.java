package dev.athanor.tools.generation;

import dev.athanor.tools.ArtifactStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Artifacts of one measurement, gone with it. */
final class MemoryArtifacts implements ArtifactStore {
  private final Map<String, byte[]> contents = new HashMap<>();

  @Override
  public String put(byte[] bytes) {
    String address = address(bytes);
    contents.put(address, bytes.clone());
    return address;
  }

  @Override
  public Optional<byte[]> get(String address) {
    return Optional.ofNullable(contents.get(address)).map(byte[]::clone);
  }

  private static String address(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
