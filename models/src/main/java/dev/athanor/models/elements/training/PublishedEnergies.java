package dev.athanor.models.elements.training;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ground states that a table of published predictions sets apart for tests.
 *
 * @param compositions of the rows
 * @param energies formation energies, eV/atom
 * @param published predictions by column, such as {@code Ef_Roost}; not a number where a model says
 *     nothing of a row
 * @see <a href="https://doi.org/10.1038/s41524-020-00362-y">Bartel et al., npj Comput. Mater. 6, 97
 *     (2020)</a>
 */
public record PublishedEnergies(
    List<Composition> compositions, List<Double> energies, Map<String, List<Double>> published) {
  private static final String FORMULA = "formula";
  private static final String ENERGY = "Ef_eV_atom";
  private static final String SPLIT = "split_Ef";

  public PublishedEnergies {
    compositions = List.copyOf(compositions);
    energies = List.copyOf(energies);
    published = Map.copyOf(published);
  }

  /**
   * The test split of formation energies.
   *
   * @throws ModelException {@code BAD_DATA} where the table is missing or has other columns
   */
  public static PublishedEnergies testSplit(Path data) {
    List<String> lines = CrystalDataset.lines(DataFiles.require(data, FormulaData.GROUND_STATES));
    List<String> names = Arrays.asList(lines.get(0).split(",", -1));
    if (!names.containsAll(List.of(FORMULA, ENERGY, SPLIT))) {
      throw new ModelException(ModelErrors.BAD_DATA, "the table of ground states lacks columns");
    }
    List<Composition> compositions = new ArrayList<>();
    List<Double> energies = new ArrayList<>();
    Map<String, List<Double>> published = new HashMap<>();
    names.stream()
        .filter(n -> n.startsWith("Ef_") && !n.equals(ENERGY))
        .forEach(n -> published.put(n, new ArrayList<>()));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells[names.indexOf(SPLIT)].equals("test")) {
        compositions.add(Composition.parse(cells[names.indexOf(FORMULA)]));
        energies.add(Double.valueOf(cells[names.indexOf(ENERGY)]));
        published.forEach((name, values) -> values.add(number(cells[names.indexOf(name)])));
      }
    }
    return new PublishedEnergies(compositions, energies, published);
  }

  private static Double number(String cell) {
    return cell.isBlank() ? Double.NaN : Double.valueOf(cell);
  }

  /** Mean absolute error of a published model, eV/atom, on the rows that it speaks of. */
  public double error(String column) {
    List<Double> values = published.getOrDefault(column, List.of());
    double sum = 0;
    int count = 0;
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).isNaN()) {
        sum += Math.abs(values.get(i) - energies.get(i));
        count++;
      }
    }
    return sum / count;
  }

  /** Mean absolute error of their mean, eV/atom. */
  public double meanError() {
    double mean = energies.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    return energies.stream().mapToDouble(e -> Math.abs(e - mean)).average().orElse(0);
  }
}
