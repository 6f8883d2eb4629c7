package dev.athanor.tools.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.GeometryCheck;
import dev.athanor.matter.matching.ReducedCrystal;
import dev.athanor.matter.matching.SpeciesRule;
import dev.athanor.matter.matching.StructureMatcher;
import dev.athanor.tools.TestingAtomicModel;
import dev.athanor.tools.TestingKnowledge;
import dev.athanor.tools.TestingToolContext;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolContract;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.candidate.Specimen;
import dev.athanor.tools.candidate.Specimens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GenerateCandidatesToolTest extends ToolContract {
  private static final String RHENIUM =
      "{'required_elements':['Re'],'min_elements':3,'max_elements':3,'kind':'INTERMETALLIC',"
          + "'max_atoms':16,'count':%s,'seed':%s,'route':'%s'}";

  @Override
  protected Tool<?, ?> tool() {
    return new GenerateCandidatesTool(new TestingAtomicModel(), TestingKnowledge.knowledge());
  }

  @Override
  protected JsonNode sample() {
    return json(RHENIUM.formatted(20, 0, "MOTIF"));
  }

  @Override
  protected int checksOfSample() {
    return 5;
  }

  @Test
  void everyCandidateObeysTheConstraintsAndHasRoom() {
    JsonNode result = run(json(RHENIUM.formatted(120, 0, "BOTH")));

    assertThat(result.path("count").asInt()).isEqualTo(120);
    List<Specimen> specimens = specimens(result);
    StructureMatcher matcher = StructureMatcher.standard();
    List<ReducedCrystal> crystals = new ArrayList<>();
    for (Specimen specimen : specimens) {
      Set<Element> elements = specimen.crystal().composition().elements();
      assertThat(elements).hasSize(3).contains(Element.Re);
      assertThat(elements)
          .noneMatch(
              e -> e.isRadioactive() || e == Element.O || e.group() == 17 || e.group() == 18);
      assertThat(specimen.crystal().sites().size()).isLessThanOrEqualTo(16);
      assertThat(GeometryCheck.of(specimen.crystal()).verdict())
          .isEqualTo(GeometryCheck.Verdict.PLAUSIBLE);
      assertThat(specimen.candidate().origin().orElseThrow().rule()).contains("valence electrons");
      assertThat(specimen.candidate().formula()).isNotEqualTo("HfZrRe4");
      ReducedCrystal crystal = matcher.reduced(specimen.crystal());
      assertThat(crystals).noneMatch(other -> matcher.fits(crystal, other, SpeciesRule.SAME));
      crystals.add(crystal);
    }
    assertThat(result.path("chemical_systems").asInt()).isGreaterThan(60);
    assertThat(result.path("structure_types").asInt()).isGreaterThan(5);
  }

  @Test
  void aMotifsOrderedDerivativeTellsItsOrigin() {
    JsonNode origin = run(sample()).at("/rows/0/origin");

    assertThat(origin.path("route").asText()).isEqualTo("MOTIF");
    assertThat(origin.path("note").asText()).contains("measured transition at");
    assertThat(origin.path("substitution").asText()).contains(" -> ");
  }

  @Test
  void anotherSeedChoosesOtherwise() {
    assertThat(run(json(RHENIUM.formatted(20, 1, "MOTIF"))).path("candidate_set"))
        .isNotEqualTo(run(sample()).path("candidate_set"));
  }

  @Test
  void aMutationKeepsTheAnionOfItsParent() {
    JsonNode result =
        run(json("{'required_elements':['O'],'max_elements':2,'count':10,'route':'MUTATION'}"));

    assertThat(result.path("count").asInt()).isPositive();
    for (JsonNode row : result.path("rows")) {
      assertThat(row.at("/origin/route").asText()).isEqualTo("MUTATION");
      assertThat(row.at("/origin/parent").asText()).isEqualTo("known-salt");
      assertThat(row.at("/origin/substitution").asText()).startsWith("Mg -> ").endsWith("O -> O");
      assertThat(row.at("/origin/note").asText()).contains("mutated from MgO", "40 stable");
    }
    // fluorine is no element that this parent could take
    assertThat(failure(json("{'required_elements':['F'],'route':'MUTATION'}")).code())
        .isEqualTo(ToolErrors.NO_CANDIDATES);
  }

  @Test
  void atomsAtRandomHaveTheirGroupAndCompositionAsOrigin() {
    String question =
        "{'required_elements':['Re'],'max_elements':2,'kind':'INTERMETALLIC','max_atoms':12,"
            + "'count':6,'route':'SPACE_GROUP'}";
    JsonNode result = run(json(question));

    assertThat(result.path("count").asInt()).isEqualTo(6);
    for (JsonNode row : result.path("rows")) {
      assertThat(row.at("/origin/route").asText()).isEqualTo("SPACE_GROUP");
      assertThat(row.at("/origin/prototype").asText()).startsWith("atoms at random in ");
      assertThat(row.at("/origin/note").asText()).contains("composition from");
      assertThat(row.at("/origin/space_group").asInt()).isBetween(1, 230);
    }
    for (Specimen specimen : specimens(result)) {
      assertThat(specimen.crystal().composition().elements()).contains(Element.Re).hasSize(2);
      assertThat(GeometryCheck.of(specimen.crystal()).verdict())
          .isEqualTo(GeometryCheck.Verdict.PLAUSIBLE);
    }
    assertThat(run(json(question)).path("candidate_set")).isEqualTo(result.path("candidate_set"));
  }

  @Test
  void radioactiveElementsComeOnlyIfCalledByName() {
    JsonNode result =
        run(
            json(
                "{'required_elements':['Th'],'min_elements':2,'max_elements':2,"
                    + "'kind':'INTERMETALLIC','count':5}"));

    assertThat(result.path("count").asInt()).isPositive();
    assertThat(specimens(result))
        .allMatch(s -> s.crystal().composition().elements().contains(Element.Th));
  }

  @Test
  void wishesThatContradictEachOtherAreRefused() {
    assertThat(failure(json("{'required_elements':['Re'],'forbidden_elements':['Re']}")).code())
        .isEqualTo(ToolErrors.INVALID_ARGUMENTS);
    assertThat(failure(json("{'min_elements':4,'max_elements':3}")).code())
        .isEqualTo(ToolErrors.INVALID_ARGUMENTS);
    assertThat(failure(json("{'required_elements':['Xy']}")).code())
        .isEqualTo(ToolErrors.INVALID_ARGUMENTS);
    assertThat(
            failure(json("{'required_elements':['Re'],'allowed_elements':['Re'],'min_elements':2}"))
                .code())
        .isEqualTo(ToolErrors.NO_CANDIDATES);
  }

  private List<Specimen> specimens(JsonNode result) {
    return Specimens.resolve(
            Optional.of(result.path("candidate_set").asText()),
            Optional.empty(),
            new TestingToolContext(artifacts).artifacts())
        .usable();
  }
}
