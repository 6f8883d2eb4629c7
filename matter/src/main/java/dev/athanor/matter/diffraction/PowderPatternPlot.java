package dev.athanor.matter.diffraction;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A powder pattern as a small SVG: lines over the scattering angle, the strongest with their
 * indices.
 *
 * <p>Colours come from the CSS variables {@code --plot-ink}, {@code --plot-line} and {@code
 * --plot-grid} of the page; alone, the picture follows the light or dark setting of the viewer.
 */
public final class PowderPatternPlot {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 240;
  private static final int LEFT = 48;
  private static final int RIGHT = 12;
  private static final int TOP = 28;
  private static final int BOTTOM = 40;
  private static final int LABELS = 6;
  private static final double LABEL_ROOM = 34;

  private PowderPatternPlot() {}

  /** The picture; {@code title} is text, not markup. */
  public static String svg(PowderPattern pattern, String title) {
    double end =
        Math.max(
            10,
            10
                * Math.ceil(
                    pattern.reflections().stream()
                            .mapToDouble(Reflection::twoTheta)
                            .max()
                            .orElse(PowderPattern.DEFAULT_END)
                        / 10));
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " class=\"powder-pattern\" font-family=\"system-ui, sans-serif\" font-size=\"11\">"
                + "<title>%s</title><style>.powder-pattern{--ink:var(--plot-ink,#24292f);"
                + "--line:var(--plot-line,#0b62c4);--grid:var(--plot-grid,#d5dae1)}"
                + "@media (prefers-color-scheme:dark){.powder-pattern{--ink:var(--plot-ink,#e6edf3);"
                + "--line:var(--plot-line,#6cb2ff);--grid:var(--plot-grid,#3a424d)}}"
                + ".powder-pattern text{fill:var(--ink)}</style>%n",
            WIDTH,
            HEIGHT,
            escape(title)));
    axes(svg, end, pattern.radiation());
    svg.append("<g stroke=\"var(--line)\" stroke-width=\"1.4\">");
    for (Reflection line : pattern.reflections()) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<path d=\"M%.1f %dV%.1f\"/>",
              x(line.twoTheta(), end),
              HEIGHT - BOTTOM,
              y(line.intensity())));
    }
    svg.append("</g>\n");
    labels(svg, pattern, end);
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"16\" font-weight=\"600\">%s</text></svg>%n",
            LEFT,
            escape(title)));
    return svg.toString();
  }

  private static void axes(StringBuilder svg, double end, Radiation radiation) {
    for (int tick = 0; tick <= end; tick += 10) {
      double x = x(tick, end);
      svg.append(
          String.format(
              Locale.ROOT,
              "<path d=\"M%.1f %dV%d\" stroke=\"var(--grid)\"/><text x=\"%.1f\" y=\"%d\""
                  + " text-anchor=\"middle\">%d</text>%n",
              x,
              TOP,
              HEIGHT - BOTTOM,
              x,
              HEIGHT - BOTTOM + 14,
              tick));
    }
    for (int tick = 0; tick <= 100; tick += 50) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d</text>%n",
              LEFT - 6,
              y(tick) + 4,
              tick));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"var(--ink)\"/>"
                + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">2θ / degrees (%s, %.5f Å)</text>"
                + "<text transform=\"translate(13 %d) rotate(-90)\" text-anchor=\"middle\">"
                + "Intensity / %%</text>%n",
            LEFT,
            TOP,
            HEIGHT - BOTTOM,
            WIDTH - RIGHT,
            (LEFT + WIDTH - RIGHT) / 2,
            HEIGHT - 8,
            escape(radiation.name().replace("-alpha", "α").replace("-beta", "β")),
            radiation.wavelength(),
            (TOP + HEIGHT - BOTTOM) / 2));
  }

  /** Indices of the strongest lines, left out where they would run into each other. */
  private static void labels(StringBuilder svg, PowderPattern pattern, double end) {
    List<Reflection> shown =
        pattern.strongest(LABELS).stream()
            .sorted(Comparator.comparingDouble(Reflection::twoTheta))
            .toList();
    double free = Double.NEGATIVE_INFINITY;
    for (Reflection line : shown) {
      double x = x(line.twoTheta(), end);
      if (x < free) {
        continue;
      }
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" font-size=\"10\">%d %d"
                  + " %d</text>%n",
              x,
              y(line.intensity()) - 3,
              line.h(),
              line.k(),
              line.l()));
      free = x + LABEL_ROOM;
    }
  }

  private static double x(double twoTheta, double end) {
    return LEFT + twoTheta / end * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double intensity) {
    return HEIGHT - BOTTOM - intensity / 100 * (HEIGHT - TOP - BOTTOM - 14);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
