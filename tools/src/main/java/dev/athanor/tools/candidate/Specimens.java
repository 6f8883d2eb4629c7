package dev.athanor.tools.candidate;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CrystalJsonLines;
import dev.athanor.tools.ArtifactStore;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The crystals that a request names, and those that could not be had.
 *
 * @param usable with their structures
 * @param rejected missing, defective or disordered ones
 */
public record Specimens(List<Specimen> usable, List<Rejection> rejected) {
  public Specimens {
    usable = List.copyOf(usable);
    rejected = List.copyOf(rejected);
  }

  /**
   * Finds what a request names by set, by address or both.
   *
   * @throws ToolException {@code INVALID_ARGUMENTS} if it names nothing, {@code NOT_FOUND} if the
   *     set is not there; single crystals that cannot be had are rejected instead
   */
  public static Specimens resolve(
      Optional<String> candidateSet, Optional<List<String>> crystals, ArtifactStore artifacts) {
    if (candidateSet.isEmpty() && crystals.map(List::isEmpty).orElse(true)) {
      throw new ToolException(
          ToolErrors.INVALID_ARGUMENTS,
          "neither 'candidate_set' nor 'crystals' is given",
          "give the address of a candidate set, or a list of crystal addresses");
    }
    List<Candidate> candidates = new ArrayList<>();
    candidateSet.ifPresent(
        address -> candidates.addAll(CandidateSet.load(address, artifacts).candidates()));
    for (String address : new LinkedHashSet<>(crystals.orElse(List.of()))) {
      candidates.add(Candidate.of(address, "", "", Optional.empty()));
    }
    if (candidates.size() > CandidateSet.MAX_SIZE) {
      throw new ToolException(
          ToolErrors.INVALID_ARGUMENTS,
          candidates.size() + " crystals are asked for; at most " + CandidateSet.MAX_SIZE + " fit",
          "split the work into several calls");
    }
    return load(candidates, artifacts);
  }

  /** The crystals of these candidates. */
  public static Specimens load(List<Candidate> candidates, ArtifactStore artifacts) {
    List<Specimen> usable = new ArrayList<>();
    List<Rejection> rejected = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Optional<byte[]> bytes = artifacts.get(candidate.crystal());
      if (bytes.isEmpty()) {
        rejected.add(
            new Rejection(
                Addresses.shown(candidate.crystal()),
                ToolErrors.NOT_FOUND.name(),
                "no crystal is stored at this address"));
        continue;
      }
      try {
        CrystalRecord entry =
            CrystalJsonLines.parse(new String(bytes.get(), StandardCharsets.UTF_8));
        usable.add(new Specimen(named(candidate, entry, bytes.get(), artifacts), entry.crystal()));
      } catch (MatterException e) {
        rejected.add(
            new Rejection(
                Addresses.shown(candidate.crystal()),
                e.code().name(),
                String.valueOf(e.getMessage())));
      }
    }
    return new Specimens(usable, rejected);
  }

  /** Keeps a crystal and returns its address. */
  public static String store(CrystalRecord entry, ArtifactStore artifacts) {
    return artifacts.put(CrystalJsonLines.format(entry).getBytes(StandardCharsets.UTF_8));
  }

  /** The structures alone, in order. */
  public List<dev.athanor.matter.crystal.Crystal> crystals() {
    return usable.stream().map(Specimen::crystal).toList();
  }

  // an address may have been given as a prefix: rows carry the whole one
  private static Candidate named(
      Candidate candidate, CrystalRecord entry, byte[] bytes, ArtifactStore artifacts) {
    return candidate.formula().isEmpty()
        ? Candidate.of(
            artifacts.put(bytes),
            entry.id(),
            entry.crystal().composition().reducedFormula(),
            candidate.origin())
        : candidate;
  }
}
