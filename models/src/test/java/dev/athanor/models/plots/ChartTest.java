package dev.athanor.models.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Charts are sound documents, stay small, and put round numbers along their axes. */
final class ChartTest {
  private static Document parsed(Chart chart) throws Exception {
    byte[] bytes = chart.svg().getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes));
  }

  @Test
  void everyKindOfLayerIsDrawn() throws Exception {
    double[] x = {0, 1, 2};
    double[] y = {1, Double.NaN, 3};
    Chart chart =
        new Chart(
            "a < b & \"c\"",
            Axis.over("x", x),
            Axis.over("y", y),
            List.of(
                new Layer.Density("dense", x, x),
                new Layer.Bars("bars", x, x, 0.5),
                new Layer.Points("points", x, y),
                new Layer.Line("line", x, y, Layer.Line.Kind.DOTTED),
                new Layer.Line("guide", x, x, Layer.Line.Kind.REFERENCE)));
    Document document = parsed(chart);
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("a < b & \"c\"");
    // two points and two dots of the line: what is not a number is left out
    assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(4);
    assertThat(chart.svg()).contains(">dense<", ">bars<", ">guide<").doesNotContain("NaN");
  }

  @Test
  void tenThousandPointsTakeSomeKilobytes() throws Exception {
    Random random = new Random(4);
    double[] truth = random.doubles(10_000, -4, 0).toArray();
    double[] predicted = new double[truth.length];
    for (int i = 0; i < truth.length; i++) {
      predicted[i] = truth[i] + 0.1 * random.nextGaussian();
    }
    Chart chart = UsualCharts.parity("Energies", "energy / eV", truth, predicted);
    parsed(chart);
    assertThat(chart.svg().length()).isLessThan(60_000);
  }

  @Test
  void normalErrorsLieOnTheLineOfNormalErrors() {
    Random random = new Random(7);
    double[] errors = new double[20_000];
    double[] deviations = new double[errors.length];
    for (int i = 0; i < errors.length; i++) {
      deviations[i] = 0.5 + random.nextDouble();
      errors[i] = deviations[i] * random.nextGaussian();
    }
    List<Layer> layers = UsualCharts.coverage("c", errors, deviations).layers();
    Layer.Line normal = (Layer.Line) layers.get(0);
    Layer.Line observed = (Layer.Line) layers.get(1);
    for (int i = 0; i < normal.x().length; i++) {
      assertThat(observed.y()[i]).isCloseTo(normal.y()[i], within(0.015));
    }
  }

  @Test
  void reliabilityIsThatOfTheBins() {
    double[] stated = {0.1, 0.1, 0.9, 0.9, 0.9};
    boolean[] happened = {false, true, true, true, false};
    double[] weights = {3, 1, 1, 1, 2};
    Layer.Line bins =
        (Layer.Line) UsualCharts.reliability("r", stated, happened, weights, 10).layers().get(1);
    assertThat(bins.x()).containsExactly(new double[] {0.1, 0.9}, within(1e-12));
    assertThat(bins.y()).containsExactly(new double[] {0.25, 0.5}, within(1e-12));
  }

  @Test
  void ticksAreRound() {
    assertThat(Ticks.of(Axis.of("", -0.13, 0.31)).stream().map(Ticks::text))
        .containsExactly("\u22120.1", "0", "0.1", "0.2", "0.3");
    assertThat(Ticks.of(new Axis("", 0.9, 1100, true)).stream().map(Ticks::text))
        .containsExactly("1", "10", "100", "1000");
    assertThatThrownBy(() -> new Axis("", 0, 1, true)).isInstanceOf(IllegalArgumentException.class);
  }
}
