package dev.athanor.models.cards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
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
 * @param history how the error fell during training; empty for what is not trained in passes
 * @param charts pictures beside the card, by file name
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
    @JsonProperty("known_failures") List<String> knownFailures,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<LearningPoint> history,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> charts) {

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

  /**
   * Where a training stood after a pass over its data.
   *
   * @param epoch passes so far
   * @param seconds of training so far
   * @param training mean error or loss of the pass, over the changing weights
   * @param validation the error of the data that are watched
   */
  public record LearningPoint(int epoch, double seconds, double training, double validation) {}

  public ModelCard {
    settings = Map.copyOf(settings);
    data = List.copyOf(data);
    metrics = List.copyOf(metrics);
    knownFailures = List.copyOf(knownFailures);
    history = List.copyOf(history);
    charts = List.copyOf(charts);
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
        knownFailures,
        history,
        charts);
  }

  /** The same card with a history of its training and the charts beside it. */
  public ModelCard withHistory(List<LearningPoint> newHistory, List<String> newCharts) {
    return new ModelCard(
        model,
        version,
        purpose,
        architecture,
        settings,
        data,
        splits,
        metrics,
        weights,
        hardware,
        runTimeSeconds,
        command,
        knownFailures,
        newHistory,
        newCharts);
  }
}
