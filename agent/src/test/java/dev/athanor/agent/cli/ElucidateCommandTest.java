package dev.athanor.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElucidateCommandTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String METHANE = "{\"id\":\"a\",\"ir\":[[1306,20],[3019,60]]}";
  private static final String AMMONIA = "{\"id\":\"b\",\"ir\":[[950,140]],\"uv\":[]}";
  private static final String CHLORIDE = "{\"id\":\"c\",\"formula\":\"CH3Cl\",\"ir\":[[732,20]]}";
  private static final String CUT = "{\"id\":\"cut\",\"ir\":[[1,";
  private static final String NOTHING = "{\"id\":\"none\",\"smiles\":\"C\"}";
  private static final String MEASURED =
      """
      ##TITLE=a polymer
      ##JCAMP-DX=4.24
      ##DATA TYPE=INFRARED SPECTRUM
      ##ORIGIN=test
      ##OWNER=test
      ##MOLFORM=(C 2 H 4) n
      ##XUNITS=1/CM
      ##YUNITS=ABSORBANCE
      ##XFACTOR=1
      ##YFACTOR=1
      ##NPOINTS=2
      ##XYPOINTS=(XY..XY)
      1200,1 1300,0.1
      ##END=
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path input(String... lines) throws IOException {
    return Files.write(folder.resolve("in.jsonl"), List.of(lines));
  }

  private int elucidate(TestingCommandLine cli, Path input, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("elucidate", "--input", input.toString(), "--output", output().toString()));
    words.addAll(List.of(more));
    return cli.run(words.toArray(String[]::new));
  }

  private Path output() {
    return folder.resolve("out.jsonl");
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(output())) {
      lines.add(json(line));
    }
    return lines;
  }

  private static JsonNode json(String line) throws JsonProcessingException {
    return MAPPER.readTree(line);
  }

  @Test
  void writesOneLineForEachEntry() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(elucidate(cli, input(METHANE, AMMONIA))).isEqualTo(ExitCodes.OK);
    List<JsonNode> lines = lines();
    assertThat(lines).extracting(line -> line.path("id").asText()).containsExactly("a", "b");
    JsonNode first = lines.get(0);
    assertThat(first.at("/candidates/0/smiles").asText()).isEqualTo("C");
    assertThat(first.at("/candidates/0/inchikey").asText())
        .isEqualTo("VNWKTOKETHGBQD-UHFFFAOYSA-N");
    assertThat(first.at("/candidates/0/probability").asDouble()).isEqualTo(0.8);
    assertThat(first.at("/candidates/0/species")).hasSize(5);
    assertThat(first.at("/candidates/0/positions/4/0").asDouble()).isEqualTo(4);
    assertThat(first.path("top_probability").asDouble()).isEqualTo(0.75);
    assertThat(first.path("formulas")).extracting(JsonNode::asText).containsExactly("CH4", "H3N");
    assertThat(first.has("outside")).isTrue();
    assertThat(first.path("outside").isNull()).isTrue();
    assertThat(lines.get(1).at("/candidates/0/smiles").asText()).isEqualTo("N");
    assertThat(folder.resolve("out.jsonl.errors")).doesNotExist();
    assertThat(cli.out() + cli.err()).isEmpty();
  }

  @Test
  void drawsMoleculesWhereThisIsAskedFor() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(elucidate(cli, input(METHANE), "--samples", "3")).isEqualTo(ExitCodes.OK);
    JsonNode line = lines().get(0);
    assertThat(line.at("/candidates/0/smiles").asText()).isEqualTo("C");
    assertThat(line.path("remarks").toString())
        .contains(
            "3 draws of the diffusion gave 1 constitutions of the likeliest formula: the first"
                + " answer is number 1");
    assertThat(elucidate(cli, input(METHANE), "--samples", "1001")).isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void theAnswerInAnInputLineChangesNothing() throws IOException {
    elucidate(new TestingCommandLine(), input(METHANE, AMMONIA));
    String without = Files.readString(output());
    String told =
        "{\"smiles\":\"CCO\",\"species\":[\"C\"],\"positions\":[[0,0,0]],\"energy_hartree\":-1,";
    String altered =
        "{\"smiles\":[7],\"species\":{},\"positions\":\"nowhere\",\"energy_hartree\":\"none\",";
    for (String answer : List.of(told, altered)) {
      elucidate(
          new TestingCommandLine(),
          input(
              answer + METHANE.substring(1),
              AMMONIA.substring(0, AMMONIA.length() - 1) + "," + answer.substring(1) + "\"x\":1}"));
      assertThat(Files.readString(output())).isEqualTo(without);
    }
  }

  @Test
  void reportsBadLinesAndAnswersTheOthers() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    int exit =
        elucidate(
            cli,
            input(
                METHANE,
                CUT,
                NOTHING,
                "{\"id\":\"lead\",\"formula\":\"Pb\",\"ir\":[[9,1]]}",
                CHLORIDE));
    assertThat(exit).isEqualTo(ExitCodes.SOME_ROWS_BAD);
    assertThat(lines()).hasSize(2);
    assertThat(lines().get(1).path("outside").asText()).isEqualTo("there is chlorine in it");
    assertThat(lines().get(1).path("candidates")).isEmpty();
    assertThat(lines().get(1).path("top_probability").asDouble()).isZero();
    List<String> errors = Files.readAllLines(folder.resolve("out.jsonl.errors"));
    assertThat(errors.get(0)).isEqualTo("id,code,line,reason");
    assertThat(errors.get(1)).contains("MALFORMED,2,");
    assertThat(errors.get(2)).startsWith("none,MALFORMED,");
    assertThat(errors.get(3)).isEqualTo("lead,TOO_LARGE,,no lead here");
    assertThat(cli.err()).contains("3 bad entries").contains("out.jsonl.errors");
  }

  @Test
  void readsPackedLinesAndFoldersOfMeasuredSpectra() throws IOException {
    Path spectra = Files.createDirectory(folder.resolve("spectra"));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
      stream.write((METHANE + "\n").getBytes(StandardCharsets.UTF_8));
    }
    Files.write(spectra.resolve("a.jsonl.gz"), packed.toByteArray());
    Files.writeString(spectra.resolve("b.jdx"), MEASURED);
    Files.writeString(spectra.resolve("c.jdx"), MEASURED.replace("(C 2 H 4) n", "C H 4"));
    assertThat(elucidate(new TestingCommandLine(), spectra)).isEqualTo(ExitCodes.OK);
    assertThat(lines()).extracting(line -> line.path("id").asText()).containsExactly("a", "b", "c");
    assertThat(lines().get(1).path("outside").asText()).contains("(C 2 H 4) n");
    assertThat(lines().get(2).at("/candidates/0/smiles").asText()).isEqualTo("C");
  }

  @Test
  void takesAsManyCandidatesAndTheFormulaThatAreAskedFor() throws IOException {
    elucidate(new TestingCommandLine(), input(METHANE), "--top", "1");
    assertThat(lines().get(0).path("candidates")).hasSize(1);
    elucidate(new TestingCommandLine(), input(METHANE), "--formula", "CH3Cl");
    assertThat(lines().get(0).path("outside").asText()).contains("chlorine");
  }

  @Test
  void verifiesOneMolecule() throws IOException {
    assertThat(elucidate(new TestingCommandLine(), input(METHANE), "--verify", "[CH4]"))
        .isEqualTo(ExitCodes.OK);
    JsonNode right = lines().get(0);
    assertThat(right.path("verdict").asText()).isEqualTo("CONSISTENT");
    assertThat(right.path("p_value").asDouble()).isEqualTo(0.6);
    assertThat(right.path("smiles").asText()).isEqualTo("C");
    elucidate(new TestingCommandLine(), input(METHANE), "--verify", "CC");
    assertThat(lines().get(0).path("verdict").asText()).isEqualTo("INCONSISTENT");
    TestingCommandLine wrong = new TestingCommandLine();
    assertThat(elucidate(wrong, input(METHANE), "--verify", "C(")).isNotEqualTo(ExitCodes.OK);
    assertThat(wrong.err()).startsWith("error MALFORMED");
  }

  @Test
  void manyEntriesComeInTheirOrder() throws IOException {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      many.add(
          (i % 2 == 0 ? METHANE : AMMONIA).replaceFirst("\"id\":\".\"", "\"id\":\"" + i + "\""));
    }
    elucidate(new TestingCommandLine(), input(many.toArray(String[]::new)));
    List<JsonNode> lines = lines();
    assertThat(lines).hasSize(500);
    for (int i = 0; i < 500; i++) {
      assertThat(lines.get(i).path("id").asText()).isEqualTo(Integer.toString(i));
      assertThat(lines.get(i).at("/candidates/0/smiles").asText())
          .isEqualTo(i % 2 == 0 ? "C" : "N");
    }
  }

  @Test
  void aFailureOfTheModelLeavesTheEarlierFileAsItWas() throws IOException {
    Files.writeString(output(), "earlier");
    TestingCommandLine cli = new TestingCommandLine();
    int exit = elucidate(cli, input(METHANE, "{\"id\":\"bi\",\"formula\":\"Bi\",\"ir\":[[9,1]]}"));
    assertThat(exit).isEqualTo(ExitCodes.INTERNAL);
    assertThat(output()).hasContent("earlier");
    assertThat(cli.err()).startsWith("error ENGINE_UNAVAILABLE: the engine is gone");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("in.jsonl", "out.jsonl");
    }
  }

  @Test
  void aDefectCostsItsEntryAndIsToldInTheEnd() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    int exit = elucidate(cli, input("{\"id\":\"i\",\"formula\":\"I2\",\"ir\":[[9,1]]}", METHANE));
    assertThat(exit).isEqualTo(ExitCodes.INTERNAL);
    assertThat(lines()).hasSize(1);
    assertThat(Files.readString(folder.resolve("out.jsonl.errors"))).contains("i,INTERNAL,");
  }

  @Test
  void theInputIsNeverWrittenOver() throws IOException {
    Path input = input(METHANE, AMMONIA);
    String before = Files.readString(input);
    Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), input);
    for (Path output : List.of(input, folder.resolve("./in.jsonl"), link)) {
      TestingCommandLine cli = new TestingCommandLine();
      assertThat(cli.run("elucidate", "--input", input.toString(), "--output", output.toString()))
          .as("%s", output)
          .isEqualTo(ExitCodes.USAGE);
      assertThat(cli.err()).contains("OUTPUT_NOT_WRITABLE").contains("is the input");
      assertThat(input).hasContent(before);
    }
  }

  @Test
  void whatItWroteIntoTheFolderIsNotReadAgain() throws IOException {
    input(METHANE, AMMONIA);
    assertThat(elucidate(new TestingCommandLine(), folder)).isEqualTo(ExitCodes.OK);
    String first = Files.readString(output());
    assertThat(elucidate(new TestingCommandLine(), folder)).isEqualTo(ExitCodes.OK);
    assertThat(output()).hasContent(first);
    assertThat(folder.resolve("out.jsonl.errors")).doesNotExist();
  }

  @Test
  void foldersOfTheOutputAreMade() throws IOException {
    Path output = folder.resolve("some/new/place/out.jsonl");
    assertThat(
            new TestingCommandLine()
                .run(
                    "elucidate",
                    "--input",
                    input(METHANE).toString(),
                    "--output",
                    output.toString()))
        .isEqualTo(ExitCodes.OK);
    assertThat(Files.readAllLines(output)).hasSize(1);
  }

  @Test
  void summaryAsJson() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(elucidate(cli, input(METHANE, CHLORIDE, CUT), "--json"))
        .isEqualTo(ExitCodes.SOME_ROWS_BAD);
    assertThat(cli.out())
        .contains("\"answered\":1")
        .contains("\"outside\":1")
        .contains("\"rejected\":1");
  }

  @Test
  void wrongCommandLinesAreExitCodeTwo() throws IOException {
    Path input = input(METHANE);
    for (List<String> more :
        List.of(List.of("--top", "0"), List.of("--top", "x"), List.of("--patience", "0"))) {
      assertThat(elucidate(new TestingCommandLine(), input, more.toArray(String[]::new)))
          .as("%s", more)
          .isEqualTo(ExitCodes.USAGE);
    }
    assertThat(elucidate(new TestingCommandLine(), folder.resolve("nowhere.jdx")))
        .isEqualTo(ExitCodes.USAGE);
    assertThat(new TestingCommandLine().run("elucidate")).isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void anInputWithoutSpectraIsExitCodeFour() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(elucidate(new TestingCommandLine(), empty)).isEqualTo(ExitCodes.NOTHING_USABLE);
    assertThat(elucidate(new TestingCommandLine(), input())).isEqualTo(ExitCodes.NOTHING_USABLE);
    assertThat(output()).doesNotExist();
  }
}
