package dev.athanor.matter.format;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes ordered crystals as extended XYZ, one frame each, with identifier, numbers and texts. */
public final class ExtendedXyzWriter {
  private ExtendedXyzWriter() {}

  /**
   * One frame.
   *
   * @throws MatterException {@code DISORDERED} where sites are shared or partly filled
   */
  public static String write(CrystalRecord entry) {
    PoscarWriter.requireOrdered(entry, "extended XYZ");
    Crystal crystal = entry.crystal();
    StringBuilder text = new StringBuilder(512);
    text.append(crystal.sites().size()).append("\nLattice=\"");
    boolean first = true;
    for (double[] row : crystal.lattice().rows()) {
      for (double component : row) {
        text.append(first ? "" : " ").append(String.format(Locale.ROOT, "%.12f", component));
        first = false;
      }
    }
    text.append("\" Properties=species:S:1:pos:R:3 id=")
        .append(KeyValueLine.quoted(oneLine(entry.id())));
    for (Map.Entry<String, Double> number : entry.numbers().entrySet()) {
      text.append(' ').append(key(number.getKey())).append('=').append(number.getValue());
    }
    for (Map.Entry<String, String> words : entry.texts().entrySet()) {
      if (!words.getKey().equals("pbc")) {
        text.append(' ')
            .append(key(words.getKey()))
            .append('=')
            .append(KeyValueLine.quoted(oneLine(words.getValue())));
      }
    }
    text.append(" pbc=")
        .append(KeyValueLine.quoted(oneLine(entry.text("pbc").orElse("T T T"))))
        .append('\n');
    for (Site site : crystal.sites()) {
      Vector3 place = crystal.lattice().toCartesian(site.position());
      text.append(
          String.format(
              Locale.ROOT,
              "%-2s %18.12f %18.12f %18.12f\n",
              site.majorElement().symbol(),
              place.x(),
              place.y(),
              place.z()));
    }
    return text.toString();
  }

  /**
   * A file of frames.
   *
   * @throws MatterException {@code DISORDERED} for the first crystal that cannot be written
   */
  public static String write(List<CrystalRecord> entries) {
    StringBuilder text = new StringBuilder();
    entries.forEach(entry -> text.append(write(entry)));
    return text.toString();
  }

  private static String key(String name) {
    return name.replaceAll("[^A-Za-z0-9_.-]", "_");
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\r\\n]+", " ");
  }
}
