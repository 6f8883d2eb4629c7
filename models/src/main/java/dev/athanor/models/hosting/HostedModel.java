package dev.athanor.models.hosting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CrystalJsonLines;
import dev.athanor.models.Estimate;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.models.elements.CrystalEstimates;
import dev.athanor.models.elements.Relaxation;
import dev.athanor.models.elements.RelaxationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The atomic model of another machine, over the Open Inference Protocol.
 *
 * <p>Numbers are those that the host computes. The digest of its weights is checked once before the
 * first question and named in every answer, so that a host that is restarted with other weights is
 * noticed. Safe for several threads. Not worth it for a few crystals on a machine that has the
 * weights itself: loading them takes a second.
 *
 * @see <a href="https://github.com/open-inference/open-inference-protocol">Open Inference
 *     Protocol</a>
 */
public final class HostedModel implements AtomicModel {
  /** Crystals of one request. */
  private static final int BATCH = 512;

  /** Sites of one request: some hundred bytes each. */
  private static final int MAX_SITES = 40_000;

  private final HostClient client;
  private final String version;
  private final String digest;

  private HostedModel(HostClient client, String version, String digest) {
    this.client = client;
    this.version = version;
    this.digest = digest;
  }

  /**
   * Asks the host who it is.
   *
   * @throws ModelException {@code HOST_UNREACHABLE}, {@code HOST_REFUSED} where something else
   *     answers, or {@code WEIGHTS_MISMATCH} where it has other weights than the settings ask for
   */
  public static HostedModel connect(HostSettings settings) {
    HostClient client = new HostClient(settings);
    ObjectNode metadata = client.get("/v2/models/" + HostProtocol.MODEL);
    JsonNode parameters = metadata.path("parameters");
    String version = parameters.path(HostProtocol.VERSION).asText("");
    String digest = parameters.path(HostProtocol.DIGEST).asText("");
    if (version.isEmpty() || !digest.matches("[0-9a-f]{64}")) {
      throw new ModelException(
          ModelErrors.HOST_REFUSED,
          "what answers at " + settings.address() + " does not serve the model Elements");
    }
    settings
        .weights()
        .filter(wanted -> !wanted.equals(digest))
        .ifPresent(
            wanted -> {
              throw new ModelException(
                  ModelErrors.WEIGHTS_MISMATCH,
                  String.format(
                      "the host at %s has weights %s (%s), not %s: its energies do not belong to"
                          + " the reference phases here; install the same release there, or set"
                          + " athanor.models.host-weights",
                      settings.address(), shortened(digest), version, shortened(wanted)));
            });
    return new HostedModel(client, version, digest);
  }

  private static String shortened(String digest) {
    return digest.substring(0, Math.min(12, digest.length()));
  }

  @Override
  public List<Estimate> formationEnergy(List<Crystal> crystals) {
    return ask(crystals, HostedProperty.FORMATION_ENERGY);
  }

  @Override
  public List<Estimate> criticalTemperature(List<Crystal> crystals) {
    return ask(crystals, HostedProperty.TC);
  }

  @Override
  public List<Estimate> superconductorProbability(List<Crystal> crystals) {
    return ask(crystals, HostedProperty.SUPERCONDUCTOR);
  }

  private List<Estimate> ask(List<Crystal> crystals, HostedProperty property) {
    List<Estimate> result = new ArrayList<>(crystals.size());
    for (List<Crystal> batch : batches(crystals)) {
      result.addAll(read(infer(batch, List.of(property)), property, batch.size()));
    }
    return result;
  }

  @Override
  public List<CrystalEstimates> all(List<Crystal> crystals) {
    List<CrystalEstimates> result = new ArrayList<>(crystals.size());
    for (List<Crystal> batch : batches(crystals)) {
      int size = batch.size();
      JsonNode outputs = infer(batch, List.of(HostedProperty.values()));
      List<Estimate> energies = read(outputs, HostedProperty.FORMATION_ENERGY, size);
      List<Estimate> temperatures = read(outputs, HostedProperty.TC, size);
      List<Estimate> probabilities = read(outputs, HostedProperty.SUPERCONDUCTOR, size);
      for (int i = 0; i < size; i++) {
        result.add(
            new CrystalEstimates(energies.get(i), temperatures.get(i), probabilities.get(i)));
      }
    }
    return result;
  }

  private static List<List<Crystal>> batches(List<Crystal> crystals) {
    List<List<Crystal>> result = new ArrayList<>();
    int from = 0;
    while (from < crystals.size()) {
      int to = from;
      int sites = 0;
      while (to < crystals.size()
          && to - from < BATCH
          && (to == from || sites + crystals.get(to).sites().size() <= MAX_SITES)) {
        sites += crystals.get(to).sites().size();
        to++;
      }
      result.add(crystals.subList(from, to));
      from = to;
    }
    return result;
  }

  private JsonNode infer(List<Crystal> crystals, List<HostedProperty> properties) {
    ObjectNode body = Tensors.object();
    addCrystals(body.putArray("inputs"), crystals);
    ArrayNode outputs = body.putArray("outputs");
    properties.forEach(property -> outputs.addObject().put("name", property.word()));
    return answer(HostProtocol.MODEL, body);
  }

  private static void addCrystals(ArrayNode inputs, List<Crystal> crystals) {
    Tensors.add(
        inputs,
        HostProtocol.CRYSTALS,
        "BYTES",
        crystals.size(),
        data -> crystals.forEach(crystal -> data.add(line(crystal))));
  }

  private static String line(Crystal crystal) {
    return CrystalJsonLines.format(new CrystalRecord("c", crystal, Map.of(), Map.of()));
  }

  private JsonNode answer(String model, ObjectNode body) {
    ObjectNode answer = client.post("/v2/models/" + model + "/infer", body);
    String found = answer.path("parameters").path(HostProtocol.DIGEST).asText("");
    if (!found.equals(digest)) {
      throw new ModelException(
          ModelErrors.WEIGHTS_MISMATCH,
          "the model host changed its weights while it was asked; ask everything again");
    }
    return answer.path("outputs");
  }

  private static List<Estimate> read(JsonNode outputs, HostedProperty property, int size) {
    List<Estimate> found = meant(() -> property.read(outputs));
    if (found.size() != size) {
      throw new ModelException(
          ModelErrors.HOST_REFUSED, "the model host answered for other crystals");
    }
    return found;
  }

  private interface Reading<T> {
    T read();
  }

  private static <T> T meant(Reading<T> reading) {
    try {
      return reading.read();
    } catch (ProtocolException | MatterException e) {
      throw new ModelException(
          ModelErrors.HOST_REFUSED,
          "the model host's answer cannot be understood: " + e.getMessage(),
          e);
    }
  }

  @Override
  public Relaxation relax(Crystal crystal, RelaxationSettings settings) {
    ObjectNode body = Tensors.object();
    ArrayNode inputs = body.putArray("inputs");
    addCrystals(inputs, List.of(crystal));
    Tensors.add(inputs, HostProtocol.MAX_STEPS, "INT32", 1, d -> d.add(settings.maxSteps()));
    Tensors.add(inputs, HostProtocol.TOLERANCE, "FP64", 1, d -> d.add(settings.tolerance()));
    JsonNode outputs = answer(HostProtocol.RELAXATION, body);
    return meant(() -> HostProtocol.relaxation(outputs));
  }

  @Override
  public String version() {
    return version;
  }

  /** Digest of the host's weights, hex. */
  public String digest() {
    return digest;
  }

  @Override
  public void close() {
    // connections that are not used are closed by the Java machine itself
  }
}
