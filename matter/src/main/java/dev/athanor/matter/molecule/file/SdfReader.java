package dev.athanor.matter.molecule.file;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.molecule.Atom;
import dev.athanor.matter.molecule.Bond;
import dev.athanor.matter.molecule.Molecule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads SDF and MOL files of version V2000.
 *
 * <p>Taken are symbols, positions, charges ({@code M CHG}, or the old column), bonds of the types 1
 * to 4 and the data items. Hydrogens that the file leaves out stay out. Isotopes, radicals and
 * stereo marks are passed over; query atoms and bonds, and V3000, are refused. An entry that cannot
 * be read is rejected and the next one read.
 */
public final class SdfReader {
  private static final int COUNTS_LINE = 3;
  private static final int FIRST_ATOM = 4;
  private static final int MAX_ATOMS = 999;
  private static final int[] OLD_CHARGES = {0, 3, 2, 1, 0, -1, -2, -3};

  private final String name;
  private final List<String> lines;

  /** Line of the file before the first of the entry. */
  private final int before;

  private SdfReader(String name, List<String> lines, int before) {
    this.name = name;
    this.lines = lines;
    this.before = before;
  }

  /**
   * Reads every entry of a file.
   *
   * @param name identifier for entries without a title; their number is added from the second
   */
  public static void read(String text, String name, MoleculeSink sink) {
    List<String> entry = new ArrayList<>();
    int before = 0;
    int line = 0;
    int number = 0;
    for (String row : (Iterable<String>) text.lines()::iterator) {
      line++;
      if (row.startsWith("$$$$")) {
        number++;
        accept(new SdfReader(name(name, number), entry, before), sink);
        entry = new ArrayList<>();
        before = line;
      } else {
        entry.add(row);
      }
    }
    boolean blank = entry.stream().allMatch(String::isBlank);
    if (!blank || number == 0) {
      accept(new SdfReader(name(name, number + 1), entry, before), sink);
    }
  }

  private static String name(String name, int number) {
    return number == 1 ? name : name + ":" + number;
  }

  private static void accept(SdfReader reader, MoleculeSink sink) {
    MoleculeRecord entry;
    try {
      entry = reader.entry();
    } catch (MatterException e) {
      sink.rejected(reader.id(), e.atLine(reader.before + 1));
      return;
    }
    sink.accepted(entry);
  }

  private String id() {
    String title = lines.isEmpty() ? "" : lines.get(0).strip();
    return title.isEmpty() ? name : title;
  }

  private MoleculeRecord entry() {
    String counts = line(COUNTS_LINE);
    if (counts.contains("V3000")) {
      throw new MatterException(
          MatterErrors.UNKNOWN_FORMAT,
          "V3000 is not read; write it as V2000",
          fileLine(COUNTS_LINE));
    }
    int atoms = count(counts, 0);
    int bonds = count(counts, 3);
    List<Atom> bare = new ArrayList<>();
    for (int i = 0; i < atoms; i++) {
      bare.add(atom(FIRST_ATOM + i));
    }
    List<Bond> drawn = new ArrayList<>();
    for (int i = 0; i < bonds; i++) {
      drawn.add(bond(FIRST_ATOM + atoms + i, atoms));
    }
    List<Atom> charged = charged(bare, FIRST_ATOM + atoms + bonds);
    int charge = charged.stream().mapToInt(Atom::formalCharge).sum();
    return new MoleculeRecord(id(), new Molecule(charged, drawn, charge), texts());
  }

  private Atom atom(int at) {
    String line = line(at);
    int number = fileLine(at);
    String symbol = Fields.columns(line, 31, 34);
    double x = Fields.number(Fields.columns(line, 0, 10), number);
    double y = Fields.number(Fields.columns(line, 10, 20), number);
    double z = Fields.number(Fields.columns(line, 20, 30), number);
    String old = Fields.columns(line, 36, 39).strip();
    int code = old.isEmpty() ? 0 : Fields.integer(old, number);
    if (code < 0 || code >= OLD_CHARGES.length) {
      throw new MatterException(MatterErrors.MALFORMED, "no charge has the code " + code, number);
    }
    return new Atom(Fields.element(symbol, number), new Vector3(x, y, z), OLD_CHARGES[code]);
  }

  private Bond bond(int at, int atoms) {
    String line = line(at);
    int number = fileLine(at);
    int first = Fields.integer(Fields.columns(line, 0, 3), number) - 1;
    int second = Fields.integer(Fields.columns(line, 3, 6), number) - 1;
    int type = Fields.integer(Fields.columns(line, 6, 9), number);
    if (first < 0 || first >= atoms || second < 0 || second >= atoms) {
      throw new MatterException(
          MatterErrors.MALFORMED, "a bond to an atom that is not there", number);
    }
    if (type < 1 || type > 4) {
      throw new MatterException(
          MatterErrors.MALFORMED, "a bond of the type " + type + " asks, it does not tell", number);
    }
    return new Bond(first, second, type == 4 ? Bond.Order.AROMATIC : Bond.Order.ofPairs(type));
  }

  /** Charges of the property block, which replace all others where there are any. */
  private List<Atom> charged(List<Atom> atoms, int from) {
    List<Atom> result = atoms;
    for (int at = from; at < lines.size() && !lines.get(at).startsWith("M  END"); at++) {
      if (lines.get(at).startsWith("M  CHG")) {
        if (result == atoms) {
          result =
              new ArrayList<>(
                  atoms.stream().map(a -> new Atom(a.element(), a.position(), 0)).toList());
        }
        applyCharges(result, at);
      }
    }
    return result;
  }

  private void applyCharges(List<Atom> atoms, int at) {
    int number = fileLine(at);
    String line = lines.get(at);
    int count = Fields.integer(Fields.columns(line, 6, 9), number);
    for (int i = 0; i < count; i++) {
      int atom = Fields.integer(Fields.columns(line, 10 + 8 * i, 13 + 8 * i), number) - 1;
      int charge = Fields.integer(Fields.columns(line, 14 + 8 * i, 17 + 8 * i), number);
      if (atom < 0 || atom >= atoms.size()) {
        throw new MatterException(
            MatterErrors.MALFORMED, "a charge on an atom that is not there", number);
      }
      atoms.set(atom, new Atom(atoms.get(atom).element(), atoms.get(atom).position(), charge));
    }
  }

  /** Data items: a head with the name in angle brackets, lines, and a blank one. */
  private Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int at = FIRST_ATOM; at < lines.size(); at++) {
      String head = lines.get(at);
      int open = head.indexOf('<');
      int close = head.lastIndexOf('>');
      if (head.startsWith(">") && open > 0 && close > open) {
        List<String> value = new ArrayList<>();
        while (at + 1 < lines.size() && !lines.get(at + 1).isBlank()) {
          value.add(lines.get(++at));
        }
        texts.put(head.substring(open + 1, close), String.join("\n", value));
      }
    }
    return texts;
  }

  private int count(String counts, int from) {
    int count = Fields.integer(Fields.columns(counts, from, from + 3), fileLine(COUNTS_LINE));
    if (count < 0 || count > MAX_ATOMS) {
      throw new MatterException(
          MatterErrors.MALFORMED, "counts are 0 to " + MAX_ATOMS, fileLine(COUNTS_LINE));
    }
    return count;
  }

  private String line(int at) {
    if (at >= lines.size()) {
      throw new MatterException(
          MatterErrors.MALFORMED, "the entry ends too early", before + lines.size());
    }
    return lines.get(at);
  }

  private int fileLine(int at) {
    return before + at + 1;
  }
}
