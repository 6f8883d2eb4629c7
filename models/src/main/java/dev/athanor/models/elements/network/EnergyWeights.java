package dev.athanor.models.elements.network;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.elements.graph.CrystalGraph;
import dev.athanor.models.elements.graph.GraphSettings;
import dev.athanor.models.weights.WeightFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fitted energy network.
 *
 * @param settings its size
 * @param values all parameters
 * @param references energies of the elements alone, eV/atom, by atomic number
 * @param unit eV/atom of one unit of output
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record EnergyWeights(
    EnergyNetworkSettings settings, float[] values, float[] references, double unit) {
  /** The name of the model in its weight file. */
  public static final String MODEL = "elements-e";

  /** Widths and depths beyond this are no network that was ever fitted. */
  static final int MOST = 1024;

  /** What the elements alone explain of a crystal's energy, eV/atom. */
  public double reference(CrystalGraph graph) {
    double sum = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      double occupancy = 0;
      double energy = 0;
      for (int o = graph.occupantStart(node); o < graph.occupantStart(node + 1); o++) {
        occupancy += graph.occupantShare(o);
        energy +=
            graph.occupantShare(o)
                * references[Math.min(references.length - 1, graph.occupantNumber(o))];
      }
      sum += graph.share(node) * energy / occupancy;
    }
    return sum;
  }

  /** Settings as they stand in a weight file. */
  public Map<String, Double> fileSettings() {
    Map<String, Double> result = new TreeMap<>();
    result.put("neighbors", (double) settings.graph().neighbors());
    result.put("cutoff", settings.graph().cutoff());
    result.put("width", (double) settings.width());
    result.put("edge_width", (double) settings.edgeWidth());
    result.put("layers", (double) settings.layers());
    result.put("radial_size", (double) settings.radialSize());
    result.put("unit", unit);
    return result;
  }

  /** Arrays as they stand in a weight file. */
  public Map<String, float[]> fileArrays() {
    Map<String, float[]> result = new LinkedHashMap<>();
    result.put("parameters", values);
    result.put("references", references);
    return result;
  }

  /** The graphs that a file's network reads. */
  static GraphSettings graph(WeightFile file) {
    double cutoff = file.setting("cutoff");
    if (!(cutoff > 0 && cutoff <= 20)) {
      throw new ModelException(
          ModelErrors.WEIGHTS_MISMATCH, "weights of " + file.model() + " have cutoff " + cutoff);
    }
    return new GraphSettings(file.size("neighbors", MOST), cutoff);
  }

  /** Reads what {@link #fileSettings} and {@link #fileArrays} gave. */
  public static EnergyWeights of(WeightFile file) {
    EnergyNetworkSettings settings =
        new EnergyNetworkSettings(
            graph(file),
            file.size("width", MOST),
            file.size("edge_width", MOST),
            file.size("layers", MOST),
            file.size("radial_size", MOST));
    int size = new EnergyNetwork(settings).layout().size();
    return new EnergyWeights(
        settings,
        file.array("parameters", size),
        file.array("references", GraphBatch.SPECIES),
        file.setting("unit"));
  }
}
