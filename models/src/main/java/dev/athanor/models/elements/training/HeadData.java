package dev.athanor.models.elements.training;

import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.models.elements.network.EnergyPredictor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the heads T and C learn from.
 *
 * @param structures rows of 3DSC
 * @param formulas rows of SuperCon
 * @param unmeasured every sixth crystal of the energy training set whose formula is in neither
 * @param folds the fold of each chemical system of all three
 */
public record HeadData(
    List<TransitionSample> structures,
    List<TransitionSample> formulas,
    List<TransitionSample> unmeasured,
    Map<String, Integer> folds) {
  private static final int STRIDE = 6;

  /** Reads all three from the data folder and runs the backbone over the crystals. */
  public static HeadData read(Path data, EnergyPredictor backbone) {
    int width = backbone.weights().settings().width();
    List<TransitionSample> structures =
        TransitionDataset.structures(data.resolve("tc/3dsc_mp.jsonl.gz"), backbone);
    List<TransitionSample> formulas =
        TransitionDataset.formulas(data.resolve("tc/supercon_formulas.csv.gz"), width);
    List<TransitionSample> measured = new ArrayList<>(structures);
    measured.addAll(formulas);
    Set<String> known = new HashSet<>();
    measured.forEach(s -> TransitionDataset.reducedFormula(s.formula()).ifPresent(known::add));
    List<CrystalRecord> others = new ArrayList<>();
    List<CrystalRecord> all = CrystalDataset.read(data.resolve("mp2018/train.jsonl.gz"));
    for (int i = 0; i < all.size(); i += STRIDE) {
      CrystalRecord entry = all.get(i);
      if (!known.contains(entry.crystal().composition().reducedFormula())) {
        others.add(entry);
      }
    }
    List<TransitionSample> unmeasured = TransitionDataset.unmeasured(others, backbone);
    return new HeadData(
        structures, formulas, unmeasured, TransitionDataset.folds(measured, unmeasured));
  }

  /** Crystals and formulas with a measurement. */
  public List<TransitionSample> measured() {
    List<TransitionSample> result = new ArrayList<>(structures);
    result.addAll(formulas);
    return result;
  }
}
