package dev.athanor.agent.cli;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An inspection as a person reads it. */
final class InspectionText {
  private static final int MOST_SITES = 40;

  private final Terminal terminal;
  private final PrintWriter out;

  InspectionText(Terminal terminal) {
    this.terminal = terminal;
    this.out = terminal.out();
  }

  /** Writes one structure, with an empty line after it. */
  void write(Inspection inspection) {
    Crystal crystal = inspection.row().crystal();
    Lattice lattice = crystal.lattice();
    String formula = crystal.composition().reducedFormula();
    String id = Terminal.safe(inspection.row().id());
    out.println(terminal.paint(Paint.BOLD, formula) + (id.equals(formula) ? "" : "  " + id));
    line("space group", spaceGroup(inspection));
    line(
        "cell",
        String.format(
            Locale.ROOT,
            "a %.4f  b %.4f  c %.4f Å   α %.2f  β %.2f  γ %.2f°",
            lattice.a().length(),
            lattice.b().length(),
            lattice.c().length(),
            lattice.alpha(),
            lattice.beta(),
            lattice.gamma()));
    line(
        "volume",
        String.format(
            Locale.ROOT,
            "%.2f Å³ in the cell, %.2f Å³ per atom, %.3f g/cm³",
            lattice.volume(),
            crystal.volumePerAtom(),
            crystal.density()));
    line(
        "geometry",
        String.format(
            Locale.ROOT,
            "%s, shortest distance %.3f Å",
            inspection.geometry().verdict().name().toLowerCase(Locale.ROOT),
            inspection.geometry().shortestDistance()));
    line(
        "sites",
        crystal.sites().size()
            + " in the cell, "
            + (crystal.isOrdered() ? "each filled by one element" : "some shared or partly empty"));
    sites(crystal.sites());
    for (Inspection.Warning warning : inspection.warnings()) {
      out.println(
          "  "
              + terminal.paint(Paint.YELLOW, "warning " + warning.kind())
              + " "
              + Terminal.safe(warning.message())
              + (warning.line().isPresent() ? " (line " + warning.line().getAsInt() + ")" : ""));
    }
    out.println();
  }

  private void line(String name, String value) {
    out.println("  " + terminal.paint(Paint.FAINT, String.format("%-12s", name)) + " " + value);
  }

  private static String spaceGroup(Inspection inspection) {
    String symbol = inspection.spaceGroupSymbol().map(Terminal::safe).orElse("");
    String number =
        inspection.spaceGroupNumber().isPresent()
            ? "No. " + inspection.spaceGroupNumber().getAsInt()
            : "";
    if (symbol.isEmpty() && number.isEmpty()) {
      return "none in the file";
    }
    return symbol + (symbol.isEmpty() || number.isEmpty() ? "" : ", ") + number;
  }

  private void sites(List<Site> sites) {
    int shown = Math.min(MOST_SITES, sites.size());
    int width =
        sites.stream().limit(shown).mapToInt(site -> species(site).length()).max().orElse(2);
    for (int i = 0; i < shown; i++) {
      Vector3 position = sites.get(i).position();
      out.println(
          String.format(
              Locale.ROOT,
              "  %12s %-" + width + "s  %9.5f %9.5f %9.5f",
              i + 1,
              species(sites.get(i)),
              position.x(),
              position.y(),
              position.z()));
    }
    if (shown < sites.size()) {
      line("", (sites.size() - shown) + " more; --json lists them all");
    }
  }

  private static String species(Site site) {
    if (site.isOrdered()) {
      return site.majorElement().symbol();
    }
    return site.occupancies().entrySet().stream()
        .map(share -> String.format(Locale.ROOT, "%s %.3g", share.getKey(), share.getValue()))
        .collect(Collectors.joining(" "));
  }
}
