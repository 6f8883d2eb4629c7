package dev.athanor.models.privacy.evaluation;

import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.MethodName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Runs of one thing together.
 *
 * @param runs that differ in their seeds only, one or more
 */
record PrivacyFigure(List<BenchmarkRun> runs) {
  PrivacyFigure {
    runs = List.copyOf(runs);
  }

  private record Key(String dataset, MethodName method, Assurance assurance, double asked) {
    static Key of(BenchmarkRun run) {
      return new Key(run.dataset(), run.method(), run.assurance(), run.asked());
    }
  }

  /** All figures of runs, by data set, then method, then epsilon. */
  static List<PrivacyFigure> of(List<BenchmarkRun> runs) {
    Map<Key, List<BenchmarkRun>> groups = new LinkedHashMap<>();
    runs.forEach(run -> groups.computeIfAbsent(Key.of(run), key -> new ArrayList<>()).add(run));
    return groups.entrySet().stream()
        .sorted(
            Comparator.comparing(
                Map.Entry::getKey,
                Comparator.comparing(Key::dataset)
                    .thenComparing(Key::method)
                    .thenComparing(Key::assurance)
                    .thenComparing(Key::asked)))
        .map(entry -> new PrivacyFigure(entry.getValue()))
        .toList();
  }

  /** Any of the runs, for what they share. */
  BenchmarkRun any() {
    return runs.get(0);
  }

  double mean() {
    return runs.stream().mapToDouble(BenchmarkRun::value).average().orElseThrow();
  }

  double teacher() {
    return runs.stream().mapToDouble(BenchmarkRun::teacher).average().orElseThrow();
  }

  /** Sample standard deviation; one run has none. */
  OptionalDouble deviation() {
    if (runs.size() < 2) {
      return OptionalDouble.empty();
    }
    double mean = mean();
    double squares =
        runs.stream().mapToDouble(run -> (run.value() - mean) * (run.value() - mean)).sum();
    return OptionalDouble.of(Math.sqrt(squares / (runs.size() - 1)));
  }

  double seconds() {
    return runs.stream().mapToDouble(BenchmarkRun::seconds).average().orElseThrow();
  }

  /** The largest that was spent in any run. */
  Optional<Double> epsilon() {
    return runs.stream().flatMap(run -> run.epsilon().stream()).max(Comparator.naturalOrder());
  }

  OptionalDouble published() {
    return PublishedFigures.of(any().method(), any().dataset(), any().asked());
  }
}
