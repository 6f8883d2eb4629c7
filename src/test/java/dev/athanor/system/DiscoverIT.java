package dev.athanor.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.athanor.knowledge.KnowledgeBase;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.GeometryCheck;
import dev.athanor.matter.format.StructureFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's question from the command line, with and without a person who approves. */
class DiscoverIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String QUESTION =
      "Find ternary rhenium intermetallics that are likely stable and superconduct above 4 K. Ten candidates.";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path home;

  @Test
  void theQuestionOfTheReadmeGivesTenNewCompounds() throws IOException {
    Product product = new Product(home);
    Product.Result run = product.run("discover", QUESTION, "--yes", "--out", "out");

    assertThat(run.exitCode()).as(run.errors()).isZero();
    JsonNode candidates = MAPPER.readTree(home.resolve("out/candidates.json").toFile());
    assertThat(candidates).hasSize(10);
    KnowledgeBase knowledge = KnowledgeBase.load();
    for (JsonNode candidate : candidates) {
      Composition composition = Composition.parse(candidate.path("formula").asText());
      assertThat(composition.elements()).as("%s", candidate).hasSize(3).contains(Element.Re);
      assertThat(knowledge.referencePhases().find(composition)).as("known phase").isEmpty();
      assertThat(knowledge.superconductors().highestMeasured(composition))
          .as("known superconductor")
          .isEmpty();
      for (String estimate :
          List.of(
              "formation_energy", "energy_above_hull", "superconductor", "critical_temperature")) {
        JsonNode number = candidate.at("/estimates/" + estimate);
        assertThat(number.path("value").isNumber()).as("%s of %s", estimate, composition).isTrue();
        assertThat(number.path("standard_deviation").asDouble()).as(estimate).isPositive();
        assertThat(number.at("/applicability/level").asText()).as(estimate).isNotEmpty();
        assertThat(candidate.at("/findings/" + estimate + "/call").asText())
            .as(estimate)
            .isNotEmpty();
      }
      assertThat(candidate.path("evidence_for").size() + candidate.path("evidence_against").size())
          .as("evidence of %s", composition)
          .isPositive();
    }
    assertThat(crystalsIn(home.resolve("out")))
        .hasSizeGreaterThanOrEqualTo(10)
        .allSatisfy(crystal -> assertThat(GeometryCheck.of(crystal).isPossible()).isTrue());
    JsonNode list = MAPPER.readTree(home.resolve("out/synthesis-list.json").toFile());
    assertThat(list.path("state").asText()).isEqualTo("DRAFT");
    assertThat(list.path("items")).isNotEmpty();
    for (String format : List.of("csv", "xlsx", "zip", "html")) {
      assertThat(home.resolve("out/synthesis-list." + format)).isNotEmptyFile();
    }
    assertThat(product.run("verify", idOf(product)).exitCode()).isZero();
  }

  @Test
  void withoutATerminalItWaitsForThePlanToBeApprovedAndNeverReleases() throws IOException {
    Product product = new Product(home);
    Product.Result asked = product.run("discover", "What is known about ReB2?");
    assertThat(asked.exitCode()).as(asked.errors()).isIn(0, 10);

    Product.Result waiting =
        product.run(
            "discover",
            "Find a ternary rhenium boride that superconducts above 3 K. Two candidates.");
    assertThat(waiting.exitCode()).as(waiting.errors()).isEqualTo(10);
    assertThat(waiting.output() + waiting.errors()).contains("athanor approve");
    String id = idOf(product);

    Product.Result denied = product.run("deny", id, "--reason", "the furnace is being repaired");
    assertThat(denied.exitCode()).as(denied.errors()).isIn(10, 11);
    JsonNode view = MAPPER.readTree(product.run("show", id, "--json").output());
    assertThat(view.path("calls").findValuesAsText("effect")).doesNotContain("COMPUTE", "RELEASE");
  }

  private static String idOf(Product product) throws IOException {
    return MAPPER.readTree(product.run("investigations", "--json").output()).at("/0/id").asText();
  }

  private static List<Crystal> crystalsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".cif"))
          .flatMap(file -> StructureFiles.readAll(file).stream())
          .map(entry -> entry.crystal())
          .toList();
    }
  }
}
