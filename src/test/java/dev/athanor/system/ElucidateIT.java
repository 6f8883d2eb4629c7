package dev.athanor.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Molecules told from spectra by the product as a user starts it, with the shipped weights. */
class ElucidateIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Carbonyl stretching and methyl deformations of a ketone of three carbons, about right. */
  private static final String KETONE =
      "{\"id\":\"ketone\",\"formula\":\"C3H6O\",\"ir\":[[490,10],[530,12],[880,5],[1090,8],[1215,70],"
          + "[1360,55],[1435,25],[1730,150],[2930,8],[2970,12],[3020,10]]}";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path home;

  private List<JsonNode> elucidate(int exitCode, String... lines) throws IOException {
    Path input = Files.write(home.resolve("in.jsonl"), List.of(lines));
    Path output = home.resolve("out.jsonl");
    Product.Result result =
        new Product(home)
            .run(
                "elucidate",
                "--input",
                input.toString(),
                "--top",
                "5",
                "--output",
                output.toString());
    assertThat(result.exitCode()).as(result.errors()).isEqualTo(exitCode);
    return Files.readAllLines(output).stream().map(ElucidateIT::json).toList();
  }

  private static JsonNode json(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (IOException e) {
      throw new IllegalStateException(line, e);
    }
  }

  @Test
  void answersWhatItCanAndSaysWhatItCannot() throws IOException {
    List<JsonNode> lines =
        elucidate(
            3,
            KETONE,
            KETONE.replace("{", "{\"smiles\":\"CC1CO1\",\"positions\":\"none\","),
            KETONE.replace("C3H6O", "C3H7Cl").replace("ketone", "chloride"),
            "{\"id\":\"cut\"");
    assertThat(lines).hasSize(3);
    JsonNode first = lines.get(0);
    assertThat(first.path("outside").isNull() == first.path("candidates").isEmpty()).isFalse();
    for (JsonNode candidate : first.path("candidates")) {
      assertThat(candidate.path("inchikey").asText()).matches("[A-Z]{14}-[A-Z]{10}-[A-Z]");
      assertThat(candidate.path("species")).hasSize(10);
      assertThat(candidate.path("positions")).hasSize(10);
      assertThat(candidate.path("probability").asDouble()).isBetween(0.0, 1.0);
    }
    assertThat(lines.get(1)).isEqualTo(first);
    assertThat(lines.get(2).path("outside").asText()).isNotEmpty();
    assertThat(lines.get(2).path("candidates")).isEmpty();
    assertThat(Files.readString(home.resolve("out.jsonl.errors"))).contains("MALFORMED,4,");
  }
}
