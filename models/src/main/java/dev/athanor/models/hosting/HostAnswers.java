package dev.athanor.models.hosting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.format.CrystalJsonLines;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.models.elements.CrystalEstimates;
import dev.athanor.models.elements.Relaxation;
import dev.athanor.models.elements.RelaxationSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a host answers, without the transport. */
final class HostAnswers {
  private final AtomicModel model;
  private final String digest;
  private final HostLimits limits;

  HostAnswers(AtomicModel model, String digest, HostLimits limits) {
    this.model = model;
    this.digest = digest;
    this.limits = limits;
  }

  ObjectNode server() {
    ObjectNode node = Tensors.object();
    node.put("name", "athanor").put("version", model.version());
    node.putArray("extensions");
    return node;
  }

  ObjectNode health(String word) {
    return Tensors.object().put(word, true);
  }

  ObjectNode ready(String name) {
    return Tensors.object().put("name", name).put("ready", true);
  }

  /** Whether there is a model of this name and version. */
  void known(String name, Optional<String> version) {
    if (!name.equals(HostProtocol.MODEL) && !name.equals(HostProtocol.RELAXATION)) {
      throw new ProtocolException(404, "there is no model of that name");
    }
    if (version.isPresent() && !version.get().equals(model.version())) {
      throw new ProtocolException(404, "there is no such version; this is " + model.version());
    }
  }

  ObjectNode metadata(String name) {
    ObjectNode node = Tensors.object();
    node.put("name", name);
    node.putArray("versions").add(model.version());
    node.put("platform", "athanor");
    ArrayNode inputs = node.putArray("inputs");
    ArrayNode outputs = node.putArray("outputs");
    Tensors.describe(inputs, HostProtocol.CRYSTALS, "BYTES");
    if (name.equals(HostProtocol.RELAXATION)) {
      Tensors.describe(inputs, HostProtocol.MAX_STEPS, "INT32");
      Tensors.describe(inputs, HostProtocol.TOLERANCE, "FP64");
      HostProtocol.describeRelaxation(outputs);
    } else {
      Arrays.stream(HostedProperty.values()).forEach(property -> property.describe(outputs));
    }
    parameters(node);
    return node;
  }

  private void parameters(ObjectNode node) {
    node.putObject("parameters")
        .put(HostProtocol.VERSION, model.version())
        .put(HostProtocol.DIGEST, digest);
  }

  ObjectNode infer(String name, ObjectNode request) {
    ObjectNode answer = Tensors.object();
    answer.put("model_name", name).put("model_version", model.version());
    if (request.path("id").isTextual()) {
      answer.set("id", request.path("id"));
    }
    parameters(answer);
    ArrayNode outputs = answer.putArray("outputs");
    JsonNode inputs = request.path("inputs");
    List<Crystal> crystals = crystals(inputs);
    try {
      if (name.equals(HostProtocol.RELAXATION)) {
        HostProtocol.write(relax(inputs, crystals), outputs);
      } else {
        estimate(crystals, wanted(request.path("outputs")), outputs);
      }
    } catch (ModelException e) {
      int status = e.code() == ModelErrors.TOO_LARGE ? 400 : 500;
      throw new ProtocolException(status, String.valueOf(e.getMessage()), Optional.of(e.code()));
    }
    return answer;
  }

  private void estimate(List<Crystal> crystals, Set<HostedProperty> properties, ArrayNode outputs) {
    if (properties.size() == 1) {
      HostedProperty property = properties.iterator().next();
      property.write(
          switch (property) {
            case FORMATION_ENERGY -> model.formationEnergy(crystals);
            case TC -> model.criticalTemperature(crystals);
            case SUPERCONDUCTOR -> model.superconductorProbability(crystals);
          },
          outputs);
      return;
    }
    List<CrystalEstimates> all = model.all(crystals);
    for (HostedProperty property : properties) {
      property.write(all.stream().map(property::of).toList(), outputs);
    }
  }

  private Relaxation relax(JsonNode inputs, List<Crystal> crystals) {
    if (crystals.size() != 1) {
      throw new ProtocolException(400, "one crystal is relaxed at a time");
    }
    double steps =
        Tensors.number(
            HostProtocol.one(inputs, HostProtocol.MAX_STEPS, "INT32"), HostProtocol.MAX_STEPS);
    double tolerance =
        Tensors.number(
            HostProtocol.one(inputs, HostProtocol.TOLERANCE, "FP64"), HostProtocol.TOLERANCE);
    RelaxationSettings settings;
    try {
      settings = new RelaxationSettings((int) steps, tolerance);
    } catch (IllegalArgumentException e) {
      throw new ProtocolException(400, String.valueOf(e.getMessage()));
    }
    return model.relax(crystals.get(0), settings);
  }

  /** The properties that a request names, all where it names none. */
  private static Set<HostedProperty> wanted(JsonNode outputs) {
    if (outputs.isEmpty()) {
      return EnumSet.allOf(HostedProperty.class);
    }
    Set<HostedProperty> result = EnumSet.noneOf(HostedProperty.class);
    for (JsonNode output : outputs) {
      String name = output.path("name").asText("");
      // the longest word that the name begins with: tc_std belongs to tc
      HostedProperty property =
          Arrays.stream(HostedProperty.values())
              .filter(p -> name.equals(p.word()) || name.startsWith(p.word() + "_"))
              .findFirst()
              .orElseThrow(() -> new ProtocolException(400, "there is no output of that name"));
      result.add(property);
    }
    return result;
  }

  private List<Crystal> crystals(JsonNode inputs) {
    List<JsonNode> lines = Tensors.data(inputs, HostProtocol.CRYSTALS, "BYTES");
    if (lines.size() > limits.maxCrystals()) {
      throw new ProtocolException(
          400, "more than " + limits.maxCrystals() + " crystals in one request");
    }
    List<Crystal> result = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      try {
        result.add(
            CrystalJsonLines.parse(Tensors.text(lines.get(i), HostProtocol.CRYSTALS)).crystal());
      } catch (MatterException e) {
        throw new ProtocolException(400, "crystal " + i + ": " + e.getMessage());
      }
    }
    return result;
  }
}
