package dev.athanor.models.elements.training;

import dev.athanor.matter.chemistry.Composition;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the heads that read compositions learn from.
 *
 * @param reported rows of SuperCon
 * @param groundStates formation energy, eV/atom, of the most stable phase by reduced formula; the
 *     test split of the table and the compositions of {@code mp2018/val} left out
 */
public record FormulaData(List<ReportedFormula> reported, Map<String, Double> groundStates) {
  /** The table of ground states in the data folder. */
  public static final String GROUND_STATES = "stability/bartel2020.csv.gz";

  private static final String SUPERCON = "tc/supercon_formulas.csv.gz";
  private static final String VALIDATION = "mp2018/val.jsonl.gz";

  public FormulaData {
    reported = List.copyOf(reported);
    groundStates = Map.copyOf(groundStates);
  }

  /** Reads both tables from the data folder. */
  public static FormulaData read(Path data) {
    Map<String, Double> energies =
        new HashMap<>(
            GroundStateEnergies.energies(
                DataFiles.require(data, GROUND_STATES), s -> !s.equals("test")));
    energies.keySet().removeAll(heldOut(data));
    return new FormulaData(reported(data), energies);
  }

  /** The rows of SuperCon alone. */
  public static List<ReportedFormula> reported(Path data) {
    return ReportedFormula.read(DataFiles.require(data, SUPERCON));
  }

  private static Set<String> heldOut(Path data) {
    return new HashSet<>(
        CrystalDataset.read(
            DataFiles.require(data, VALIDATION), r -> r.crystal().composition().reducedFormula()));
  }

  /** Compositions of the ground states. */
  List<Composition> groundStateCompositions() {
    return groundStates.keySet().stream().sorted().map(Composition::parse).toList();
  }

  /** Compositions of the formulas of SuperCon that can be read. */
  List<Composition> reportedCompositions() {
    return reported.stream().flatMap(r -> r.composition().stream()).toList();
  }
}
