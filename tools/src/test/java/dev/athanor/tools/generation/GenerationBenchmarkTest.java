package dev.athanor.tools.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.elements.evaluation.Benchmark;
import dev.athanor.tools.TestingAtomicModel;
import dev.athanor.tools.TestingKnowledge;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Shares are counted over all questions, and a candidate that never rests is not valid. */
class GenerationBenchmarkTest {
  private static final int COUNT = 6;

  private record Figures(Map<String, ModelCard.Metric> byName) {
    ModelCard.Metric get(String name) {
      assertThat(byName).containsKey(name);
      return Objects.requireNonNull(byName.get(name));
    }
  }

  private static Figures figures(String... names) {
    Benchmark benchmark = new Benchmark();
    List<BenchmarkQuestions.Question> questions =
        BenchmarkQuestions.all(COUNT).stream()
            .filter(q -> List.of(names).contains(q.name()))
            .toList();
    assertThat(questions).hasSize(names.length);
    new GenerationBenchmark(new TestingAtomicModel(), TestingKnowledge.knowledge())
        .run(questions, benchmark);
    return new Figures(
        benchmark.metrics().stream()
            .filter(m -> m.dataset().contains(" candidates to " + names.length + " questions"))
            .collect(Collectors.toMap(ModelCard.Metric::metric, Function.identity())));
  }

  @Test
  void everyCandidateObeysItsQuestion() {
    Figures figures = figures("ternary intermetallics with rhenium", "borides of metals");

    assertThat(figures.get("constraints obeyed").value()).isEqualTo(1);
    assertThat(figures.get("unique").value()).isEqualTo(1);
    assertThat(figures.get("constraints obeyed").dataset())
        .isEqualTo(2 * COUNT + " candidates to 2 questions");
  }

  @Test
  void noShareOfTheWholeIsLargerThanThoseOfItsParts() {
    Figures figures = figures("any two elements", "nitrides");
    double all = figures.get("valid, unique, novel and predicted stable").value();

    assertThat(all).isPositive();
    for (String part :
        List.of("valid", "unique", "novel", "predicted within 0.1 eV/atom of the hull")) {
      assertThat(figures.get(part).value()).isBetween(all, 1.0);
    }
  }

  @Test
  void theSameQuestionTwiceBringsNothingNew() {
    Benchmark benchmark = new Benchmark();
    BenchmarkQuestions.Question question = BenchmarkQuestions.all(COUNT).get(0);
    new GenerationBenchmark(new TestingAtomicModel(), TestingKnowledge.knowledge())
        .run(List.of(question, question), benchmark);

    assertThat(benchmark.metrics())
        .filteredOn(m -> m.metric().equals("unique"))
        .singleElement()
        .satisfies(m -> assertThat(m.value()).isEqualTo(0.5));
  }
}
