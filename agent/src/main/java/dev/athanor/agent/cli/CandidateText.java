package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The ranked candidates as a table that fits a terminal. */
final class CandidateText {
  private static final int WIDE = 100;
  private static final int FORMULA = 15;
  private static final double NEARLY_CERTAIN = 0.995;

  private final Terminal terminal;
  private final PrintWriter out;

  CandidateText(Terminal terminal) {
    this.terminal = terminal;
    this.out = terminal.out();
  }

  /** Writes the table, with a line that says what the columns are. */
  void write(JsonNode candidates) {
    boolean wide = terminal.width() >= WIDE;
    out.println(
        terminal.paint(
            Paint.BOLD,
            row(
                wide,
                "#",
                "compound",
                "form. energy",
                "above hull",
                "stable",
                "supercond.",
                "Tc",
                "for the model")));
    out.println(
        terminal.paint(
            Paint.FAINT, row(wide, "", "", "eV/atom", "eV/atom", "& prob.", "prob.", "K", "")));
    int rank = 1;
    for (JsonNode candidate : candidates) {
      JsonNode estimates = candidate.path("estimates");
      String formula = Wrapped.cut(Terminal.safe(candidate.path("formula").asText()), FORMULA);
      out.println(
          row(
              wide,
              candidate.path("rank").asText(Integer.toString(rank)),
              formula,
              estimate(estimates.path("formation_energy"), 3),
              estimate(estimates.path("energy_above_hull"), 3),
              verdict(candidate.path("stability")),
              estimate(estimates.path("superconductor"), 2),
              estimate(estimates.path("critical_temperature"), 1),
              ground(estimates)));
      rank++;
    }
    out.println(
        terminal.paint(
            Paint.FAINT,
            "predictions with one standard deviation; below 0 beats all known phases;"));
    out.println(
        terminal.paint(
            Paint.FAINT,
            "stable: whether it is called so, and the calibrated probability that it is"));
  }

  private static String row(
      boolean wide,
      String rank,
      String formula,
      String energy,
      String hull,
      String stable,
      String probability,
      String temperature,
      String ground) {
    String middle = wide ? String.format(Locale.ROOT, " %14s", energy) : "";
    return String.format(
            Locale.ROOT,
            "%3s %-" + FORMULA + "s%s %13s %-8s %10s %11s  %s",
            rank,
            formula,
            middle,
            hull,
            stable,
            probability,
            temperature,
            ground)
        .stripTrailing();
  }

  private static String estimate(JsonNode estimate, int digits) {
    if (!estimate.path("value").isNumber()) {
      return "-";
    }
    return String.format(
        Locale.ROOT,
        "%." + digits + "f ±%." + digits + "f",
        estimate.path("value").asDouble(),
        estimate.path("standard_deviation").asDouble());
  }

  /** The verdict, and a probability that never reads as certainty. */
  private static String verdict(JsonNode stability) {
    if (!stability.path("probability").isNumber()) {
      return "-";
    }
    double probability = stability.path("probability").asDouble();
    String shown =
        probability > NEARLY_CERTAIN
            ? ">.99"
            : probability < 1 - NEARLY_CERTAIN
                ? "<.01"
                : String.format(Locale.ROOT, "%.2f", probability);
    return (stability.path("stable").asBoolean() ? "yes " : "no  ") + shown;
  }

  /** The worst applicability among the estimates. */
  private String ground(JsonNode estimates) {
    List<String> levels = List.of("OUT_OF_DOMAIN", "EXTRAPOLATING", "IN_DOMAIN");
    int worst =
        IntStream.range(0, levels.size())
            .filter(i -> has(estimates, levels.get(i)))
            .findFirst()
            .orElse(levels.size());
    return switch (worst) {
      case 0 -> terminal.paint(Paint.RED, "out of domain");
      case 1 -> terminal.paint(Paint.YELLOW, "extrapolating");
      case 2 -> terminal.paint(Paint.GREEN, "in domain");
      default -> "";
    };
  }

  private static boolean has(JsonNode estimates, String level) {
    for (JsonNode estimate : estimates) {
      if (estimate.at("/applicability/level").asText().equals(level)) {
        return true;
      }
    }
    return false;
  }
}
