package dev.athanor.matter.molecule.file;

import dev.athanor.matter.molecule.Atom;
import dev.athanor.matter.molecule.Molecule;
import java.util.Locale;

/** Writes molecules as XYZ frames with eight decimals of an angstrom; bonds are left behind. */
public final class MoleculeXyzWriter {
  private MoleculeXyzWriter() {}

  /** One frame; the comment has the identifier and, where it is not 0, the charge. */
  public static String write(MoleculeRecord entry) {
    Molecule molecule = entry.molecule();
    StringBuilder text = new StringBuilder(64 * molecule.atoms().size());
    text.append(molecule.atoms().size()).append('\n');
    text.append(entry.id().replaceAll("[\\r\\n]+", " ").replace("Lattice=", "lattice "));
    if (molecule.charge() != 0) {
      text.append(" charge=").append(molecule.charge());
    }
    text.append('\n');
    for (Atom atom : molecule.atoms()) {
      text.append(
              String.format(
                  Locale.ROOT,
                  "%-2s %15.8f %15.8f %15.8f",
                  atom.element().symbol(),
                  atom.position().x(),
                  atom.position().y(),
                  atom.position().z()))
          .append('\n');
    }
    return text.toString();
  }
}
