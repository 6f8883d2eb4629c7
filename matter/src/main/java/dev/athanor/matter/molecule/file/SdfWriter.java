package dev.athanor.matter.molecule.file;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.molecule.Atom;
import dev.athanor.matter.molecule.Bond;
import dev.athanor.matter.molecule.Molecule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes molecules as SDF of version V2000, four decimals of an angstrom. */
public final class SdfWriter {
  private static final int MAX_COUNT = 999;
  private static final int CHARGES_A_LINE = 8;
  private static final double LARGEST = 9999.9999;

  private SdfWriter() {}

  /**
   * One entry with its closing line.
   *
   * @throws MatterException {@code TOO_LARGE} beyond 999 atoms or bonds, or ten thousand angstrom
   */
  public static String write(MoleculeRecord entry) {
    Molecule molecule = entry.molecule();
    if (molecule.atoms().size() > MAX_COUNT || molecule.bonds().size() > MAX_COUNT) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "V2000 holds at most " + MAX_COUNT + " atoms and bonds");
    }
    StringBuilder text = new StringBuilder(1024);
    text.append(oneLine(entry.id())).append("\n  athanor\n\n");
    text.append(
        String.format(
            Locale.ROOT,
            "%3d%3d  0  0  0  0  0  0  0  0999 V2000%n",
            molecule.atoms().size(),
            molecule.bonds().size()));
    molecule.atoms().forEach(atom -> text.append(line(atom)));
    for (Bond bond : molecule.bonds()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%3d%3d%3d  0%n",
              bond.first() + 1,
              bond.second() + 1,
              type(bond.order())));
    }
    charges(molecule, text);
    text.append("M  END\n");
    for (Map.Entry<String, String> item : entry.texts().entrySet()) {
      text.append("> <").append(oneLine(item.getKey()).replaceAll("[<>]", "_")).append(">\n");
      // a blank line would end the item, and four dollars the entry
      item.getValue()
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("$$$$"))
          .forEach(line -> text.append(line).append('\n'));
      text.append('\n');
    }
    return text.append("$$$$\n").toString().replace("\r\n", "\n");
  }

  private static String line(Atom atom) {
    double largest =
        Math.max(
            Math.abs(atom.position().x()),
            Math.max(Math.abs(atom.position().y()), Math.abs(atom.position().z())));
    if (largest > LARGEST) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "V2000 holds positions up to " + LARGEST + " angstrom");
    }
    return String.format(
        Locale.ROOT,
        "%10.4f%10.4f%10.4f %-3s 0  0  0  0  0  0  0  0  0  0  0  0%n",
        atom.position().x(),
        atom.position().y(),
        atom.position().z(),
        atom.element().symbol());
  }

  private static int type(Bond.Order order) {
    return switch (order) {
      case SINGLE -> 1;
      case DOUBLE -> 2;
      case TRIPLE -> 3;
      case AROMATIC -> 4;
    };
  }

  private static void charges(Molecule molecule, StringBuilder text) {
    List<String> charges = new ArrayList<>();
    for (int atom = 0; atom < molecule.atoms().size(); atom++) {
      int charge = molecule.atoms().get(atom).formalCharge();
      if (charge != 0) {
        charges.add(String.format(Locale.ROOT, " %3d %3d", atom + 1, charge));
      }
    }
    for (int from = 0; from < charges.size(); from += CHARGES_A_LINE) {
      List<String> part = charges.subList(from, Math.min(from + CHARGES_A_LINE, charges.size()));
      text.append(String.format(Locale.ROOT, "M  CHG%3d", part.size()))
          .append(String.join("", part))
          .append('\n');
    }
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("[\\r\\n]+", " ");
    return line.startsWith("$$$$") ? " " + line : line;
  }
}
