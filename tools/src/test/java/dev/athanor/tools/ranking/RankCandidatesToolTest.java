package dev.athanor.tools.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.models.Applicability;
import dev.athanor.models.Applicability.Level;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.StabilityVerdict;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolContract;
import dev.athanor.tools.candidate.Candidate;
import dev.athanor.tools.candidate.CandidateSet;
import dev.athanor.tools.candidate.DecompositionProduct;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RankCandidatesToolTest extends ToolContract {
  @Override
  protected Tool<?, ?> tool() {
    return new RankCandidatesTool();
  }

  @Override
  protected JsonNode sample() {
    return ask(
        candidate("a", "ZrRe2", 0.01, 0.9, 6),
        candidate("b", "HfRe2", -0.05, 0.8, 5),
        candidate("c", "NbRe3", 0.4, 0.9, 12));
  }

  @Test
  void expectedImprovementAgreesWithTheFormula() {
    // m = 6 K, s = 2 K, target 4 K: z = 1, EI = 2 Phi(1) + 2 phi(1) = 2 (0.841345 + 0.241971)
    assertThat(Score.improvement(new Estimate(6, "K", 2, Applicability.inDomain()), 4))
        .isCloseTo(2.166632, within(1e-5));
    assertThat(Normal.cumulative(-1.96)).isCloseTo(0.0249979, within(1e-6));
  }

  @Test
  void ordersWithinLimitsAndSaysWhatWasLeftOut() {
    JsonNode result = run(sample());

    assertThat(formulas(result)).containsExactly("ZrRe2", "HfRe2");
    assertThat(result.at("/excluded/0/reason").asText()).contains("energy above hull");
    assertThat(result.path("shortfall").asText()).contains("2 of 10");
    assertThat(result.at("/ranked/0/on_pareto_front").asBoolean()).isTrue();
    assertThat(result.at("/ranked/0/evidence_against").toString()).contains("above the hull");
    assertThat(result.at("/ranked/1/evidence_for").toString()).contains("below the hull");
  }

  @Test
  void theDominatedAreNotOnTheFront() {
    JsonNode result =
        run(
            ask(
                candidate("a", "ZrRe2", 0.00, 1, 6),
                candidate("b", "HfRe2", 0.02, 1, 5),
                candidate("c", "NbRe3", 0.03, 1, 9)));

    result
        .path("ranked")
        .forEach(
            row ->
                assertThat(row.path("on_pareto_front").asBoolean())
                    .isEqualTo(!row.path("formula").asText().equals("HfRe2")));
  }

  @Test
  void oneChemicalSystemDoesNotTakeAllPlaces() {
    JsonNode result =
        run(
            ask(
                candidate("a", "ZrRe2", 0, 1, 9),
                candidate("b", "ZrRe3", 0, 1, 8),
                candidate("c", "Zr2Re", 0, 1, 7),
                candidate("d", "HfRe", 0, 1, 5)));

    assertThat(formulas(result)).containsExactly("ZrRe2", "ZrRe3", "HfRe");
  }

  @Test
  void whatTheModelCannotJudgeStaysOutUnlessAskedFor() {
    Estimate foreign =
        new Estimate(9, "K", 2, new Applicability(Level.OUT_OF_DOMAIN, "nothing like it"));
    Candidate odd = candidate("a", "ZrRe2", 0, 1, 9).withCriticalTemperature(foreign);

    assertThat(run(ask(odd)).path("ranked")).isEmpty();
    JsonNode kept =
        run(
            ((com.fasterxml.jackson.databind.node.ObjectNode) ask(odd))
                .put("include_out_of_domain", true));
    assertThat(kept.at("/ranked/0/evidence_against").toString()).contains("nothing like it");
  }

  @Test
  void setsAreMergedByCrystal() {
    Candidate half = Candidate.of("a", "a", "ZrRe2", Optional.empty());
    String one = set(half.withSuperconductor(estimate(0.7, "1")));
    String two =
        set(
            half.withStability(
                estimate(-0.3, "eV/atom"),
                estimate(0, "eV/atom"),
                new StabilityVerdict(0.5, false),
                List.of()));

    com.fasterxml.jackson.databind.node.ObjectNode arguments = json("{}");
    arguments.putArray("candidate_sets").add(one).add(two);
    JsonNode row = run(arguments).at("/ranked/0/estimates");

    assertThat(row.at("/superconductor/value").asDouble()).isEqualTo(0.7);
    assertThat(row.at("/energy_above_hull/value").asDouble()).isZero();
  }

  private JsonNode ask(Candidate... candidates) {
    com.fasterxml.jackson.databind.node.ObjectNode arguments = json("{}");
    arguments.putArray("candidate_sets").add(set(candidates));
    return arguments;
  }

  private String set(Candidate... candidates) {
    return CandidateSet.of(List.of(candidates)).store(artifacts);
  }

  private static Candidate candidate(
      String crystal, String formula, double hull, double probability, double kelvin) {
    return Candidate.of(crystal, crystal, formula, Optional.empty())
        .withStability(
            estimate(-0.2, "eV/atom"),
            estimate(hull, "eV/atom"),
            new StabilityVerdict(hull < 0 ? 0.9 : 0.3, hull < 0),
            List.of(new DecompositionProduct("x", "Re", 1)))
        .withSuperconductor(estimate(probability, "1"))
        .withCriticalTemperature(estimate(kelvin, "K"));
  }

  private static Estimate estimate(double value, String unit) {
    return new Estimate(value, unit, 0.05, Applicability.inDomain());
  }

  private static List<String> formulas(JsonNode result) {
    return result.path("ranked").findValuesAsText("formula").stream().distinct().toList();
  }
}
