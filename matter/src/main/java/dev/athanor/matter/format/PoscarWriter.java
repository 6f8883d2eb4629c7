package dev.athanor.matter.format;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes ordered crystals as POSCAR (VASP 5 on), direct coordinates, sites grouped by element. */
public final class PoscarWriter {
  private PoscarWriter() {}

  /**
   * The file.
   *
   * @throws MatterException {@code DISORDERED} where sites are shared or partly filled
   */
  public static String write(CrystalRecord entry) {
    requireOrdered(entry, "POSCAR");
    Map<Element, List<Site>> groups = new LinkedHashMap<>();
    for (Site site : entry.crystal().sites()) {
      groups.computeIfAbsent(site.majorElement(), e -> new ArrayList<>()).add(site);
    }
    StringBuilder text = new StringBuilder(512);
    text.append(entry.id().replaceAll("[\\r\\n]+", " ")).append("\n1.0\n");
    for (double[] row : entry.crystal().lattice().rows()) {
      text.append(vector(row[0], row[1], row[2])).append('\n');
    }
    groups.keySet().forEach(element -> text.append(' ').append(element.symbol()));
    text.append('\n');
    groups.values().forEach(sites -> text.append(' ').append(sites.size()));
    text.append("\nDirect\n");
    groups.forEach(
        (element, sites) ->
            sites.forEach(
                site ->
                    text.append(
                            vector(site.position().x(), site.position().y(), site.position().z()))
                        .append(' ')
                        .append(element.symbol())
                        .append('\n')));
    return text.toString();
  }

  static void requireOrdered(CrystalRecord entry, String format) {
    if (!entry.crystal().isOrdered()) {
      throw new MatterException(
          MatterErrors.DISORDERED,
          "'"
              + entry.id()
              + "' has shared or partly filled sites, which "
              + format
              + " cannot hold");
    }
  }

  private static String vector(double x, double y, double z) {
    return String.format(Locale.ROOT, "  %18.12f %18.12f %18.12f", x, y, z);
  }
}
