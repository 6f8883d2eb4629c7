package dev.athanor.agent.rest;

import dev.athanor.agent.json.CanonicalJson;
import dev.athanor.tools.ArtifactStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Artifacts of a request that may still be refused: in memory until {@link #keep}, so that nothing
 * of a refused request stays behind.
 */
final class StagedArtifacts implements ArtifactStore {
  private final ArtifactStore store;
  private final Map<String, byte[]> staged = new LinkedHashMap<>();

  /** Before this store. */
  StagedArtifacts(ArtifactStore store) {
    this.store = store;
  }

  @Override
  public String put(byte[] content) {
    String address = CanonicalJson.sha256(content);
    staged.put(address, content);
    return address;
  }

  @Override
  public Optional<byte[]> get(String address) {
    return Optional.ofNullable(staged.get(address)).or(() -> store.get(address));
  }

  /** Hands everything on to the store. */
  void keep() {
    staged.values().forEach(store::put);
    staged.clear();
  }
}
