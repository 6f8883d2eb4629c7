package dev.athanor.models.plots;

import java.util.Locale;

/**
 * Draws a chart. It brings its own paper, so that it can be read on a page of either colour, and
 * follows the light or dark setting of the viewer.
 */
final class ChartSvg {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 400;
  private static final int LEFT = 64;
  private static final int RIGHT = 20;
  private static final int TOP = 56;
  private static final int BOTTOM = 52;
  private static final int COLOURS = 5;
  private static final int CELL = 4;
  private static final int SHADES = 5;
  private static final double LETTER = 6.1;
  private static final String STYLE =
      ".athanor-chart{--ink:#1f2630;--paper:#ffffff;--grid:#dfe3e8;--c0:#0072b2;--c1:#d55e00;"
          + "--c2:#00865f;--c3:#b14d86;--c4:#a67300}"
          + "@media (prefers-color-scheme:dark){.athanor-chart{--ink:#e6e9ee;--paper:#14181d;"
          + "--grid:#333b45;--c0:#5ab8f0;--c1:#f58a4b;--c2:#3fcf9f;--c3:#e79ac6;--c4:#f0b840}}"
          + ".athanor-chart text{fill:var(--ink)}";

  private final Chart chart;
  private final StringBuilder svg = new StringBuilder();

  ChartSvg(Chart chart) {
    this.chart = chart;
  }

  String draw() {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " class=\"athanor-chart\" font-family=\"system-ui, sans-serif\" font-size=\"12\">"
            + "<title>%s</title><style>%s</style>"
            + "<rect width=\"%d\" height=\"%d\" rx=\"6\" fill=\"var(--paper)\"/>%n",
        WIDTH, HEIGHT, escape(chart.title()), STYLE, WIDTH, HEIGHT);
    grid();
    add(
        "<clipPath id=\"frame\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></clipPath>"
            + "<g clip-path=\"url(#frame)\">%n",
        LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
    int colour = 0;
    for (Layer layer : chart.layers()) {
      draw(layer, colour(layer, colour));
      colour += isReference(layer) ? 0 : 1;
    }
    add("</g>%n");
    legend();
    add(
        "<text x=\"%d\" y=\"22\" font-size=\"14\" font-weight=\"600\">%s</text></svg>%n",
        LEFT, escape(chart.title()));
    return svg.toString();
  }

  private static boolean isReference(Layer layer) {
    return layer instanceof Layer.Line line && line.kind() == Layer.Line.Kind.REFERENCE;
  }

  private static String colour(Layer layer, int index) {
    return isReference(layer) ? "var(--ink)" : "var(--c" + index % COLOURS + ")";
  }

  private void draw(Layer layer, String colour) {
    if (layer instanceof Layer.Line line) {
      line(line, colour);
    } else if (layer instanceof Layer.Points points) {
      dots(points.x(), points.y(), colour);
    } else if (layer instanceof Layer.Density density) {
      density(density, colour);
    } else if (layer instanceof Layer.Bars bars) {
      bars(bars, colour);
    }
  }

  private void grid() {
    int bottom = HEIGHT - BOTTOM;
    for (double tick : Ticks.of(chart.x())) {
      add(
          "<path d=\"M%.1f %dV%d\" stroke=\"var(--grid)\"/>"
              + "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
          x(tick), TOP, bottom, x(tick), bottom + 16, Ticks.text(tick));
    }
    for (double tick : Ticks.of(chart.y())) {
      add(
          "<path d=\"M%d %.1fH%d\" stroke=\"var(--grid)\"/>"
              + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
          LEFT, y(tick), WIDTH - RIGHT, LEFT - 6, y(tick) + 4, Ticks.text(tick));
    }
    add(
        "<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"var(--ink)\"/>"
            + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>"
            + "<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
        LEFT,
        TOP,
        bottom,
        WIDTH - RIGHT,
        (LEFT + WIDTH - RIGHT) / 2,
        HEIGHT - 12,
        escape(chart.x().label()),
        (TOP + bottom) / 2,
        escape(chart.y().label()));
  }

  private void line(Layer.Line line, String colour) {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int i = 0; i < line.x().length; i++) {
      if (!Double.isFinite(line.y()[i])) {
        pen = false;
        continue;
      }
      path.append(
          String.format(
              Locale.ROOT, "%s%.1f %.1f", pen ? "L" : "M", x(line.x()[i]), y(line.y()[i])));
      pen = true;
    }
    boolean reference = line.kind() == Layer.Line.Kind.REFERENCE;
    add(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s/>%n",
        path, colour, reference ? "1" : "1.8", reference ? " stroke-dasharray=\"5 4\"" : "");
    if (line.kind() == Layer.Line.Kind.DOTTED) {
      dots(line.x(), line.y(), colour);
    }
  }

  private void dots(double[] x, double[] y, String colour) {
    add("<g fill=\"%s\">", colour);
    for (int i = 0; i < x.length; i++) {
      if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.8\"/>", x(x[i]), y(y[i]));
      }
    }
    add("</g>%n");
  }

  /** One path for each shade, so that ten thousand points take some kilobytes. */
  private void density(Layer.Density density, String colour) {
    int columns = (WIDTH - LEFT - RIGHT) / CELL;
    int rows = (HEIGHT - TOP - BOTTOM) / CELL;
    int[][] counts = new int[columns][rows];
    int most = 1;
    for (int i = 0; i < density.x().length; i++) {
      if (chart.x().shows(density.x()[i]) && chart.y().shows(density.y()[i])) {
        int column = Math.min(columns - 1, (int) (chart.x().share(density.x()[i]) * columns));
        int row = Math.min(rows - 1, (int) (chart.y().share(density.y()[i]) * rows));
        most = Math.max(most, ++counts[column][row]);
      }
    }
    for (int shade = 0; shade < SHADES; shade++) {
      StringBuilder path = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        for (int row = 0; row < rows; row++) {
          if (counts[column][row] > 0 && shade(counts[column][row], most) == shade) {
            path.append(
                String.format(
                    Locale.ROOT,
                    "M%d %dh%dv%dh-%dz",
                    LEFT + CELL * column,
                    HEIGHT - BOTTOM - CELL * (row + 1),
                    CELL,
                    CELL,
                    CELL));
          }
        }
      }
      if (!path.isEmpty()) {
        add(
            "<path d=\"%s\" fill=\"%s\" fill-opacity=\"%.2f\"/>%n",
            path, colour, 0.3 + 0.7 * shade / (SHADES - 1));
      }
    }
  }

  private static int shade(int count, int most) {
    return most == 1
        ? SHADES - 1
        : Math.min(SHADES - 1, (int) (SHADES * Math.log(count) / Math.log(most + 1.0)));
  }

  private void bars(Layer.Bars bars, String colour) {
    double bottom = HEIGHT - BOTTOM;
    for (int i = 0; i < bars.x().length; i++) {
      double left = x(bars.x()[i] - bars.width() / 2);
      double right = x(bars.x()[i] + bars.width() / 2);
      double top = Math.min(bottom, y(bars.y()[i]));
      add(
          "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\""
              + " fill-opacity=\"0.8\"/>%n",
          left, top, Math.max(0.5, right - left - 1), bottom - top, colour);
    }
  }

  private void legend() {
    double x = LEFT;
    int colour = 0;
    for (Layer layer : chart.layers()) {
      String ink = colour(layer, colour);
      colour += isReference(layer) ? 0 : 1;
      if (layer.name().isBlank()) {
        continue;
      }
      String mark =
          isReference(layer)
              ? "<path d=\"M%.0f 40h14\" stroke=\"%s\" stroke-dasharray=\"4 3\"/>"
              : "<rect x=\"%.0f\" y=\"35\" width=\"14\" height=\"9\" rx=\"2\" fill=\"%s\"/>";
      add(mark, x, ink);
      add("<text x=\"%.0f\" y=\"44\">%s</text>%n", x + 19, escape(layer.name()));
      x += 19 + LETTER * layer.name().length() + 16;
    }
  }

  private double x(double value) {
    return LEFT + bounded(chart.x().share(value)) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - bounded(chart.y().share(value)) * (HEIGHT - TOP - BOTTOM);
  }

  /** Far outside is far enough: the frame cuts it off, and the numbers stay short. */
  private static double bounded(double share) {
    return Math.max(-2, Math.min(3, share));
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }

  /** Text, not markup. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
