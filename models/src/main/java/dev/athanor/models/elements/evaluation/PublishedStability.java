package dev.athanor.models.elements.evaluation;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.elements.training.CrystalDataset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ground states of compositions with what published models say of them: the rows of {@code
 * stability/bartel2020} that their authors set apart as the test split.
 *
 * @see <a href="https://doi.org/10.1038/s41524-020-00362-y">Bartel et al., npj Comput. Mater. 6, 97
 *     (2020)</a>
 */
final class PublishedStability {
  private static final int ENERGY = 1;
  private static final int DECOMPOSITION = 2;
  private static final int SPLIT = 3;
  private static final int FIRST_MODEL = 5;
  private static final List<String> MODELS =
      List.of("ElFrac", "Meredig", "Magpie", "AutoMat", "ElemNet", "Roost", "CGCNN");

  private PublishedStability() {}

  /**
   * A ground state.
   *
   * @param energy formation energy, eV/atom
   * @param decomposition decomposition energy, eV/atom; at or below 0 for a stable one
   * @param published formation energies that models predict, in the order of {@link #models}
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  record Row(double energy, double decomposition, double[] published) {}

  /** The published models: six on compositions, and CGCNN on structures. */
  static List<String> models() {
    return MODELS;
  }

  /** The test rows by reduced formula. */
  static Map<String, Row> testRows(Path data) {
    List<String> lines = CrystalDataset.lines(data.resolve("stability/bartel2020.csv.gz"));
    String header =
        "formula,Ef_eV_atom,Ed_eV_atom,split_Ef,split_Ed,Ef_" + String.join(",Ef_", MODELS);
    if (lines.isEmpty() || !lines.get(0).startsWith(header)) {
      throw new ModelException(
          ModelErrors.BAD_DATA, "stability/bartel2020.csv.gz has other columns than expected");
    }
    Map<String, Row> rows = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells[SPLIT].equals("test")) {
        rows.put(
            Composition.parse(cells[0]).reducedFormula(),
            new Row(
                Double.parseDouble(cells[ENERGY]),
                Double.parseDouble(cells[DECOMPOSITION]),
                Arrays.stream(cells, FIRST_MODEL, FIRST_MODEL + MODELS.size())
                    .mapToDouble(PublishedStability::number)
                    .toArray()));
      }
    }
    return rows;
  }

  private static double number(String cell) {
    return cell.isBlank() ? Double.NaN : Double.parseDouble(cell);
  }
}
