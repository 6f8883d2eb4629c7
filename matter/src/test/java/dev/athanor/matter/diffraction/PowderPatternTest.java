package dev.athanor.matter.diffraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.format.CrystalJsonLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PowderPatternTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Thirteen structures with the 25 strongest lines as pymatgen 2026.10.24 gives them. */
  static Stream<String> recorded() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    PowderPatternTest.class.getResourceAsStream("pymatgen_patterns.jsonl")),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void positionsAndIntensitiesAreThoseOfPymatgen(String line) throws IOException {
    JsonNode expected = MAPPER.readTree(line);
    Radiation radiation =
        expected.path("radiation").asText().equals("MoKa")
            ? Radiation.MOLYBDENUM_K_ALPHA
            : Radiation.COPPER_K_ALPHA;
    PowderPattern pattern =
        PowderPattern.simulate(CrystalJsonLines.parse(line).crystal(), radiation);
    for (JsonNode wanted : expected.path("lines")) {
      double angle = wanted.get(0).asDouble();
      List<Reflection> near =
          pattern.reflections().stream()
              .filter(found -> Math.abs(found.twoTheta() - angle) < 1e-3)
              .toList();
      assertThat(near).as("a line at %s degrees", angle).isNotEmpty();
      double intensity = near.stream().mapToDouble(Reflection::intensity).sum();
      double expectedIntensity = wanted.get(1).asDouble();
      assertThat(intensity).isCloseTo(expectedIntensity, within(0.01 * expectedIntensity + 0.01));
    }
  }

  @Test
  void rockSaltShowsItsTextbookLines() {
    PowderPattern pattern = PowderPattern.simulate(rockSalt(5.6402), Radiation.COPPER_K_ALPHA_1);
    assertThat(pattern.reflections().stream().limit(4).map(PowderPatternTest::indices))
        .containsExactly("111", "200", "220", "311");
    Reflection strongest = pattern.strongest(1).get(0);
    assertThat(indices(strongest)).isEqualTo("200");
    assertThat(strongest.intensity()).isEqualTo(100);
    assertThat(strongest.spacing()).isCloseTo(2.8201, within(1e-4));
    assertThat(strongest.twoTheta()).isCloseTo(31.70, within(0.01));
    assertThat(strongest.multiplicity()).isEqualTo(6);
  }

  @Test
  void aSupercellShowsNothingNew() {
    Crystal crystal = rockSalt(5.64);
    PowderPattern one = PowderPattern.simulate(crystal, Radiation.COBALT_K_ALPHA);
    PowderPattern many =
        PowderPattern.simulate(crystal.supercell(2, 1, 1), Radiation.COBALT_K_ALPHA);
    assertThat(many.reflections()).hasSameSizeAs(one.reflections());
    for (int i = 0; i < one.reflections().size(); i++) {
      assertThat(many.reflections().get(i).twoTheta())
          .isCloseTo(one.reflections().get(i).twoTheta(), within(1e-9));
      assertThat(many.reflections().get(i).intensity())
          .isCloseTo(one.reflections().get(i).intensity(), within(1e-6));
    }
  }

  @Test
  void aVastCellIsRefused() {
    Crystal vast = new Crystal(Lattice.cubic(3_000), List.of(Site.of(Element.Si, 0, 0, 0)));
    assertThatThrownBy(() -> PowderPattern.simulate(vast, Radiation.SILVER_K_ALPHA))
        .isInstanceOfSatisfying(
            MatterException.class, e -> assertThat(e.code()).isEqualTo(MatterErrors.TOO_LARGE));
  }

  @Test
  void anElementWithoutATableIsAnError() {
    Crystal crystal = new Crystal(Lattice.cubic(5), List.of(Site.of(Element.No, 0, 0, 0)));
    assertThatThrownBy(() -> PowderPattern.simulate(crystal, Radiation.COPPER_K_ALPHA))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("No");
  }

  @Test
  void thePlotIsAPictureWithAxes() throws Exception {
    String svg =
        PowderPatternPlot.svg(
            PowderPattern.simulate(rockSalt(5.64), Radiation.COPPER_K_ALPHA), "NaCl <a & b>");
    javax.xml.parsers.DocumentBuilderFactory factory =
        javax.xml.parsers.DocumentBuilderFactory.newInstance();
    org.w3c.dom.Document document =
        factory
            .newDocumentBuilder()
            .parse(new java.io.ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getDocumentElement().getTextContent())
        .contains("NaCl <a & b>", "2θ / degrees (Cu Kα, 1.54184 Å)", "Intensity / %", "2 0 0");
    assertThat(svg).contains("prefers-color-scheme:dark", "var(--plot-ink").hasSizeLessThan(8_000);
  }

  private static String indices(Reflection line) {
    return "" + line.h() + line.k() + line.l();
  }

  private static Crystal rockSalt(double edge) {
    Lattice primitive =
        Lattice.ofRows(
            new double[][] {
              {0, edge / 2, edge / 2}, {edge / 2, 0, edge / 2}, {edge / 2, edge / 2, 0}
            });
    Crystal small =
        new Crystal(
            primitive, List.of(Site.of(Element.Na, 0, 0, 0), Site.of(Element.Cl, 0.5, 0.5, 0.5)));
    // the conventional cell, whose indices textbooks use
    return conventional(small, edge);
  }

  private static Crystal conventional(Crystal primitive, double edge) {
    Lattice cube = Lattice.cubic(edge);
    return new Crystal(
        cube,
        primitive.supercell(2, 2, 2).sites().stream()
            .map(
                site ->
                    site.movedTo(
                        cube.toFractional(
                                primitive.supercell(2, 2, 2).lattice().toCartesian(site.position()))
                            .wrapped()))
            .distinct()
            .toList());
  }
}
