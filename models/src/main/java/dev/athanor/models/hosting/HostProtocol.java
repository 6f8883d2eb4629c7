package dev.athanor.models.hosting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CrystalJsonLines;
import dev.athanor.models.elements.Relaxation;
import java.util.List;
import java.util.Map;

/** What both ends call things. Extra facts stand among the {@code parameters}, as it provides. */
final class HostProtocol {
  /** The model that answers E, T and C. */
  static final String MODEL = "elements";

  /** The model that relaxes. */
  static final String RELAXATION = "elements-relaxation";

  static final String CRYSTALS = "crystals";
  static final String MAX_STEPS = "max_steps";
  static final String TOLERANCE = "tolerance";

  /** Parameter: the version that journals name. */
  static final String VERSION = "athanor_version";

  /** Parameter: SHA-256 that stands for all weights. */
  static final String DIGEST = "athanor_weights_sha256";

  private HostProtocol() {}

  static void describeRelaxation(ArrayNode outputs) {
    Tensors.describe(outputs, "crystal", "BYTES");
    Tensors.describe(outputs, "converged", "BOOL");
    Tensors.describe(outputs, "steps", "INT32");
    Tensors.describe(outputs, "last_step", "FP64");
    Tensors.describe(outputs, "volume_change", "FP64");
  }

  static void write(Relaxation relaxation, ArrayNode outputs) {
    String line =
        CrystalJsonLines.format(new CrystalRecord("c", relaxation.crystal(), Map.of(), Map.of()));
    Tensors.add(outputs, "crystal", "BYTES", 1, d -> d.add(line));
    Tensors.add(outputs, "converged", "BOOL", 1, d -> d.add(relaxation.converged()));
    Tensors.add(outputs, "steps", "INT32", 1, d -> d.add(relaxation.steps()));
    Tensors.add(outputs, "last_step", "FP64", 1, d -> d.add(relaxation.lastStep()));
    Tensors.add(outputs, "volume_change", "FP64", 1, d -> d.add(relaxation.volumeChange()));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws ProtocolException where it is not there
   */
  static Relaxation relaxation(JsonNode outputs) {
    return new Relaxation(
        CrystalJsonLines.parse(Tensors.text(one(outputs, "crystal", "BYTES"), "crystal")).crystal(),
        one(outputs, "converged", "BOOL").asBoolean(),
        (int) Tensors.number(one(outputs, "steps", "INT32"), "steps"),
        Tensors.number(one(outputs, "last_step", "FP64"), "last_step"),
        Tensors.number(one(outputs, "volume_change", "FP64"), "volume_change"));
  }

  /** The only value of a tensor. */
  static JsonNode one(JsonNode list, String name, String datatype) {
    List<JsonNode> values = Tensors.data(list, name, datatype);
    if (values.size() != 1) {
      throw new ProtocolException(400, "'" + name + "' must hold one value");
    }
    return values.get(0);
  }
}
