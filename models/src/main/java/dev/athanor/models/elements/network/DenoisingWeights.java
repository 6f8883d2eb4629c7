package dev.athanor.models.elements.network;

import dev.athanor.models.weights.WeightFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fitted equivariant network.
 *
 * @param settings its size
 * @param values all parameters
 * @param volumes mean volume of an atom of each element in crystals, cubic angstrom, by atomic
 *     number
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record DenoisingWeights(DenoisingNetworkSettings settings, float[] values, float[] volumes) {
  /** The name of the model in its weight file. */
  public static final String MODEL = "elements-d";

  /** As a weight file. */
  public WeightFile toFile(String version) {
    Map<String, Double> numbers = new TreeMap<>();
    numbers.put("neighbors", (double) settings.graph().neighbors());
    numbers.put("cutoff", settings.graph().cutoff());
    numbers.put("width", (double) settings.width());
    numbers.put("layers", (double) settings.layers());
    numbers.put("radial_size", (double) settings.radialSize());
    numbers.put("vector_width", (double) settings.vectorWidth());
    Map<String, float[]> arrays = new LinkedHashMap<>();
    arrays.put("parameters", values);
    arrays.put("volumes", volumes);
    return new WeightFile(MODEL, version, numbers, arrays);
  }

  /** Reads what {@link #toFile} gave. */
  public static DenoisingWeights of(WeightFile file) {
    DenoisingNetworkSettings settings =
        new DenoisingNetworkSettings(
            EnergyWeights.graph(file),
            file.size("width", EnergyWeights.MOST),
            file.size("layers", EnergyWeights.MOST),
            file.size("radial_size", EnergyWeights.MOST),
            file.size("vector_width", EnergyWeights.MOST));
    int size = new DenoisingNetwork(settings).layout().size();
    return new DenoisingWeights(
        settings, file.array("parameters", size), file.array("volumes", GraphBatch.SPECIES));
  }
}
