package dev.athanor.tools.candidate;

import dev.athanor.tools.ArtifactStore;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.ToolJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of candidates as it is stored; the same candidates have the same address.
 *
 * @param kind always {@value #KIND}
 * @param candidates in the order of the tool that made the set
 */
public record CandidateSet(String kind, List<Candidate> candidates) {
  /** What {@link #kind} says. */
  public static final String KIND = "candidate_set";

  /** Most candidates that a set may hold. */
  public static final int MAX_SIZE = 2_000;

  private static final ToolJson JSON = new ToolJson();

  public CandidateSet {
    candidates = List.copyOf(candidates);
    if (!KIND.equals(kind)) {
      throw new ToolException(
          ToolErrors.BAD_INPUT, "not a candidate set", "give the address of a candidate set");
    }
    if (candidates.size() > MAX_SIZE) {
      throw new ToolException(
          ToolErrors.UNSUPPORTED,
          "a candidate set holds at most " + MAX_SIZE + " crystals",
          "split the work into several sets");
    }
  }

  /** A set of these candidates. */
  public static CandidateSet of(List<Candidate> candidates) {
    return new CandidateSet(KIND, candidates);
  }

  /** Keeps the set and returns its address. */
  public String store(ArtifactStore artifacts) {
    return artifacts.put(JSON.bytes(this));
  }

  /**
   * The set at an address.
   *
   * @throws ToolException {@code NOT_FOUND}, or {@code BAD_INPUT} if something else is kept there
   */
  public static CandidateSet load(String address, ArtifactStore artifacts) {
    byte[] bytes =
        artifacts
            .get(address)
            .orElseThrow(
                () ->
                    new ToolException(
                        ToolErrors.NOT_FOUND,
                        "no candidate set is stored at '" + Addresses.shown(address) + "'",
                        "copy the value of 'candidate_set' from the result that made it"));
    return JSON.parse(CandidateSet.class, bytes, "candidate set");
  }

  /**
   * Several sets as one: crystals in the order of their first appearance, what the sets say of the
   * same crystal put together.
   */
  public static CandidateSet merged(List<CandidateSet> sets) {
    Map<String, Candidate> byCrystal = new LinkedHashMap<>();
    for (CandidateSet set : sets) {
      for (Candidate candidate : set.candidates) {
        byCrystal.merge(candidate.crystal(), candidate, Candidate::mergedWith);
      }
    }
    return of(new ArrayList<>(byCrystal.values()));
  }
}
