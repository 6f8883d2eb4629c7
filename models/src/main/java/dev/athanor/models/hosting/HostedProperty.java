package dev.athanor.models.hosting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.athanor.models.Applicability;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.CrystalEstimates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A property as tensors: {@code NAME}, {@code NAME_std} (FP64), {@code NAME_applicability} and
 * {@code NAME_reason} (BYTES), one entry for each crystal.
 */
enum HostedProperty {
  FORMATION_ENERGY("eV/atom"),
  TC("K"),
  SUPERCONDUCTOR("1");

  private final String unit;

  HostedProperty(String unit) {
    this.unit = unit;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Estimate of(CrystalEstimates all) {
    return switch (this) {
      case FORMATION_ENERGY -> all.formationEnergy();
      case TC -> all.criticalTemperature();
      case SUPERCONDUCTOR -> all.superconductorProbability();
    };
  }

  void describe(ArrayNode outputs) {
    Tensors.describe(outputs, word(), "FP64");
    Tensors.describe(outputs, word() + "_std", "FP64");
    Tensors.describe(outputs, word() + "_applicability", "BYTES");
    Tensors.describe(outputs, word() + "_reason", "BYTES");
  }

  void write(List<Estimate> estimates, ArrayNode outputs) {
    int size = estimates.size();
    Tensors.add(outputs, word(), "FP64", size, d -> estimates.forEach(e -> d.add(e.value())));
    Tensors.add(
        outputs,
        word() + "_std",
        "FP64",
        size,
        d -> estimates.forEach(e -> d.add(e.standardDeviation())));
    Tensors.add(
        outputs,
        word() + "_applicability",
        "BYTES",
        size,
        d -> estimates.forEach(e -> d.add(e.applicability().level().name())));
    Tensors.add(
        outputs,
        word() + "_reason",
        "BYTES",
        size,
        d -> estimates.forEach(e -> d.add(e.applicability().reason())));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws ProtocolException where it is not there
   */
  List<Estimate> read(JsonNode outputs) {
    List<JsonNode> values = Tensors.data(outputs, word(), "FP64");
    List<JsonNode> deviations = Tensors.data(outputs, word() + "_std", "FP64");
    List<JsonNode> levels = Tensors.data(outputs, word() + "_applicability", "BYTES");
    List<JsonNode> reasons = Tensors.data(outputs, word() + "_reason", "BYTES");
    if (deviations.size() != values.size()
        || levels.size() != values.size()
        || reasons.size() != values.size()) {
      throw new ProtocolException(400, "the tensors of " + word() + " differ in length");
    }
    List<Estimate> result = new ArrayList<>(values.size());
    try {
      for (int i = 0; i < values.size(); i++) {
        result.add(
            new Estimate(
                Tensors.number(values.get(i), word()),
                unit,
                Tensors.number(deviations.get(i), word() + "_std"),
                new Applicability(
                    Applicability.Level.valueOf(Tensors.text(levels.get(i), "applicability")),
                    Tensors.text(reasons.get(i), "reason"))));
      }
    } catch (IllegalArgumentException e) {
      throw new ProtocolException(400, "an estimate of " + word() + " is none");
    }
    return result;
  }
}
