package dev.athanor.matter.symmetry;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.format.CrystalJsonLines;
import dev.athanor.matter.oracle.OracleProcess;
import dev.athanor.matter.oracle.OracleReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Space groups, Wyckoff letters and standard cells beside spglib's. */
@Tag("oracle")
class SymmetryOracleTest {
  private static final Path DATA = Path.of("../../shared/data");
  private static final Duration LIMIT = Duration.ofMinutes(20);

  /** Standard cells agree when every edge (angstrom) and angle (degrees) does to this. */
  private static final double SAME_PARAMETER = 1e-3;

  /** What a distorted structure of spglib's tests is judged by there, and all others. */
  private static final double DISTORTED = 0.1;

  private static final double EXACT = 1e-5;

  @Test
  void theStructuresOfSpglibsTestsHaveTheirNumbers() {
    List<CrystalRecord> records = records("symmetry/spglib_structures.jsonl.gz", 1);
    OracleReport report =
        OracleReport.section(
                "symmetry", "files", "Space groups of the structures of spglib's tests")
            .compared(
                "number against the one the file is filed under, symmetry/spglib_structures",
                records.size())
            .note(
                "Tolerances are those of spglib's own tests: 0.1 angstrom for structures filed as "
                    + "distorted, 1e-5 for all others.");
    int wrong = 0;
    for (int i = 0; i < records.size(); i++) {
      CrystalRecord entry = records.get(i);
      boolean distorted = entry.text("system").orElse("").equals("distorted");
      int expected = entry.number("file_number").orElseThrow().intValue();
      int found = number(entry.crystal(), distorted ? DISTORTED : EXACT);
      if (found != expected) {
        wrong++;
        report.disagreement("line " + (i + 1), "" + found, "" + expected, "number of the file");
      }
    }
    report.atMost("structures with another number", wrong, "", 0).conclude();
  }

  @Test
  void theStructuresOfSpglibsTestsAgreeAtEveryTolerance() {
    List<Crystal> crystals = crystals("symmetry/spglib_structures.jsonl.gz", 1);
    Comparison comparison = new Comparison("spglib_tests", "symmetry/spglib_structures");
    for (double tolerance : new double[] {1e-5, 1e-3, 1e-2, 1e-1}) {
      comparison.add(crystals, tolerance);
    }
    comparison.conclude(0.99, 0.9);
  }

  @Test
  void rattledStructuresAgree() {
    List<Crystal> crystals = crystals("symmetry/spglib_structures.jsonl.gz", 1);
    Comparison comparison =
        new Comparison(
            "rattled",
            "symmetry/spglib_structures, every site moved by 1e-3 or 1e-2 angstrom, at one, two, five "
                + "and ten times that");
    Random random = new Random(20261123);
    for (double rattle : new double[] {1e-3, 1e-2}) {
      List<Crystal> moved = new ArrayList<>();
      for (Crystal crystal : crystals) {
        moved.add(GeneratedCrystals.rattled(crystal, rattle, random));
      }
      for (double factor : new double[] {1, 2, 5, 10}) {
        comparison.add(moved, factor * rattle);
      }
    }
    comparison.conclude(0.99, 0.85);
  }

  @Test
  void materialsProjectStructuresAgree() {
    List<Crystal> crystals = crystals("mp_more/structures.jsonl.gz", 29);
    Comparison comparison = new Comparison("mp_more", "every 29th of mp_more");
    comparison.add(crystals, 1e-2);
    comparison.add(crystals, 1e-1);
    comparison.conclude(0.99, 0.9);
  }

  @Test
  void superconductorsOrderedAndDisorderedAgree() {
    List<Crystal> crystals = crystals("tc/3dsc_mp.jsonl.gz", 5);
    Comparison comparison =
        new Comparison("3dsc", "every fifth of tc/3dsc_mp, ordered and disordered");
    comparison.add(crystals, 1e-2);
    comparison.add(crystals, 1e-1);
    comparison.conclude(0.99, 0.9);
  }

  @Test
  void everyTypeAgreesOnMadeUpCrystals() {
    List<Crystal> crystals = new ArrayList<>();
    for (int number = 1; number <= 230; number++) {
      Random random = new Random(number);
      Crystal standard = GeneratedCrystals.standard(number, random);
      crystals.add(GeneratedCrystals.rattled(standard, 1e-3, random));
      crystals.add(GeneratedCrystals.disguised(standard, random));
    }
    Comparison comparison =
        new Comparison(
            "made_up",
            "a crystal of each of the 230 types, rattled by 1e-3 angstrom, and disguised");
    comparison.add(crystals, 1e-2);
    comparison.conclude(1, 0.8);
  }

  private static int number(Crystal crystal, double tolerance) {
    return SymmetryAnalysis.of(crystal, tolerance).spaceGroup().number();
  }

  private static List<Crystal> crystals(String file, int every) {
    return records(file, every).stream().map(CrystalRecord::crystal).toList();
  }

  private static List<CrystalRecord> records(String file, int every) {
    Path path = DATA.resolve(file);
    assumeTrue(Files.exists(path), "needs ../shared/data/" + file);
    List<CrystalRecord> found = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
      int line = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        if (line++ % every == 0) {
          found.add(CrystalJsonLines.parseWithPlaceholders(text));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** Ours against theirs, crystal by crystal. */
  private static final class Comparison {
    private final String name;
    private final OracleReport report;
    private final String data;
    private int cases;
    private int failing;
    private int numbers;
    private int letters;
    private int patterns;
    private int cells;
    private int symbols;
    private double ours;
    private double theirs;

    Comparison(String name, String data) {
      this.name = name;
      this.data = data;
      report = OracleReport.section("symmetry", name, "Space groups: " + name.replace('_', ' '));
    }

    void add(List<Crystal> crystals, double tolerance) {
      List<Map<String, Object>> requests =
          crystals.stream().map(c -> request(c, tolerance)).toList();
      List<JsonNode> answers = OracleProcess.run("symmetry", requests, LIMIT);
      for (Crystal crystal : crystals.subList(0, Math.min(50, crystals.size()))) {
        SymmetryAnalysis.of(crystal, tolerance);
      }
      for (int i = 0; i < crystals.size(); i++) {
        JsonNode answer = answers.get(i);
        if (answer.path("number").asInt() == 0) {
          failing++;
          continue;
        }
        long start = System.nanoTime();
        SymmetryAnalysis analysis = SymmetryAnalysis.of(crystals.get(i), tolerance);
        Crystal standard = analysis.standardConventional();
        ours += (System.nanoTime() - start) * 1e-9;
        theirs += answer.path("seconds").asDouble();
        cases++;
        compare(i, tolerance, analysis, standard, answer);
      }
    }

    private void compare(
        int index, double tolerance, SymmetryAnalysis analysis, Crystal standard, JsonNode answer) {
      int number = analysis.spaceGroup().number();
      if (number != answer.path("number").asInt()) {
        report.disagreement(
            "%s %d at %s".formatted(name, index, tolerance),
            "" + number,
            answer.path("number").asText(),
            "the operations that hold at this tolerance are no group: which smaller one is taken "
                + "depends on rounding");
        return;
      }
      numbers++;
      symbols +=
          analysis.spaceGroup().shortSymbol().equals(answer.path("international").asText()) ? 1 : 0;
      cells += sameCell(standard.lattice(), answer.path("std_lattice")) ? 1 : 0;
      List<String> expected = new ArrayList<>();
      answer.path("wyckoffs").forEach(letter -> expected.add(letter.asText()));
      List<String> found = analysis.wyckoffLetters();
      letters += found.equals(expected) ? 1 : 0;
      patterns += pattern(found).equals(pattern(expected)) ? 1 : 0;
    }

    /** Letters numbered by first appearance: the same where only names differ. */
    private static List<Integer> pattern(List<String> letters) {
      Map<String, Integer> numbers = new HashMap<>();
      List<Integer> found = new ArrayList<>();
      for (String letter : letters) {
        found.add(numbers.computeIfAbsent(letter, l -> numbers.size()));
      }
      return found;
    }

    private static boolean sameCell(Lattice lattice, JsonNode rows) {
      double[][] values = new double[3][3];
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          values[i][j] = rows.get(i).get(j).asDouble();
        }
      }
      Lattice other = Lattice.ofRows(values);
      return Math.abs(lattice.a().length() - other.a().length()) < SAME_PARAMETER
          && Math.abs(lattice.b().length() - other.b().length()) < SAME_PARAMETER
          && Math.abs(lattice.c().length() - other.c().length()) < SAME_PARAMETER
          && Math.abs(lattice.alpha() - other.alpha()) < SAME_PARAMETER
          && Math.abs(lattice.beta() - other.beta()) < SAME_PARAMETER
          && Math.abs(lattice.gamma() - other.gamma()) < SAME_PARAMETER;
    }

    private static Map<String, Object> request(Crystal crystal, double tolerance) {
      Map<Object, Integer> types = new HashMap<>();
      List<Integer> kinds = new ArrayList<>();
      for (Site site : crystal.sites()) {
        kinds.add(types.computeIfAbsent(new TreeMap<>(site.occupancies()), key -> types.size()));
      }
      return Map.of(
          "lattice",
          crystal.lattice().rows(),
          "types",
          kinds,
          "frac_coords",
          crystal.sites().stream()
              .map(Site::position)
              .map(p -> new double[] {p.x(), p.y(), p.z()})
              .toList(),
          "tolerance",
          tolerance);
    }

    void conclude(double sameNumber, double sameLetters) {
      double all = numbers;
      report
          .compared("everything against spglib at the same tolerance, " + data, cases)
          .note(
              "Letters may differ where several origins or axes are equally standard; sites that "
                  + "share a letter here share one there in as many cases as the figure says.")
          .atLeast("the same number", numbers / (double) cases, "share", sameNumber)
          .atLeast("the same symbol", symbols / all, "share", 1)
          .atLeast("the same Wyckoff letters on every site", letters / all, "share", sameLetters)
          .atLeast("the same letters up to their names", patterns / all, "share", 0.99)
          .figure("the same standard cell within 1e-3 angstrom and degrees", cells / all, "share")
          .figure("crystals that spglib gives up on", failing, "")
          .speed("determinations with standard cell", cases / ours, "1/s", "spglib", cases / theirs)
          .conclude();
    }
  }
}
