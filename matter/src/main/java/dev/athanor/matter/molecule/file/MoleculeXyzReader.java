package dev.athanor.matter.molecule.file;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.molecule.Atom;
import dev.athanor.matter.molecule.Molecule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads XYZ files of molecules, one or many frames: a count, a comment, and a line of symbol and
 * position in angstrom for each atom; further columns are passed over.
 *
 * <p>{@code charge=N} in the comment is the total charge. A comment with a lattice makes the frame
 * a crystal, which is refused here. After an error nothing more of the file is read, since where
 * the next frame begins is then unknown.
 */
public final class MoleculeXyzReader {
  private static final Pattern CHARGE =
      Pattern.compile("(?i)(?:^|\\s)charge=([+-]?[0-9]{1,3})(?=\\s|$)");
  private static final int WORDS = 4;

  private final List<String> lines;
  private final String name;
  private int next;
  private int frame;

  private MoleculeXyzReader(List<String> lines, String name) {
    this.lines = lines;
    this.name = name;
  }

  /**
   * Reads every frame.
   *
   * @param name identifier of the first frame; the number is added from the second
   */
  public static void read(String text, String name, MoleculeSink sink) {
    MoleculeXyzReader reader = new MoleculeXyzReader(text.lines().toList(), name);
    do {
      reader.frame++;
      MoleculeRecord entry;
      try {
        entry = reader.frame();
      } catch (MatterException e) {
        sink.rejected(reader.id(), e.atLine(Math.max(1, reader.next)));
        return;
      }
      sink.accepted(entry);
    } while (reader.hasMore());
  }

  private MoleculeRecord frame() {
    String countLine = line();
    int count = Fields.integer(countLine, next);
    if (count < 1) {
      throw new MatterException(MatterErrors.MISSING_SITES, "a frame without atoms", next);
    }
    if (count > lines.size() - next) {
      throw new MatterException(
          MatterErrors.MALFORMED, count + " atoms announced, the file ends before", next);
    }
    String comment = line();
    if (comment.contains("Lattice=")) {
      throw new MatterException(
          MatterErrors.UNKNOWN_FORMAT, "a frame with a lattice is a crystal, not a molecule", next);
    }
    List<Atom> atoms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      atoms.add(atom());
    }
    Matcher charge = CHARGE.matcher(comment);
    int total = charge.find() ? Integer.parseInt(charge.group(1)) : 0;
    Map<String, String> texts = comment.isBlank() ? Map.of() : Map.of("comment", comment.strip());
    return new MoleculeRecord(id(), new Molecule(atoms, List.of(), total), texts);
  }

  private Atom atom() {
    String[] words = line().strip().split("\\s+", WORDS + 1);
    if (words.length < WORDS) {
      throw new MatterException(
          MatterErrors.MALFORMED, "an atom needs a symbol and three numbers", next);
    }
    return new Atom(
        Fields.element(words[0], next),
        new Vector3(
            Fields.number(words[1], next),
            Fields.number(words[2], next),
            Fields.number(words[3], next)),
        0);
  }

  private boolean hasMore() {
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
    return next < lines.size();
  }

  private String line() {
    if (next >= lines.size()) {
      throw new MatterException(MatterErrors.MALFORMED, "the file ends too early", lines.size());
    }
    return lines.get(next++);
  }

  private String id() {
    return frame == 1 ? name : name + ":" + frame;
  }
}
