package dev.athanor.models.elements.training;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.models.elements.graph.CrystalGraph;
import dev.athanor.models.elements.graph.CrystalGraphBuilder;
import dev.athanor.models.elements.heads.StructureDescriptor;
import dev.athanor.models.elements.network.EnergyOutput;
import dev.athanor.models.elements.network.EnergyPredictor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/**
 * The measured transition temperatures: crystals of 3DSC, formulas of SuperCon, and random crystals
 * that stand for compounds nobody would call superconductors. Folds are drawn by chemical system,
 * so that no compound of a system is judged by a model that saw another one of it.
 */
public final class TransitionDataset {
  /** The seed of the folds that the project fixed. */
  public static final long FOLD_SEED = 20261123;

  /** Number of folds. */
  public static final int FOLDS = 5;

  private TransitionDataset() {}

  /** Crystals with measured temperatures, weighted by the share of their formula. */
  public static List<TransitionSample> structures(Path file, EnergyPredictor backbone) {
    List<CrystalRecord> records =
        CrystalDataset.read(file).stream().filter(r -> r.number("tc_K").isPresent()).toList();
    List<float[]> descriptors = descriptors(records, backbone);
    List<TransitionSample> result = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      CrystalRecord entry = records.get(i);
      result.add(
          new TransitionSample(
              entry.text("formula").orElse(entry.id()),
              entry.crystal().composition().chemicalSystem(),
              family(entry.text("family").orElse("")),
              descriptors.get(i),
              entry.number("tc_K").orElse(0.0),
              entry.number("weight").orElse(1.0),
              true));
    }
    return result;
  }

  /** Crystals without a measurement, all given 0 kelvin. */
  public static List<TransitionSample> unmeasured(
      List<CrystalRecord> records, EnergyPredictor backbone) {
    List<float[]> descriptors = descriptors(records, backbone);
    List<TransitionSample> result = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      Composition composition = records.get(i).crystal().composition();
      result.add(
          new TransitionSample(
              composition.reducedFormula(),
              composition.chemicalSystem(),
              "",
              descriptors.get(i),
              0,
              1,
              true));
    }
    return result;
  }

  /** Formulas with measured temperatures; unreadable formulas are left out. */
  public static List<TransitionSample> formulas(Path file, int width) {
    List<TransitionSample> result = new ArrayList<>();
    List<String> lines = CrystalDataset.lines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Optional<Composition> composition = parsed(cells[0]);
      if (composition.isPresent() && cells.length > 1 && !cells[1].isBlank()) {
        result.add(
            new TransitionSample(
                cells[0],
                composition.get().chemicalSystem(),
                family(cells.length > 2 ? cells[2] : ""),
                StructureDescriptor.of(composition.get(), width),
                Double.parseDouble(cells[1]),
                1,
                false));
      }
    }
    return result;
  }

  private static Optional<Composition> parsed(String formula) {
    try {
      return Optional.of(Composition.parse(formula));
    } catch (MatterException e) {
      // the source holds formulas with unknown amounts, such as O7-X
      return Optional.empty();
    }
  }

  private static List<float[]> descriptors(List<CrystalRecord> records, EnergyPredictor backbone) {
    List<CrystalGraph> graphs =
        records.parallelStream()
            .map(r -> CrystalGraphBuilder.build(r.crystal(), backbone.weights().settings().graph()))
            .toList();
    List<EnergyOutput> outputs = backbone.predict(graphs);
    List<float[]> result = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      result.add(StructureDescriptor.of(records.get(i).crystal(), outputs.get(i)));
    }
    return result;
  }

  private static String family(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * The fold, 0 to 4, of each chemical system. The folds of measured systems do not depend on the
   * others.
   */
  public static Map<String, Integer> folds(
      List<TransitionSample> measured, List<TransitionSample> others) {
    Map<String, Integer> result = new HashMap<>();
    assign(measured, result);
    assign(others, result);
    return result;
  }

  private static void assign(List<TransitionSample> samples, Map<String, Integer> folds) {
    TreeSet<String> systems = new TreeSet<>();
    samples.forEach(s -> systems.add(s.system()));
    systems.removeAll(folds.keySet());
    List<String> order = new ArrayList<>(systems);
    Collections.shuffle(order, new Random(FOLD_SEED));
    for (int i = 0; i < order.size(); i++) {
      folds.put(order.get(i), i % FOLDS);
    }
  }

  /** The reduced formula of a row, where its formula can be read. */
  public static Optional<String> reducedFormula(String formula) {
    return parsed(formula).map(Composition::reducedFormula);
  }
}
