package dev.athanor.knowledge.superconductors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.knowledge.files.BoundedLines;
import dev.athanor.knowledge.files.RowProblem;
import dev.athanor.knowledge.files.RowProblems;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownSuperconductorsTest {
  private static final Crystal CESIUM_CHLORIDE =
      new Crystal(
          Lattice.cubic(3.2),
          List.of(Site.of(Element.Zr, 0, 0, 0), Site.of(Element.Re, .5, .5, .5)));
  private final Motif motif =
      new Motif(
          "m1",
          CESIUM_CHLORIDE,
          "ZrRe0.9",
          5,
          Evidence.MEASURED,
          "other",
          "test",
          OptionalInt.of(221),
          MotifLines.prototype(CESIUM_CHLORIDE),
          true);
  private final KnownSuperconductors known =
      KnownSuperconductors.of(
          List.of(
              one("ZrRe2", 6.8, "other", Evidence.MEASURED),
              one("ZrRe2", 4.1, "unknown", Evidence.COMPUTED),
              one("Zr", 0.61, "other", Evidence.MEASURED),
              one("Nb0.75Sn0.25", 18, "other", Evidence.MEASURED),
              one("YBa2Cu3O7", 92, "cuprate", Evidence.MEASURED),
              one("NbSi", 0, "other", Evidence.MEASURED)),
          () -> List.of(motif));

  @Test
  void findsByRequiredExcludedAndSystem() {
    assertThat(formulas(SuperconductorQuery.any().requiring(Set.of(Element.Re))))
        .containsExactly("ZrRe2", "ZrRe2");
    assertThat(formulas(SuperconductorQuery.any().within(Set.of(Element.Re, Element.Zr))))
        .containsExactly("ZrRe2", "ZrRe2", "Zr");
    assertThat(
            formulas(
                SuperconductorQuery.any()
                    .requiring(Set.of(Element.Zr))
                    .excluding(Set.of(Element.Re))))
        .containsExactly("Zr");
  }

  @Test
  void findsByTemperatureFamilyAndEvidence() {
    assertThat(formulas(SuperconductorQuery.any().between(4, 20)))
        .containsExactly("Nb0.75Sn0.25", "ZrRe2", "ZrRe2");
    assertThat(formulas(SuperconductorQuery.any().ofFamily("cuprate")))
        .containsExactly("YBa2Cu3O7");
    assertThat(formulas(SuperconductorQuery.any().with(Evidence.COMPUTED)))
        .containsExactly("ZrRe2");
    assertThat(formulas(SuperconductorQuery.any().atMost(2)))
        .containsExactly("YBa2Cu3O7", "Nb0.75Sn0.25");
  }

  @Test
  void compositionIsWhatCountsNotItsSpelling() {
    assertThat(known.find(Composition.parse("SnNb3")))
        .extracting(KnownSuperconductor::criticalTemperatureKelvin)
        .containsExactly(18.0);
    assertThat(known.highestMeasured(Composition.parse("Zr2Re4")))
        .hasValueSatisfying(s -> assertThat(s.criticalTemperatureKelvin()).isEqualTo(6.8));
    assertThat(known.highestMeasured(Composition.parse("NbSi"))).isEmpty();
    assertThat(known.find(Composition.parse("NbSi"))).hasSize(1);
  }

  @Test
  void findsMotifsByElements() {
    assertThat(known.motifs(SuperconductorQuery.any().requiring(Set.of(Element.Re))))
        .containsExactly(motif);
    assertThat(known.motifs(SuperconductorQuery.any().requiring(Set.of(Element.Hf)))).isEmpty();
    assertThat(known.motifs(SuperconductorQuery.any().between(6, 20))).isEmpty();
  }

  @Test
  void motifLinesRoundTrip() {
    RowProblems problems = new RowProblems();
    List<Motif> back = MotifLines.read(lines("m.jsonl", MotifLines.format(motif) + "\n"), problems);
    assertThat(problems.first()).isEmpty();
    assertThat(back).containsExactly(motif);
    assertThat(motif.prototype()).isEqualTo("CsCl");
  }

  @Test
  void refusesDisorderedMotifs() {
    Crystal shared =
        new Crystal(
            Lattice.cubic(3),
            List.of(new Site(Map.of(Element.Nb, 0.5, Element.Ti, 0.5), Vector3.ZERO)));
    assertThatThrownBy(
            () ->
                new Motif(
                    "x",
                    shared,
                    "NbTi",
                    9,
                    Evidence.MEASURED,
                    "other",
                    "test",
                    OptionalInt.empty(),
                    "A",
                    false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tableRoundTripsAndReportsBadRows() {
    RowProblems problems = new RowProblems();
    KnownSuperconductor entry =
        new KnownSuperconductor(
            "Nb3Sn",
            Composition.parse("Nb3Sn"),
            18.05,
            "other",
            Evidence.MEASURED,
            List.of("supercon", "Matthias 1954"),
            3);
    List<KnownSuperconductor> back =
        SuperconductorTable.read(
            lines("s.tsv", SuperconductorTable.header() + "\n" + SuperconductorTable.row(entry)),
            problems);
    assertThat(back).containsExactly(entry);

    List<KnownSuperconductor> mine =
        SuperconductorTable.read(
            lines(
                "mine.csv",
                """
                formula,tc_K,family,source
                ZrRe2,6.8,Laves,notebook 12
                ZrRe2,-1,,
                ,3,,
                Xx,3,,
                Zr,4000,,
                """),
            problems);
    assertThat(mine).hasSize(1);
    assertThat(mine.get(0).evidence()).isEqualTo(Evidence.USER);
    assertThat(mine.get(0).family()).isEqualTo("Laves");
    assertThat(problems.first()).extracting(RowProblem::line).containsExactly(3, 4, 5, 6);
  }

  @Test
  void refusesEmptyRanges() {
    assertThatThrownBy(() -> SuperconductorQuery.any().between(10, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SuperconductorQuery.any().atMost(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> formulas(SuperconductorQuery query) {
    return known.find(query).stream().map(KnownSuperconductor::formula).toList();
  }

  private static BoundedLines lines(String name, String text) {
    return BoundedLines.of(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static KnownSuperconductor one(
      String formula, double kelvin, String family, Evidence evidence) {
    return new KnownSuperconductor(
        formula, Composition.parse(formula), kelvin, family, evidence, List.of("test"), 1);
  }
}
