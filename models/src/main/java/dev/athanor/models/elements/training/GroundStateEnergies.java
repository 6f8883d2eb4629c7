package dev.athanor.models.elements.training;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.elements.graph.GraphSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * More energies to learn from: crystals without a target, in {@code mp_more}, take the formation
 * energy that {@code stability/bartel2020} gives for the ground state of their composition, where
 * they are the only crystal of it. The two sources share one reference: of 34,685 compositions that
 * stand in {@code mp2018/train} too, 86 % agree within 5 meV/atom with the lowest energy there.
 *
 * <p>A crystal may still be another polymorph than the ground state, so that the trainer lets such
 * a sample pull only while its error is small. Left out are compositions of {@code mp2018/val},
 * those of {@code mp2018/train}, whose energies are known better, and the rows that the table
 * itself sets apart as its test split.
 *
 * @see <a href="https://doi.org/10.1038/s41524-020-00362-y">Bartel et al., npj Comput. Mater. 6, 97
 *     (2020)</a>
 */
final class GroundStateEnergies {
  private static final int FORMULA = 0;
  private static final int ENERGY = 1;
  private static final int SPLIT = 3;

  private GroundStateEnergies() {}

  /** The samples of a data folder. */
  static List<EnergySample> samples(Path data, GraphSettings settings) {
    Map<String, Double> energies =
        energies(data.resolve(FormulaData.GROUND_STATES), split -> !split.equals("test"));
    Set<String> known = new HashSet<>();
    for (String name : List.of("mp2018/train.jsonl.gz", "mp2018/val.jsonl.gz")) {
      known.addAll(CrystalDataset.read(data.resolve(name), GroundStateEnergies::key));
    }
    List<CrystalRecord> others = CrystalDataset.read(data.resolve("mp_more/structures.jsonl.gz"));
    Map<String, Integer> counts = new HashMap<>();
    others.forEach(record -> counts.merge(key(record), 1, Integer::sum));
    List<CrystalRecord> kept = new ArrayList<>();
    for (CrystalRecord record : others) {
      String key = key(record);
      if (counts.getOrDefault(key, 0) == 1 && energies.containsKey(key) && !known.contains(key)) {
        kept.add(record);
      }
    }
    return kept.parallelStream()
        .map(r -> EnergySample.transferred(r, energies.getOrDefault(key(r), 0.0), settings))
        .toList();
  }

  /**
   * Energies by reduced formula.
   *
   * @param splits which of the table's own splits are wanted
   */
  static Map<String, Double> energies(Path file, Predicate<String> splits) {
    List<String> lines = CrystalDataset.lines(file);
    if (lines.isEmpty() || !lines.get(0).startsWith("formula,Ef_eV_atom,Ed_eV_atom,split_Ef,")) {
      throw new ModelException(
          ModelErrors.BAD_DATA, file.getFileName() + " has other columns than expected");
    }
    Map<String, Double> energies = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (splits.test(cells[SPLIT])) {
        energies.put(
            Composition.parse(cells[FORMULA]).reducedFormula(), Double.parseDouble(cells[ENERGY]));
      }
    }
    return energies;
  }

  private static String key(CrystalRecord record) {
    return record.crystal().composition().reducedFormula();
  }
}
