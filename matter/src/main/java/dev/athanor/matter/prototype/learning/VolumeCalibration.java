package dev.athanor.matter.prototype.learning;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.VolumeEstimate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Fits the three numbers per element of {@link VolumeEstimate} to the cell volumes of known
 * crystals.
 *
 * <p>Run: {@code java -cp CLASSPATH dev.athanor.matter.prototype.learning.VolumeCalibration
 * STRUCTURES.jsonl.gz atomic_volumes.tsv}. Least squares of the relative error, reweighted eight
 * times towards least absolute error so that open frameworks do not pull the metals; a weak ridge
 * holds elements that are seldom seen.
 */
public final class VolumeCalibration {
  private static final int ELEMENTS = Element.values().length;
  private static final int ROUNDS = 8;
  private static final double RIDGE = 1e-3;
  private static final int LEAST_SEEN = 5;

  /** Elements are few among the compounds, and prototypes need them right. */
  private static final double ELEMENT_WEIGHT = 20;

  private final List<Row> rows = new ArrayList<>();
  private final int[] seen = new int[ELEMENTS + 1];

  private VolumeCalibration() {}

  /**
   * Reads the structures and writes the table.
   *
   * @throws IOException where a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    VolumeCalibration calibration = new VolumeCalibration();
    CrystalLines.forEach(Path.of(arguments[0]), entry -> calibration.add(entry.crystal()));
    double[] solution = calibration.fit();
    Files.writeString(Path.of(arguments[1]), calibration.table(solution), StandardCharsets.UTF_8);
  }

  private void add(Crystal crystal) {
    Composition composition = crystal.composition();
    double mean = VolumeEstimate.meanElectronegativity(composition);
    double volume = crystal.lattice().volume();
    int n = composition.elements().size();
    int[] index = new int[3 * n];
    double[] value = new double[3 * n];
    int i = 0;
    for (Element element : composition.elements()) {
      int z = element.atomicNumber();
      double amount = composition.amount(element) / volume;
      index[i] = z - 1;
      value[i++] = amount;
      index[i] = ELEMENTS + z - 1;
      double contrast = VolumeEstimate.contrast(element, mean);
      value[i++] = amount * contrast;
      index[i] = 2 * ELEMENTS + z - 1;
      value[i++] = amount * contrast * contrast;
      seen[z]++;
    }
    rows.add(new Row(index, value, n == 1 ? ELEMENT_WEIGHT : 1));
  }

  /** Solves for volumes (first third), slopes and curvatures. */
  private double[] fit() {
    double[] solution = new double[3 * ELEMENTS];
    for (int round = 0; round < ROUNDS; round++) {
      double[][] normal = new double[3 * ELEMENTS][3 * ELEMENTS + 1];
      for (Row row : rows) {
        double residual = 1 - row.dot(solution);
        double weight = row.weight * (round == 0 ? 1 : 1 / Math.max(Math.abs(residual), 0.02));
        for (int a = 0; a < row.index.length; a++) {
          double scaled = weight * row.value[a];
          for (int b = 0; b < row.index.length; b++) {
            normal[row.index[a]][row.index[b]] += scaled * row.value[b];
          }
          normal[row.index[a]][3 * ELEMENTS] += scaled;
        }
      }
      for (int i = 0; i < normal.length; i++) {
        normal[i][i] += RIDGE;
      }
      solution = LinearSystem.solve(normal);
    }
    return solution;
  }

  private double[] errors(double[] solution) {
    double[] errors = rows.stream().mapToDouble(r -> Math.abs(r.dot(solution) - 1)).toArray();
    Arrays.sort(errors);
    return errors;
  }

  private String table(double[] solution) {
    double[] errors = errors(solution);
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "# element volume_A3 slope_A3_per_electronegativity curvature crystals; computed by"
                    + " VolumeCalibration from %d Materials Project structures (CC BY 4.0), median"
                    + " relative error of the volume %.4f, ninth decile %.4f%n",
                errors.length,
                errors[errors.length / 2],
                errors[errors.length * 9 / 10]));
    for (Element element : Element.values()) {
      int z = element.atomicNumber();
      if (seen[z] >= LEAST_SEEN) {
        text.append(
            String.format(
                Locale.ROOT,
                "%s\t%.3f\t%.3f\t%.3f\t%d%n",
                element.symbol(),
                solution[z - 1],
                solution[ELEMENTS + z - 1],
                solution[2 * ELEMENTS + z - 1],
                seen[z]));
      }
    }
    return text.toString();
  }

  private static final class Row {
    private final int[] index;
    private final double[] value;

    private final double weight;

    private Row(int[] index, double[] value, double weight) {
      this.index = index;
      this.value = value;
      this.weight = weight;
    }

    private double dot(double[] solution) {
      double sum = 0;
      for (int i = 0; i < index.length; i++) {
        sum += value[i] * solution[index[i]];
      }
      return sum;
    }
  }
}
