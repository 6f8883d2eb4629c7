package dev.athanor.models.cards;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import java.util.List;
import java.util.Map;

/**
 * Where a file of weights comes from and what it is worth.
 *
 * @param model name, as in the weight file
 * @param version of the weights
 * @param purpose one sentence
 * @param architecture one or two sentences
 * @param settings sizes and choices, by name
 * @param data what it was fitted on
 * @param splits how training, selection and reporting were kept apart
 * @param metrics what was measured
 * @param weights the file
 * @param hardware what it was trained on
 * @param runTimeSeconds wall clock of the training
 * @param command what made it
 * @param knownFailures where it goes wrong
 */
public record ModelCard(
    String model,
    String version,
    String purpose,
    String architecture,
    Map<String, Double> settings,
    List<Data> data,
    String splits,
    List<Metric> metrics,
    Weights weights,
    String hardware,
    @JsonProperty("run_time_seconds") double runTimeSeconds,
    String command,
    @JsonProperty("known_failures") List<String> knownFailures) {

  /**
   * A data set.
   *
   * @param name as in the data folder
   * @param rows rows used
   * @param source where it is from
   * @param licence its licence
   */
  public record Data(String name, int rows, String source, String licence) {}

  /**
   * One measured number.
   *
   * @param metric what was measured
   * @param dataset on what
   * @param value the number
   * @param unit its unit; 1 for none
   * @param baselines the same of simpler methods, where there are any
   */
  public record Metric(
      String metric, String dataset, double value, String unit, List<Baseline> baselines) {
    public Metric {
      baselines = List.copyOf(baselines);
    }
  }

  /**
   * What a simpler method reaches.
   *
   * @param method its name
   * @param value the number, in the unit of the metric
   */
  public record Baseline(String method, double value) {}

  /**
   * The weight file.
   *
   * @param file its name
   * @param sha256 of the whole file, hex
   * @param bytes its size
   */
  public record Weights(String file, String sha256, long bytes) {}

  public ModelCard {
    settings = Map.copyOf(settings);
    data = List.copyOf(data);
    metrics = List.copyOf(metrics);
    knownFailures = List.copyOf(knownFailures);
    require(!model.isBlank() && !version.isBlank() && !purpose.isBlank(), model, "names");
    require(!data.isEmpty() && !splits.isBlank(), model, "its data and splits");
    require(weights.sha256().matches("[0-9a-f]{64}") && weights.bytes() > 0, model, "its weights");
    require(!hardware.isBlank() && !command.isBlank(), model, "how it was made");
    require(runTimeSeconds >= 0 && !knownFailures.isEmpty(), model, "its known failures");
  }

  private static void require(boolean condition, String model, String what) {
    if (!condition) {
      throw new ModelException(
          ModelErrors.BAD_CARD, "the card of '" + model + "' does not state " + what);
    }
  }

  /** The same card with other metrics. */
  public ModelCard withMetrics(List<Metric> newMetrics) {
    return new ModelCard(
        model,
        version,
        purpose,
        architecture,
        settings,
        data,
        splits,
        newMetrics,
        weights,
        hardware,
        runTimeSeconds,
        command,
        knownFailures);
  }
}
