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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PowderPatternTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * 56 crystals of our own making with the strongest lines that pymatgen 2022.11.7 gives; written
   * by {@link DiffractionOracleTest}.
   */
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
    double wavelength = expected.path("wavelength").asDouble();
    Radiation radiation =
        expected.path("neutrons").asBoolean()
            ? Radiation.neutrons(wavelength)
            : new Radiation("recorded", wavelength);
    List<double[]> lines = new ArrayList<>();
    for (JsonNode wanted : expected.path("lines")) {
      lines.add(new double[] {wanted.get(0).asDouble(), wanted.get(1).asDouble()});
    }
    PatternComparison comparison =
        PatternComparison.of(
            PowderPattern.simulate(
                CrystalJsonLines.parse(line).crystal(),
                radiation,
                0,
                expected.path("to").asDouble()),
            lines,
            false);
    assertThat(comparison.lines()).isPositive();
    assertThat(comparison.unmatched()).isZero();
    assertThat(comparison.position()).isLessThan(1e-3);
    assertThat(comparison.intensity()).isLessThan(0.01);
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
  void neutronsSeeWhatXRaysDoNot() {
    // hydrogen scatters in antiphase to lithium's neighbours, and X-rays hardly notice it
    Crystal hydride =
        new Crystal(
            Lattice.cubic(4.08),
            rockSalt(4.08).sites().stream()
                .map(
                    site ->
                        Site.of(
                            site.majorElement() == Element.Na ? Element.Li : Element.H,
                            site.position()))
                .toList());
    PowderPattern neutrons = PowderPattern.simulate(hydride, Radiation.neutrons(1.5));
    PowderPattern xRays = PowderPattern.simulate(hydride, new Radiation("same", 1.5));
    assertThat(neutrons.reflections().get(0).twoTheta())
        .isCloseTo(xRays.reflections().get(0).twoTheta(), within(1e-12));
    // the sum of the lengths of Li and H against their difference
    double ratio =
        neutrons.reflections().get(1).intensity() / neutrons.reflections().get(0).intensity();
    double theta1 = Math.toRadians(neutrons.reflections().get(0).twoTheta() / 2);
    double theta2 = Math.toRadians(neutrons.reflections().get(1).twoTheta() / 2);
    double lorentz =
        Math.pow(Math.sin(theta1) / Math.sin(theta2), 2) * Math.cos(theta1) / Math.cos(theta2);
    double lengths = (-1.9 - 3.739) / (-1.9 + 3.739);
    assertThat(ratio).isCloseTo(6 / 8.0 * lengths * lengths * lorentz, within(1e-9));
    assertThatThrownBy(
            () ->
                PowderPattern.simulate(
                    new Crystal(Lattice.cubic(5), List.of(Site.of(Element.Po, 0, 0, 0))),
                    Radiation.neutrons(1)))
        .isInstanceOf(MatterException.class)
        .hasMessageContaining("Po");
  }

  @Test
  void planesThatDifferByRoundingAreOneLine() {
    Lattice rounded = Lattice.ofParameters(3.615, 3.615001, 3.614999, 90, 90, 90);
    PowderPattern pattern =
        PowderPattern.simulate(
            new Crystal(rounded, List.of(Site.of(Element.Cu, 0, 0, 0))), Radiation.COPPER_K_ALPHA);
    assertThat(pattern.reflections().get(0).multiplicity()).isEqualTo(6);
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
