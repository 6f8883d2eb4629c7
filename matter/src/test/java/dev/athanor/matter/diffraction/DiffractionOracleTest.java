package dev.athanor.matter.diffraction;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.benchmark.BenchmarkRun;
import dev.athanor.matter.benchmark.PowderBenchmark;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CrystalJsonLines;
import dev.athanor.matter.oracle.OracleProcess;
import dev.athanor.matter.oracle.OracleReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Powder patterns beside pymatgen's {@code XRDCalculator} and {@code NDCalculator}. */
@Tag("oracle")
class DiffractionOracleTest {
  private static final Path DATA = Path.of("../../shared/data");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Lines of one recorded pattern, and how near to them further ones are recorded too. */
  private static final int RECORDED = 16;

  private static final double NEAR = 2e-3;

  @Test
  void ownCrystals() throws IOException {
    List<CrystalRecord> crystals = DiffractionCases.crystals();
    List<Radiation> radiations = radiations(crystals.size());
    List<JsonNode> answers = ask(crystals, radiations);
    if (Boolean.getBoolean("oracles.record")) {
      record(crystals, radiations, answers);
    }
    compare(
        "own",
        "Powder patterns of textbook types and random cells",
        "own crystals",
        crystals,
        radiations,
        answers);
  }

  @Test
  void realCrystals() throws IOException {
    assumeTrue(Files.isDirectory(DATA), "skipped: needs " + DATA + " beside the project");
    List<CrystalRecord> crystals = new ArrayList<>();
    crystals.addAll(some("mp2018/val.jsonl.gz", 60, 20, any -> true));
    crystals.addAll(some("mp_more/structures.jsonl.gz", 1_500, 20, any -> true));
    crystals.addAll(some("tc/3dsc_mp.jsonl.gz", 100, 20, e -> !e.crystal().isOrdered()));
    List<Radiation> radiations = radiations(crystals.size());
    compare(
        "real",
        "Powder patterns of real structures",
        "20 structures of mp2018/val, 20 of mp_more, 20 disordered ones of 3DSC",
        crystals,
        radiations,
        ask(crystals, radiations));
  }

  @Test
  @Tag("benchmark")
  void fasterThanPymatgen() {
    List<CrystalRecord> crystals = PowderBenchmark.crystals();
    List<Radiation> radiations = new ArrayList<>();
    crystals.forEach(crystal -> radiations.add(Radiation.COPPER_K_ALPHA));
    double seconds =
        ask(crystals, radiations).stream().mapToDouble(a -> a.path("seconds").asDouble()).sum();
    OracleReport.section("speed", "diffraction", "Powder patterns")
        .compared("Cu K-alpha up to 90 degrees, own crystals", crystals.size())
        .speed(
            "powder patterns",
            BenchmarkRun.operationsPerSecond(PowderBenchmark.class).getOrDefault("pattern", 0.0),
            "1/s",
            "pymatgen",
            crystals.size() / seconds)
        .conclude();
  }

  private static void compare(
      String name,
      String title,
      String data,
      List<CrystalRecord> crystals,
      List<Radiation> radiations,
      List<JsonNode> answers) {
    OracleReport report =
        OracleReport.section("diffraction", name, title)
            .compared(
                "lines up to 90 degrees (45 below 1 angstrom) against pymatgen's XRDCalculator and NDCalculator, "
                    + data,
                crystals.size())
            .note(
                "Radiations in turn: K-alpha, K-alpha1, K-alpha2 and K-beta1 of Cu, Mo, Cr, Fe, Co"
                    + " and Ag, and neutrons of 1 to 2.5 angstrom. An intensity differs by its"
                    + " relative difference for lines above 1 % of the strongest, and by its"
                    + " difference in percentage points for weaker ones. Lines within 0.001 degrees of"
                    + " each other are compared together, since rounded coordinates split lines.");
    double position = 0;
    double intensity = 0;
    int lines = 0;
    int unmatched = 0;
    for (int i = 0; i < crystals.size(); i++) {
      PatternComparison one =
          PatternComparison.of(
              PowderPattern.simulate(
                  crystals.get(i).crystal(),
                  radiations.get(i),
                  0,
                  DiffractionCases.end(radiations.get(i))),
              lines(answers.get(i)),
              true);
      position = Math.max(position, one.position());
      intensity = Math.max(intensity, one.intensity());
      lines += one.lines();
      unmatched += one.unmatched();
      if (one.unmatched() > 0 || one.intensity() > 0.01) {
        report.disagreement(
            crystals.get(i).id() + ", " + radiations.get(i).name(),
            one.toString(),
            answers.get(i).path("lines").size() + " lines",
            "lines differ");
      }
    }
    report
        .figure("lines compared", lines, "")
        .atMost("largest difference of 2 theta", position, "degrees", 1e-3)
        .atMost("largest difference of an intensity", 100 * intensity, "%", 1)
        .atMost("lines above 0.01 % that one side lacks", unmatched, "", 0)
        .conclude();
  }

  private static List<Radiation> radiations(int count) {
    List<Radiation> radiations = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      radiations.add(DiffractionCases.radiation(i));
    }
    return radiations;
  }

  private static List<JsonNode> ask(List<CrystalRecord> crystals, List<Radiation> radiations) {
    List<ObjectNode> requests = new ArrayList<>();
    for (int i = 0; i < crystals.size(); i++) {
      requests.add(request(crystals.get(i), radiations.get(i)));
    }
    List<JsonNode> answers = OracleProcess.run("xrd", requests, Duration.ofMinutes(10));
    for (JsonNode answer : answers) {
      if (answer.has("error")) {
        throw new AssertionError(answer.path("id") + ": " + answer.path("error"));
      }
    }
    return answers;
  }

  private static ObjectNode request(CrystalRecord crystal, Radiation radiation) {
    try {
      ObjectNode request =
          (ObjectNode)
              MAPPER.readTree(
                  CrystalJsonLines.format(
                      new CrystalRecord(crystal.id(), crystal.crystal(), Map.of(), Map.of())));
      return request
          .put("wavelength", radiation.wavelength())
          .put("neutrons", radiation.probe() == Radiation.Probe.NEUTRONS)
          .put("to", DiffractionCases.end(radiation));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<double[]> lines(JsonNode answer) {
    List<double[]> lines = new ArrayList<>();
    for (JsonNode line : answer.path("lines")) {
      lines.add(new double[] {line.get(0).asDouble(), line.get(1).asDouble()});
    }
    return lines;
  }

  /** Every {@code step}-th crystal of a file that is wanted and has scattering factors. */
  private static List<CrystalRecord> some(
      String file, int step, int count, Predicate<CrystalRecord> wanted) throws IOException {
    List<CrystalRecord> found = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DATA.resolve(file))),
                StandardCharsets.UTF_8))) {
      int seen = 0;
      for (String line = reader.readLine();
          line != null && found.size() < count;
          line = reader.readLine()) {
        if (seen++ % step < step - 1) {
          continue;
        }
        CrystalRecord entry = CrystalJsonLines.parse(line);
        boolean heavy =
            entry.crystal().composition().elements().stream()
                .anyMatch(element -> element.atomicNumber() > 83);
        if (!heavy && wanted.test(entry)) {
          found.add(entry);
        } else {
          seen--;
        }
      }
    }
    return found;
  }

  /** Rewrites the recorded patterns of the default tests ({@code -Doracles.record=true}). */
  private static void record(
      List<CrystalRecord> crystals, List<Radiation> radiations, List<JsonNode> answers)
      throws IOException {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < crystals.size(); i++) {
      List<double[]> all = lines(answers.get(i));
      List<double[]> strongest =
          all.stream().sorted((a, b) -> Double.compare(b[1], a[1])).limit(RECORDED).toList();
      ObjectNode row = request(crystals.get(i), radiations.get(i));
      ArrayNode kept = row.putArray("lines");
      for (double[] line : all) {
        if (strongest.stream().anyMatch(strong -> Math.abs(strong[0] - line[0]) < NEAR)) {
          kept.addArray().add(Math.rint(line[0] * 1e6) / 1e6).add(Math.rint(line[1] * 1e5) / 1e5);
        }
      }
      text.add(row.toString());
    }
    Files.write(
        Path.of("src/test/resources/dev/athanor/matter/diffraction/pymatgen_patterns.jsonl"), text);
  }
}
