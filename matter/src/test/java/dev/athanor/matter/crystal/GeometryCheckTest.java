package dev.athanor.matter.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.GeometryCheck.Verdict;
import dev.athanor.matter.prototype.learning.CrystalLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeometryCheckTest {
  private static final Path KNOWN = Path.of("../../shared/data/mp2018/val.jsonl.gz");

  @Test
  void aRealCrystalPasses() {
    GeometryCheck check = GeometryCheck.of(rheniumZirconium(5.26, 0));
    assertThat(check.verdict()).isEqualTo(Verdict.PLAUSIBLE);
    assertThat(check.warnings()).isEmpty();
    assertThat(check.shortestDistance()).isCloseTo(2.63, within(0.01));
  }

  @Test
  void overlappingAtomsAreImpossible() {
    GeometryCheck check = GeometryCheck.of(rheniumZirconium(5.26, 0.2));
    assertThat(check.verdict()).isEqualTo(Verdict.IMPOSSIBLE);
    assertThat(check.isPossible()).isFalse();
    assertThat(check.warnings()).anyMatch(warning -> warning.contains("overlap"));
  }

  @Test
  void aBlownUpCellIsTold() {
    GeometryCheck check = GeometryCheck.of(rheniumZirconium(7.5, 0));
    assertThat(check.verdict()).isEqualTo(Verdict.UNUSUAL);
    assertThat(check.warnings().toString()).contains("expanded");
    assertThat(GeometryCheck.of(rheniumZirconium(40, 0)).verdict()).isEqualTo(Verdict.IMPOSSIBLE);
  }

  @Test
  void sitesThatAreNeverFilledTogetherDoNotTouch() {
    Crystal split =
        new Crystal(
            Lattice.cubic(3.2),
            List.of(
                new Site(Map.of(Element.Nb, 0.5), new Vector3(0, 0, 0.05)),
                new Site(Map.of(Element.Nb, 0.5), new Vector3(0, 0, -0.05))));
    assertThat(GeometryCheck.of(split).warnings()).noneMatch(w -> w.contains("overlap"));
  }

  /** Cell volumes of the handbooks, cubic angstrom per formula unit. */
  @ParameterizedTest
  @CsvSource({
    "NaCl,44.9",
    "W,15.85",
    "MgO,18.7",
    "Nb3Sn,74.1",
    "MgB2,29.0",
    "LaAlO3,54.5",
    "Re,14.7"
  })
  void volumesAreMetWithinASixth(String formula, double volume) {
    assertThat(VolumeEstimate.of(Composition.parse(formula))).isCloseTo(volume, within(volume / 6));
  }

  @Test
  void everyElementHasAVolume() {
    for (Element element : Element.values()) {
      Map<Element, Double> one = new EnumMap<>(Map.of(element, 1.0));
      assertThat(VolumeEstimate.perAtom(new Composition(one))).isBetween(2.0, 150.0);
    }
  }

  @Test
  void knownCrystalsPass() throws IOException {
    assumeTrue(Files.exists(KNOWN), "skipped: needs " + KNOWN + " beside the project");
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    List<Double> errors = new ArrayList<>();
    CrystalLines.forEach(
        KNOWN,
        entry -> {
          GeometryCheck check = GeometryCheck.of(entry.crystal());
          verdicts.merge(check.verdict(), 1, Integer::sum);
          errors.add(Math.abs(1 / check.volumeRatio() - 1));
        });
    double median = errors.stream().sorted().skip(errors.size() / 2).findFirst().orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "geometry of %d known crystals that were not fitted: %s; median error of the volume %.4f%n",
        errors.size(),
        verdicts,
        median);
    assertThat(verdicts.getOrDefault(Verdict.IMPOSSIBLE, 0)).isLessThan(errors.size() / 500);
    assertThat(verdicts.getOrDefault(Verdict.PLAUSIBLE, 0))
        .isGreaterThan((int) (0.98 * errors.size()));
    assertThat(median).isLessThan(0.06);
  }

  /** MgCu2 type: at an offset the second atom moves towards the first. */
  private static Crystal rheniumZirconium(double edge, double offset) {
    Lattice lattice =
        Lattice.ofRows(
            new double[][] {
              {0, edge / 2 * 1.4142, edge / 2 * 1.4142},
              {edge / 2 * 1.4142, 0, edge / 2 * 1.4142},
              {edge / 2 * 1.4142, edge / 2 * 1.4142, 0}
            });
    return new Crystal(
        lattice,
        List.of(
            Site.of(Element.Zr, 0.125, 0.125, 0.125),
            Site.of(Element.Zr, 0.875, 0.875, 0.875),
            Site.of(Element.Re, 0.5, 0.5, 0.5 + offset),
            Site.of(Element.Re, 0, 0.5, 0.5),
            Site.of(Element.Re, 0.5, 0, 0.5),
            Site.of(Element.Re, 0.5, 0.5, 0)));
  }
}
