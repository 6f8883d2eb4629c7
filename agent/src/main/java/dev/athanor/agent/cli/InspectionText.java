package dev.athanor.agent.cli;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.List;
import java.util.Locale;

/** An inspection as a person reads it. */
final class InspectionText {
  private static final int MOST_SITES = 40;

  private final Terminal terminal;
  private final StringBuilder text = new StringBuilder();

  private InspectionText(Terminal terminal) {
    this.terminal = terminal;
  }

  /** One structure, with an empty line after it. */
  static String of(Inspection inspection, Terminal terminal) {
    InspectionText page = new InspectionText(terminal);
    page.write(inspection);
    return page.text.toString();
  }

  private void write(Inspection inspection) {
    Crystal crystal = inspection.crystal();
    text.append(Titles.of(terminal, inspection.entry().row())).append('\n');
    line(
        "space group",
        inspection
            .symmetry()
            .map(found -> found.toText(inspection.tolerance()))
            .orElse("not determined"));
    inspection.type().ifPresent(found -> line("type", found.label() + ": " + found.occupants()));
    line("stated", inspection.stated().map(StatedGroup::toText).orElse("none"));
    line("cell", cell(crystal.lattice()));
    line("reduced", cell(inspection.reduced()));
    line("volume", volume(inspection));
    inspection
        .geometry()
        .ifPresent(check -> line("geometry", check.verdict().name().toLowerCase(Locale.ROOT)));
    line(
        "distances",
        String.format(Locale.ROOT, "nearest sites %.3f Å apart", inspection.smallestDistance()));
    line("sites", sites(inspection));
    table(inspection);
    for (ReadWarning warning : inspection.warnings()) {
      text.append("  ").append(warning.toText(terminal)).append('\n');
    }
    text.append('\n');
  }

  private void line(String name, String value) {
    text.append("  ")
        .append(terminal.paint(Paint.FAINT, String.format("%-12s", name)))
        .append(' ')
        .append(value)
        .append('\n');
  }

  private static String cell(Lattice lattice) {
    return String.format(
        Locale.ROOT,
        "a %.4f  b %.4f  c %.4f Å   α %.2f  β %.2f  γ %.2f°",
        lattice.a().length(),
        lattice.b().length(),
        lattice.c().length(),
        lattice.alpha(),
        lattice.beta(),
        lattice.gamma());
  }

  private static String volume(Inspection inspection) {
    Crystal crystal = inspection.crystal();
    String cell = String.format(Locale.ROOT, "%.2f Å³ in the cell", crystal.lattice().volume());
    if (inspection.entry().hasPlaceholders()) {
      return cell;
    }
    return cell
        + String.format(
            Locale.ROOT,
            ", %.2f Å³ per atom, %.3f g/cm³",
            crystal.volumePerAtom(),
            crystal.density());
  }

  private static String sites(Inspection inspection) {
    Crystal crystal = inspection.crystal();
    return crystal.sites().size()
        + " in the cell, "
        + inspection
            .symmetry()
            .map(found -> found.primitiveSites() + " in the primitive one, ")
            .orElse("")
        + (crystal.isOrdered() ? "each filled by one element" : "some shared or partly empty");
  }

  /** Number, species, coordinates, and Wyckoff letter with site symmetry where known. */
  private void table(Inspection inspection) {
    List<Site> sites = inspection.crystal().sites();
    List<String> names = SiteNames.of(inspection.entry().row());
    int shown = Math.min(MOST_SITES, sites.size());
    int width = names.stream().limit(shown).mapToInt(String::length).max().orElse(2);
    for (int i = 0; i < shown; i++) {
      int site = i;
      Vector3 position = sites.get(i).position();
      text.append(
          String.format(
              Locale.ROOT,
              "  %12s %-" + width + "s  %9.5f %9.5f %9.5f%s%n",
              i + 1,
              Terminal.safe(names.get(i)),
              position.x(),
              position.y(),
              position.z(),
              inspection
                  .symmetry()
                  .map(
                      found ->
                          "   "
                              + found.letters().get(site)
                              + "  "
                              + found.siteSymmetries().get(site))
                  .orElse("")));
    }
    if (shown < sites.size()) {
      line("", (sites.size() - shown) + " more; --json --sites lists them all");
    }
  }
}
