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
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads POSCAR and CONTCAR files of VASP: with symbols (version 5 on) or, where the comment line or
 * the positions name them, without (version 4); direct or Cartesian; scaled by a factor, by three,
 * or to a volume (a negative factor). Selective dynamics, velocities and anything after the
 * positions are passed over.
 *
 * @see <a href="https://www.vasp.at/wiki/index.php/POSCAR">the format</a>
 */
public final class PoscarReader {
  private final Iterator<String> lines;
  private int next;

  /** Factors of Cartesian components, of cell and positions alike. */
  private final double[] scale = new double[3];

  private PoscarReader(String text) {
    lines = text.lines().iterator();
  }

  /**
   * The crystal; its comment line is the text {@code comment}.
   *
   * @param text the file
   * @param id identifier to give it
   * @throws MatterException with code and line
   */
  public static CrystalRecord read(String text, String id) {
    if (text.length() > BoundedText.MAX_BYTES) {
      throw new MatterException(MatterErrors.TOO_LARGE, "a POSCAR of " + text.length() + " bytes");
    }
    if (text.isBlank()) {
      throw new MatterException(MatterErrors.MALFORMED, "the file is empty", 1);
    }
    return new PoscarReader(text).read(id);
  }

  private CrystalRecord read(String id) {
    String comment = line("the comment");
    Lattice lattice = lattice();
    List<Element> species = new ArrayList<>();
    String[] words = words(line("the species"));
    if (words.length == 0) {
      throw error(MatterErrors.MALFORMED, "the line of species is empty");
    }
    boolean named = !isCount(words[0]);
    if (named) {
      for (String word : words) {
        species.add(element(word));
      }
      words = words(line("the numbers of atoms"));
    } else {
      species.addAll(fromComment(comment, words));
    }
    int[] counts = counts(words, species.isEmpty() ? words.length : species.size());
    List<Site> sites = sites(lattice, species, counts);
    Map<String, String> texts = comment.isBlank() ? Map.of() : Map.of("comment", comment.strip());
    return new CrystalRecord(id, new Crystal(lattice, sites), Map.of(), texts);
  }

  private Lattice lattice() {
    String[] factors = words(line("the scale"));
    if (factors.length != 1 && factors.length != 3) {
      throw error(MatterErrors.MALFORMED, "the scale must be one number or three");
    }
    for (int i = 0; i < 3; i++) {
      scale[i] = number(factors[factors.length == 1 ? 0 : i], MatterErrors.BAD_LATTICE);
      if (scale[i] == 0 || (factors.length == 3 && scale[i] < 0)) {
        throw error(MatterErrors.BAD_LATTICE, "the scale is " + scale[i]);
      }
    }
    double[][] rows = new double[3][3];
    for (int i = 0; i < 3; i++) {
      String[] words = words(line("a cell vector"));
      if (words.length < 3) {
        throw error(MatterErrors.BAD_LATTICE, "a cell vector needs three numbers");
      }
      for (int j = 0; j < 3; j++) {
        rows[i][j] = number(words[j], MatterErrors.BAD_LATTICE) * (scale[0] < 0 ? 1 : scale[j]);
      }
    }
    try {
      Lattice lattice = Lattice.ofRows(rows);
      if (scale[0] < 0) {
        double factor = Math.cbrt(-scale[0] / lattice.volume());
        Arrays.fill(scale, factor);
        return lattice.scaled(factor);
      }
      return lattice;
    } catch (MatterException e) {
      throw e.atLine(next);
    }
  }

  /** Version 4 has no line of symbols; many programs print them into the comment. */
  private List<Element> fromComment(String comment, String[] counts) {
    List<Element> found = new ArrayList<>();
    for (String word : words(comment)) {
      Optional<Element> element = Element.ofSymbol(word.replaceAll("[0-9]+$", ""));
      if (element.isEmpty()) {
        break;
      }
      found.add(element.get());
    }
    return found.size() == counts.length ? found : List.of();
  }

  /** Where neither a line nor the comment names elements, some files print them after positions. */
  private Element elementBeside(String[] words, int[] counts) {
    boolean selective = words.length > 3 && (words[3].equals("T") || words[3].equals("F"));
    int at = selective ? 6 : 3;
    Optional<Element> element = words.length > at ? Element.ofSymbol(words[at]) : Optional.empty();
    return element.orElseThrow(
        () ->
            error(
                MatterErrors.UNKNOWN_ELEMENT,
                "the file names no elements: add a line of "
                    + counts.length
                    + " symbols before the numbers of atoms"));
  }

  private int[] counts(String[] words, int species) {
    if (words.length < species) {
      throw error(
          MatterErrors.MALFORMED, species + " species but " + words.length + " numbers of atoms");
    }
    int[] counts = new int[species];
    long total = 0;
    for (int i = 0; i < species; i++) {
      if (!isCount(words[i])) {
        throw error(MatterErrors.MALFORMED, "'" + shown(words[i]) + "' is no number of atoms");
      }
      counts[i] = Integer.parseInt(words[i]);
      total += counts[i];
    }
    if (total == 0) {
      throw error(MatterErrors.MISSING_SITES, "the file counts no atoms");
    }
    if (total > Crystal.MAX_SITES) {
      throw error(
          MatterErrors.TOO_LARGE, total + " atoms; at most " + Crystal.MAX_SITES + " are read");
    }
    return counts;
  }

  private List<Site> sites(Lattice lattice, List<Element> species, int[] counts) {
    String mode = line("'Direct' or 'Cartesian'").strip();
    if (!mode.isEmpty() && "sS".indexOf(mode.charAt(0)) >= 0) {
      mode = line("'Direct' or 'Cartesian'").strip();
    }
    String[] modeWords = words(mode);
    if (modeWords.length == 0 || isNumber(modeWords[0])) {
      throw error(MatterErrors.MALFORMED, "expected 'Direct' or 'Cartesian'");
    }
    boolean cartesian = "cCkK".indexOf(mode.charAt(0)) >= 0;
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts[i]; j++) {
        String[] words = words(line("a position"));
        if (words.length < 3) {
          throw error(MatterErrors.BAD_COORDINATES, "a position needs three numbers");
        }
        double x = number(words[0], MatterErrors.BAD_COORDINATES);
        double y = number(words[1], MatterErrors.BAD_COORDINATES);
        double z = number(words[2], MatterErrors.BAD_COORDINATES);
        Vector3 position =
            cartesian
                ? lattice.toFractional(new Vector3(x * scale[0], y * scale[1], z * scale[2]))
                : new Vector3(x, y, z);
        Element element = species.isEmpty() ? elementBeside(words, counts) : species.get(i);
        sites.add(Site.of(element, position));
      }
    }
    return sites;
  }

  /** Symbols may carry a potential or a charge: {@code Fe_pv}, {@code Si/3fa2}, {@code Na1+}. */
  private Element element(String word) {
    String symbol = word.replaceFirst("[_/].*$", "").replaceFirst("[0-9]{0,2}[-+]$", "");
    return Element.ofSymbol(symbol)
        .orElseThrow(
            () -> error(MatterErrors.UNKNOWN_ELEMENT, "'" + shown(word) + "' names no element"));
  }

  private double number(String word, MatterErrors code) {
    OptionalDouble number = CifNumbers.tryParse(word);
    if (number.isEmpty() || word.indexOf('(') >= 0 || word.indexOf('/') >= 0) {
      throw error(code, "'" + shown(word) + "' is no number");
    }
    return number.getAsDouble();
  }

  private String line(String what) {
    if (!lines.hasNext()) {
      throw new MatterException(
          MatterErrors.MALFORMED, "the file ends before " + what, Math.max(1, next));
    }
    next++;
    return BoundedText.atomLine(lines.next(), next);
  }

  private MatterException error(MatterErrors code, String message) {
    return new MatterException(code, message, next);
  }

  private static String[] words(String line) {
    int end = 0;
    while (end < line.length() && line.charAt(end) != '!' && line.charAt(end) != '#') {
      end++;
    }
    String text = line.substring(0, end).strip();
    return text.isEmpty() ? new String[0] : text.split("\\s+", -1);
  }

  private static boolean isCount(String word) {
    return word.matches("[0-9]{1,7}");
  }

  private static boolean isNumber(String word) {
    return CifNumbers.tryParse(word).isPresent();
  }

  private static String shown(String word) {
    return word.length() > 30 ? word.substring(0, 30) + "..." : word;
  }
}
