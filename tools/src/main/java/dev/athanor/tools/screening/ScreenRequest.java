package dev.athanor.tools.screening;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.athanor.tools.Bounds;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.util.List;
import java.util.Optional;

/**
 * What to screen, and what passes.
 *
 * @param file address of a file of crystals
 * @param name name of the file
 * @param candidateSet address of a set
 * @param requiredElements symbols that must be present
 * @param forbiddenElements symbols that must be absent
 * @param maxAtoms most sites of the cell
 * @param maxEnergyAboveHull eV/atom
 * @param minSuperconductorProbability least probability
 * @param minCriticalTemperature kelvin
 * @param onlyNew leave out known compositions
 */
public record ScreenRequest(
    @JsonPropertyDescription("Address of an uploaded file of crystals.") @Bounds(min = 12, max = 64)
        Optional<String> file,
    @JsonPropertyDescription("Name of the file; its ending tells the format.") @Bounds(max = 255)
        Optional<String> name,
    @JsonPropertyDescription("Address of a candidate set, as an alternative to file.")
        @Bounds(min = 12, max = 64)
        Optional<String> candidateSet,
    @JsonPropertyDescription("Element symbols that must all be present.") @Bounds(max = 10)
        Optional<List<String>> requiredElements,
    @JsonPropertyDescription("Element symbols that must be absent.") @Bounds(max = 100)
        Optional<List<String>> forbiddenElements,
    @JsonPropertyDescription("Most sites of the cell; 200.") @Bounds(min = 1, max = 1000)
        Optional<Integer> maxAtoms,
    @JsonPropertyDescription("Limit of the energy above hull, eV/atom; 0.1.")
        @Bounds(min = -5, max = 5)
        Optional<Double> maxEnergyAboveHull,
    @JsonPropertyDescription("Least probability of superconducting; 0.5.") @Bounds(max = 1)
        Optional<Double> minSuperconductorProbability,
    @JsonPropertyDescription("Least transition temperature, kelvin; 0.") @Bounds(max = 400)
        Optional<Double> minCriticalTemperature,
    @JsonPropertyDescription("Leave out known compositions; false.") Optional<Boolean> onlyNew) {
  public ScreenRequest {
    requiredElements = requiredElements.map(List::copyOf);
    forbiddenElements = forbiddenElements.map(List::copyOf);
    if (file.isPresent() == candidateSet.isPresent()) {
      throw new ToolException(
          ToolErrors.INVALID_ARGUMENTS,
          "exactly one of 'file' and 'candidate_set' is needed",
          "give the address of an uploaded file, or that of a candidate set");
    }
  }
}
