package dev.athanor.matter.spectroscopy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A spectrum with its identifier and what its file says beside it.
 *
 * @param id identifier
 * @param spectrum the spectrum
 * @param texts words of the file by name; names of JCAMP-DX labels in capitals without blanks,
 *     hyphens, slashes and underscores ({@code CASREGISTRYNO}, {@code MOLFORM}, {@code STATE})
 * @param remarks what a careful reader should know, though it did not keep the spectrum from being
 *     read
 */
public record SpectrumRecord(
    String id, Spectrum spectrum, Map<String, String> texts, List<String> remarks) {
  public SpectrumRecord {
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    remarks = List.copyOf(remarks);
  }

  /** The words of this name, where there are some. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }
}
