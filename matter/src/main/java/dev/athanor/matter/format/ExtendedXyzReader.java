package dev.athanor.matter.format;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.format.internal.CifNumbers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Reads crystals from extended XYZ: any number of frames, each a count of atoms, a line of {@code
 * key=value} with {@code Lattice="..."} and {@code Properties=species:S:1:pos:R:3...}, and the
 * atoms with Cartesian coordinates in angstrom. A frame that is wrong is rejected and the next one
 * read, as long as its count of atoms can be trusted.
 *
 * @see <a href="https://github.com/libAtoms/extxyz">the format</a>
 */
public final class ExtendedXyzReader {
  private final Iterator<String> lines;
  private final StructureSink sink;
  private final String name;
  private int number;
  private int frame;
  private int rejected;

  private ExtendedXyzReader(String text, String name, StructureSink sink) {
    this.lines = text.lines().iterator();
    this.name = name;
    this.sink = sink;
  }

  /**
   * Every frame.
   *
   * @param text the file
   * @param name identifier of a frame that has none; frames after the first add their number
   * @throws MatterException with code and line, for the first frame that cannot be read
   */
  public static List<CrystalRecord> read(String text, String name) {
    List<CrystalRecord> entries = new ArrayList<>();
    read(
        text,
        name,
        new StructureSink() {
          @Override
          public void accepted(CrystalRecord entry) {
            entries.add(entry);
          }

          @Override
          public void rejected(String id, MatterException why) {
            throw why;
          }
        });
    return entries;
  }

  /**
   * Every frame, those that are wrong to {@link StructureSink#rejected}.
   *
   * @throws MatterException {@code MALFORMED} when there is no frame at all
   */
  public static void read(String text, String name, StructureSink sink) {
    if (text.length() > BoundedText.MAX_BYTES) {
      throw new MatterException(MatterErrors.TOO_LARGE, "an XYZ file of " + text.length());
    }
    new ExtendedXyzReader(text, name, sink).readFrames();
  }

  private void readFrames() {
    while (lines.hasNext()) {
      String first = nextLine();
      if (first.isBlank()) {
        continue;
      }
      frame++;
      int at = number;
      String count = first.strip();
      if (!count.matches("[0-9]{1,9}")) {
        // without the count there is no telling where the next frame starts
        reject(
            id(),
            new MatterException(
                MatterErrors.MALFORMED, "expected the number of atoms of a frame", at));
        return;
      }
      if (!readFrame(Integer.parseInt(count), at)) {
        return;
      }
    }
    if (frame == 0) {
      throw new MatterException(MatterErrors.MALFORMED, "the file is empty", 1);
    }
  }

  /** False when the file ended within the frame. */
  private boolean readFrame(int count, int start) {
    if (!lines.hasNext()) {
      reject(
          id(),
          new MatterException(MatterErrors.MALFORMED, "the frame ends after its count", start));
      return false;
    }
    String header = nextLine();
    int headerLine = number;
    // lines of a frame too large to be read are passed over, not kept
    boolean kept = count <= Crystal.MAX_SITES;
    List<String> atoms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (!lines.hasNext()) {
        reject(
            id(),
            new MatterException(
                MatterErrors.MALFORMED,
                "the frame announces " + count + " atoms and ends after " + i,
                number));
        return false;
      }
      String line = nextLine();
      if (kept) {
        atoms.add(line);
      }
    }
    if (!kept) {
      reject(
          id(),
          new MatterException(
              MatterErrors.TOO_LARGE,
              count + " atoms; at most " + Crystal.MAX_SITES + " are read",
              start));
      return true;
    }
    Optional<String> named = Optional.empty();
    try {
      Map<String, String> values = KeyValueLine.parse(BoundedText.atomLine(header, headerLine));
      named = Optional.ofNullable(values.get("id")).filter(text -> !text.isBlank());
      sink.accepted(frame(named.orElse(id()), values, atoms, headerLine));
    } catch (MatterException e) {
      reject(named.orElse(id()), e.atLine(headerLine));
    }
    return true;
  }

  private void reject(String id, MatterException why) {
    rejected = BoundedText.oneMoreRejected(rejected, number);
    sink.rejected(id, why);
  }

  private CrystalRecord frame(
      String id, Map<String, String> values, List<String> atoms, int headerLine) {
    Lattice lattice = lattice(values);
    XyzColumns columns = XyzColumns.parse(values.getOrDefault("Properties", "species:S:1:pos:R:3"));
    List<Site> sites = new ArrayList<>(atoms.size());
    for (int i = 0; i < atoms.size(); i++) {
      int line = headerLine + 1 + i;
      String[] words = BoundedText.atomLine(atoms.get(i), line).strip().split("\\s+", -1);
      if (words.length < columns.width()) {
        throw new MatterException(
            MatterErrors.BAD_COORDINATES,
            "an atom of " + words.length + " columns; " + columns.width() + " are announced",
            line);
      }
      Vector3 place =
          new Vector3(
              number(words[columns.position()], line),
              number(words[columns.position() + 1], line),
              number(words[columns.position() + 2], line));
      sites.add(Site.of(element(words[columns.species()], line), lattice.toFractional(place)));
    }
    return record(id, new Crystal(lattice, sites), values);
  }

  private static CrystalRecord record(String id, Crystal crystal, Map<String, String> values) {
    Map<String, Double> numbers = new TreeMap<>();
    Map<String, String> texts = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (key.equals("Lattice") || key.equals("Properties") || key.equals("id")) {
            return;
          }
          OptionalDouble number = CifNumbers.tryParse(value);
          if (number.isPresent() && value.indexOf('(') < 0 && value.indexOf('/') < 0) {
            numbers.put(key, number.getAsDouble());
          } else {
            texts.put(key, value);
          }
        });
    return new CrystalRecord(id, crystal, numbers, texts);
  }

  private static Lattice lattice(Map<String, String> values) {
    String text = values.get("Lattice");
    if (text == null) {
      throw new MatterException(
          MatterErrors.MISSING_CELL, "the frame has no Lattice=\"...\": a molecule, no crystal");
    }
    String[] words = text.strip().split("[\\s,]+", -1);
    if (words.length != 9) {
      throw new MatterException(
          MatterErrors.BAD_LATTICE, "Lattice has " + words.length + " numbers instead of nine");
    }
    double[][] rows = new double[3][3];
    for (int i = 0; i < 9; i++) {
      OptionalDouble number = CifNumbers.tryParse(words[i]);
      if (number.isEmpty()) {
        throw new MatterException(
            MatterErrors.BAD_LATTICE, "Lattice holds '" + shown(words[i]) + "', no number");
      }
      rows[i / 3][i % 3] = number.getAsDouble();
    }
    return Lattice.ofRows(rows);
  }

  private static double number(String word, int line) {
    OptionalDouble number = CifNumbers.tryParse(word);
    if (number.isEmpty() || word.indexOf('(') >= 0 || word.indexOf('/') >= 0) {
      throw new MatterException(
          MatterErrors.BAD_COORDINATES, "'" + shown(word) + "' is no number", line);
    }
    return number.getAsDouble();
  }

  private static Element element(String word, int line) {
    if (word.matches("[0-9]{1,3}")) {
      int atomicNumber = Integer.parseInt(word);
      if (atomicNumber >= 1 && atomicNumber <= Element.values().length) {
        return Element.ofAtomicNumber(atomicNumber);
      }
    }
    return Element.ofSymbol(word)
        .orElseThrow(
            () ->
                new MatterException(
                    MatterErrors.UNKNOWN_ELEMENT, "'" + shown(word) + "' names no element", line));
  }

  private String nextLine() {
    number++;
    return lines.next();
  }

  private String id() {
    return frame == 1 ? name : name + ":" + frame;
  }

  private static String shown(String word) {
    return word.length() > 30 ? word.substring(0, 30) + "..." : word;
  }
}
