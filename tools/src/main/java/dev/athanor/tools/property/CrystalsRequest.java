package dev.athanor.tools.property;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.athanor.tools.Bounds;
import java.util.List;
import java.util.Optional;

/**
 * Which crystals a tool is asked about; at least one of the two is given.
 *
 * @param candidateSet address of a stored set
 * @param crystals addresses of crystals
 */
public record CrystalsRequest(
    @JsonPropertyDescription("Address of a candidate set, as an earlier tool returned it.")
        @Bounds(min = 12, max = 64)
        Optional<String> candidateSet,
    @JsonPropertyDescription("Addresses of single crystals.") @Bounds(max = 2000)
        Optional<List<String>> crystals) {
  public CrystalsRequest {
    crystals = crystals.map(List::copyOf);
  }
}
