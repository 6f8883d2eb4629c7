package dev.athanor.knowledge.phases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.knowledge.files.BoundedLines;
import dev.athanor.knowledge.files.RowProblem;
import dev.athanor.knowledge.files.RowProblems;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferencePhasesTest {
  private final ReferencePhases phases =
      ReferencePhases.of(
          List.of(
              phase("element-Re", "Re", 0),
              phase("element-Zr", "Zr", 0),
              phase("element-Hf", "Hf", 0),
              phase("a", "ZrRe2", -0.3),
              phase("b", "Zr5Re24", -0.2),
              phase("c", "HfRe2", -0.35)),
          "test");

  @Test
  void findsByCompositionWhateverTheMultiple() {
    assertThat(phases.find(Composition.parse("Re8Zr4")))
        .extracting(ReferencePhase::id)
        .containsExactly("a");
    assertThat(phases.find(Composition.parse("ZrRe3"))).isEmpty();
  }

  @Test
  void findsCompetitorsOfASystemLowestFirst() {
    assertThat(phases.inSystem(Set.of(Element.Zr, Element.Re)))
        .extracting(ReferencePhase::id)
        .containsExactly("a", "b", "element-Re", "element-Zr");
    assertThat(phases.containing(Set.of(Element.Hf, Element.Re)))
        .extracting(ReferencePhase::id)
        .containsExactly("c");
  }

  @Test
  void diagramSaysHowFarAboveTheHullAMixtureLies() {
    // ZrRe lies half way between Zr (0) and ZrRe2 (-0.3) in atoms: 2/3 of the way to ZrRe2 is 0.75
    double hull = phases.diagram().decompose(Composition.parse("ZrRe")).hullEnergy();
    assertThat(hull).isCloseTo(-0.3 * 0.75, within(1e-9));
  }

  @Test
  void addedPhasesTakePartInTheDiagram() {
    ReferencePhases more = phases.plus(List.of(phase("mine", "ZrRe", -0.4)));
    assertThat(more.size()).isEqualTo(phases.size() + 1);
    assertThat(more.diagram().decompose(Composition.parse("ZrRe")).hullEnergy())
        .isCloseTo(-0.4, within(1e-9));
    assertThat(phases.find(Composition.parse("ZrRe"))).isEmpty();
  }

  @Test
  void tableRoundTrips() {
    ReferencePhase full =
        new ReferencePhase(
            "mp-1",
            "ZrRe2",
            Composition.parse("ZrRe2"),
            OptionalInt.of(194),
            -0.3125,
            OptionalDouble.of(-0.3),
            "materials_project");
    List<ReferencePhase> back =
        read("phases.tsv", PhaseTable.header() + "\n" + PhaseTable.row(full) + "\n");
    assertThat(back).containsExactly(full);
  }

  @Test
  void readsAUsersTableAndCrystalsAndReportsBadRows() {
    RowProblems problems = new RowProblems();
    List<ReferencePhase> table =
        PhaseTable.read(
            lines(
                "mine.csv",
                "formula,formation_energy_per_atom\nRe4Zr2,-0.31\nXy,-0.1\nZrRe,high\nZr2Re,-99\n"),
            problems);
    assertThat(table).extracting(ReferencePhase::formula).containsExactly("ZrRe2");
    assertThat(table).extracting(ReferencePhase::id).containsExactly("mine.csv:2");
    assertThat(problems.first()).extracting(RowProblem::line).containsExactly(3, 4, 5);

    String crystal =
        "{\"id\":\"u1\",\"lattice\":[[3,0,0],[0,3,0],[0,0,3]],\"species\":[\"Zr\",\"Re\"],"
            + "\"frac_coords\":[[0,0,0],[0.5,0.5,0.5]]";
    List<ReferencePhase> crystals =
        PhaseTable.readCrystals(
            lines(
                "mine.jsonl",
                crystal + ",\"formation_energy_per_atom\":-0.2}\n" + crystal + "}\nnot json\n"),
            problems);
    assertThat(crystals).extracting(ReferencePhase::id).containsExactly("u1");
    assertThat(problems.first())
        .filteredOn(p -> p.file().equals("mine.jsonl"))
        .extracting(RowProblem::line)
        .containsExactly(2, 3);
  }

  @Test
  void refusesSpaceGroupsThatDoNotExist() {
    assertThatThrownBy(
            () ->
                new ReferencePhase(
                    "x",
                    "Zr",
                    Composition.parse("Zr"),
                    OptionalInt.of(231),
                    0,
                    OptionalDouble.empty(),
                    "test"))
        .isInstanceOfSatisfying(
            KnowledgeException.class, e -> assertThat(e.code()).isEqualTo(KnowledgeErrors.BAD_ROW));
  }

  private static List<ReferencePhase> read(String name, String text) {
    RowProblems problems = new RowProblems();
    List<ReferencePhase> phases = PhaseTable.read(lines(name, text), problems);
    assertThat(problems.first()).isEmpty();
    return phases;
  }

  private static BoundedLines lines(String name, String text) {
    return BoundedLines.of(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static ReferencePhase phase(String id, String formula, double energy) {
    Composition composition = Composition.parse(formula);
    return new ReferencePhase(
        id,
        composition.reducedFormula(),
        composition,
        OptionalInt.empty(),
        energy,
        OptionalDouble.empty(),
        "test");
  }
}
