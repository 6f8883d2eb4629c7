package dev.athanor.tools.elucidation;

import dev.athanor.tools.ArtifactStore;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.candidate.Addresses;
import dev.athanor.tools.files.HandedFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one entry of a handed file that a request is about. */
final class HandedSpectra {
  /** Most entries of a file that are looked through. */
  private static final int MOST_ENTRIES = 1_000;

  private static final int NAMED = 5;

  private HandedSpectra() {}

  /** Rejects requests that name no file, or two. */
  static void requireOne(Optional<String> file, Optional<String> text) {
    if (file.isPresent() == text.isPresent()) {
      throw new ToolException(
          ToolErrors.INVALID_ARGUMENTS,
          "exactly one of 'file' and 'text' is needed",
          "give the address of an uploaded file, or the spectra as text");
    }
  }

  /**
   * The entry.
   *
   * @param entry its identifier; the first one where it is absent
   * @throws ToolException {@code NOT_FOUND}, or {@code BAD_INPUT} where nothing can be read
   */
  static UnknownMolecule pick(
      Optional<String> file,
      Optional<String> text,
      Optional<String> name,
      Optional<String> entry,
      ArtifactStore artifacts) {
    SpectraText spectra =
        SpectraText.read(HandedFile.content(file, text, artifacts), name, MOST_ENTRIES)
            .requireEntry();
    return entry.map(id -> named(spectra.entries(), id)).orElseGet(() -> spectra.entries().get(0));
  }

  private static UnknownMolecule named(List<UnknownMolecule> entries, String id) {
    return entries.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new ToolException(
                    ToolErrors.NOT_FOUND,
                    "the file holds no entry '" + Addresses.shown(id) + "'",
                    "name one of its entries, as "
                        + entries.stream()
                            .limit(NAMED)
                            .map(one -> Addresses.shown(one.id()))
                            .collect(Collectors.joining(", "))));
  }
}
