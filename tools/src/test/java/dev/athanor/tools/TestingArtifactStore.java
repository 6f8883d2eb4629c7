package dev.athanor.tools;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Artifacts in memory. */
public final class TestingArtifactStore implements ArtifactStore {
  private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

  @Override
  public String put(byte[] content) {
    try {
      String address =
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      contents.put(address, content.clone());
      return address;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<byte[]> get(String address) {
    if (address.length() < 12) {
      return Optional.empty();
    }
    List<String> matches =
        contents.keySet().stream().filter(key -> key.startsWith(address)).toList();
    return matches.size() == 1
        ? Optional.ofNullable(contents.get(matches.get(0)))
        : Optional.empty();
  }

  /** How many artifacts are kept. */
  public int size() {
    return contents.size();
  }
}
