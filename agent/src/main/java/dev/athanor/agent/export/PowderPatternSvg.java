package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A powder pattern as sticks over the scattering angle, drawn in the colours of the page. The
 * strongest lines carry their indices, as far as there is room.
 */
final class PowderPatternSvg {
  private static final int WIDTH = 680;
  private static final int HEIGHT = 190;
  private static final int LEFT = 14;
  private static final int RIGHT = 14;
  private static final int TOP = 26;
  private static final int BOTTOM = 34;
  private static final int LABELS = 8;
  private static final double LABEL_ROOM = 44;
  private static final double TICK = 10;

  private PowderPatternSvg() {}

  private record Line(double angle, double intensity, String indices) {}

  /** Adds the picture; nothing where there are no lines. */
  static void draw(Html html, List<JsonNode> reflections, String caption) {
    List<Line> lines = lines(reflections);
    if (lines.isEmpty()) {
      return;
    }
    double from = TICK * Math.floor(lines.get(0).angle() / TICK);
    double to = TICK * Math.ceil(lines.get(lines.size() - 1).angle() / TICK + 1e-9);
    double top = lines.stream().mapToDouble(Line::intensity).max().orElse(1);
    html.tag("<svg class=\"xrd\" role=\"img\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\">");
    html.element("title", caption);
    axis(html, from, to);
    for (Line line : lines) {
      double x = x(line.angle(), from, to);
      html.tag(
          format(
              "<line class=\"stick\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%.1f\"/>",
              x, HEIGHT - BOTTOM, x, y(line.intensity() / top)));
    }
    labels(html, lines, from, to, top);
    html.tag("</svg>");
  }

  private static List<Line> lines(List<JsonNode> reflections) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode node : reflections) {
      JsonNode angle = ItemFields.field(node, "two_theta");
      JsonNode intensity = ItemFields.field(node, "intensity");
      if (angle.isNumber() && intensity.isNumber()) {
        lines.add(new Line(angle.asDouble(), Math.max(0, intensity.asDouble()), indices(node)));
      }
    }
    lines.sort(Comparator.comparingDouble(Line::angle));
    return lines;
  }

  /** Miller indices as in {@code 1 0 3}. */
  static String indices(JsonNode reflection) {
    if (!reflection.hasNonNull("h")) {
      return "";
    }
    return reflection.path("h").asText()
        + " "
        + reflection.path("k").asText()
        + " "
        + reflection.path("l").asText();
  }

  private static void axis(Html html, double from, double to) {
    int base = HEIGHT - BOTTOM;
    html.tag(
        format(
            "<line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>",
            LEFT, base, WIDTH - RIGHT, base));
    for (double angle = from; angle <= to + 1e-9; angle += TICK) {
      double x = x(angle, from, to);
      html.tag(
          format(
              "<line class=\"axis\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>"
                  + "<text class=\"tick\" x=\"%.1f\" y=\"%d\">%.0f</text>",
              x, base, x, base + 4, x, base + 16, angle));
    }
    html.tag(
        format(
            "<text class=\"tick\" x=\"%d\" y=\"%d\">2\u03b8 / degrees</text>",
            WIDTH / 2, HEIGHT - 4));
  }

  private static void labels(Html html, List<Line> lines, double from, double to, double top) {
    List<Double> taken = new ArrayList<>();
    lines.stream()
        .sorted(Comparator.comparingDouble(Line::intensity).reversed())
        .limit(LABELS)
        .forEach(
            line -> {
              double x = x(line.angle(), from, to);
              if (!line.indices().isEmpty()
                  && taken.stream().allMatch(other -> Math.abs(other - x) > LABEL_ROOM)) {
                taken.add(x);
                html.tag(
                        format(
                            "<text class=\"hkl\" x=\"%.1f\" y=\"%.1f\">",
                            x, y(line.intensity() / top) - 5))
                    .words(line.indices())
                    .tag("</text>");
              }
            });
  }

  private static double x(double angle, double from, double to) {
    return LEFT + (angle - from) / (to - from) * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double share) {
    return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
