package dev.athanor.matter.symmetry;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Hall's notation of space groups: a lattice letter and up to four generators, from which the whole
 * group follows, origin and axes included.
 *
 * @see <a href="https://doi.org/10.1107/S0567739481001228">Hall, Acta Cryst. A37, 517 (1981)</a>;
 *     International Tables B, section 1.4, appendix A1.4.2
 */
final class HallSymbol {
  private static final int UNIT = SymmetryOperation.DENOMINATOR;
  private static final int MAX_LENGTH = 80;
  private static final String INVERSION = "-x,-y,-z";

  private HallSymbol() {}

  /**
   * All operations, the identity first.
   *
   * @throws MatterException {@code BAD_SYMMETRY} where the text is no Hall symbol
   */
  static List<SymmetryOperation> operations(String symbol) {
    if (symbol.length() > MAX_LENGTH) {
      throw bad(symbol, "it is too long");
    }
    // a quote that stands apart from its rotation belongs to it all the same
    String text = symbol.replace('_', ' ').trim().replaceAll("\\s+(['\"*=])", "$1");
    String basis = "";
    int bracket = text.indexOf('(');
    if (bracket >= 0) {
      if (!text.endsWith(")")) {
        throw bad(symbol, "its bracket stays open");
      }
      basis = text.substring(bracket + 1, text.length() - 1).trim();
      text = text.substring(0, bracket).trim();
    }
    String[] parts = text.split("\\s+", -1);
    List<SymmetryOperation> generators = new ArrayList<>(lattice(parts[0], symbol));
    char previousOrder = ' ';
    char axis = 'z';
    for (int i = 1; i < parts.length; i++) {
      if (i > 4) {
        throw bad(symbol, "it has more than four generators");
      }
      Generator generator = new Generator(parts[i], i, previousOrder, axis, symbol);
      generators.add(generator.operation());
      previousOrder = generator.order;
      axis = generator.principal;
    }
    return SymmetryGroups.close(moved(generators, basis, symbol));
  }

  private static List<SymmetryOperation> lattice(String part, String symbol) {
    List<SymmetryOperation> found = new ArrayList<>();
    String letter = part;
    if (part.startsWith("-")) {
      found.add(SymmetryOperation.parse(INVERSION));
      letter = part.substring(1);
    }
    if (letter.length() != 1) {
      throw bad(symbol, "it starts with no lattice letter");
    }
    for (String triplet : centrings(Character.toUpperCase(letter.charAt(0)), symbol)) {
      found.add(SymmetryOperation.parse(triplet));
    }
    return found;
  }

  private static List<String> centrings(char letter, String symbol) {
    return switch (letter) {
      case 'P' -> List.of();
      case 'A' -> List.of("x,y+1/2,z+1/2");
      case 'B' -> List.of("x+1/2,y,z+1/2");
      case 'C' -> List.of("x+1/2,y+1/2,z");
      case 'I' -> List.of("x+1/2,y+1/2,z+1/2");
      case 'F' -> List.of("x,y+1/2,z+1/2", "x+1/2,y,z+1/2");
      case 'R' -> List.of("x+2/3,y+1/3,z+1/3");
      case 'S' -> List.of("x+1/3,y+1/3,z+2/3");
      case 'T' -> List.of("x+1/3,y+2/3,z+1/3");
      case 'H' -> List.of("x+2/3,y+1/3,z");
      default -> throw bad(symbol, "'" + letter + "' is no lattice letter");
    };
  }

  private static List<SymmetryOperation> moved(
      List<SymmetryOperation> generators, String basis, String symbol) {
    if (basis.isEmpty()) {
      return generators;
    }
    if (basis.indexOf(',') >= 0) {
      SymmetryOperation change = SymmetryOperation.parse(basis);
      SymmetryOperation back = change.inverse();
      return generators.stream().map(g -> change.after(g).after(back)).toList();
    }
    String[] numbers = basis.split("\\s+", -1);
    if (numbers.length != 3) {
      throw bad(symbol, "its bracket needs three numbers");
    }
    int[] shift = new int[3];
    try {
      for (int i = 0; i < 3; i++) {
        shift[i] = Math.floorMod(Integer.parseInt(numbers[i]), 12) * (UNIT / 12);
      }
    } catch (NumberFormatException e) {
      throw bad(symbol, "its bracket needs three whole numbers");
    }
    return generators.stream().map(g -> g.withOriginMovedBy(shift)).toList();
  }

  private static MatterException bad(String symbol, String why) {
    return new MatterException(
        MatterErrors.BAD_SYMMETRY, "'" + symbol + "' is no Hall symbol: " + why);
  }

  /** One generator such as {@code -4n}, {@code 2ybc}, {@code 61} or {@code 3*}. */
  private static final class Generator {
    private final char order;
    private final boolean improper;

    /** The axis that a following generator with a diagonal axis refers to. */
    private final char principal;

    private final String matrix;
    private final int[] translation = new int[3];

    Generator(String text, int place, char previousOrder, char previousAxis, String symbol) {
      String rest = text.toLowerCase(Locale.ROOT);
      improper = rest.startsWith("-");
      rest = improper ? rest.substring(1) : rest;
      if (rest.isEmpty() || "12346".indexOf(rest.charAt(0)) < 0) {
        throw bad(symbol, "'" + text + "' is no rotation");
      }
      order = rest.charAt(0);
      rest = rest.substring(1);
      char axis = ' ';
      StringBuilder shifts = new StringBuilder();
      for (int i = 0; i < rest.length(); i++) {
        char c = rest.charAt(i);
        if ("xyz'\"*=".indexOf(c) >= 0) {
          axis = c == '=' ? '"' : c;
        } else {
          shifts.append(c);
        }
      }
      if (axis == ' ') {
        axis = defaultAxis(place, previousOrder);
      }
      principal = "xyz".indexOf(axis) >= 0 ? axis : previousAxis;
      matrix = matrix(order, axis, previousAxis, symbol);
      for (int i = 0; i < shifts.length(); i++) {
        addShift(shifts.charAt(i), axis, symbol);
      }
    }

    SymmetryOperation operation() {
      SymmetryOperation proper = SymmetryOperation.parse(matrix);
      int[] rotation = new int[9];
      for (int i = 0; i < 9; i++) {
        rotation[i] = (improper ? -1 : 1) * proper.rotation(i / 3, i % 3);
      }
      return SymmetryOperation.of(rotation, translation);
    }

    private char defaultAxis(int place, char previousOrder) {
      if (place == 2 && order == '2') {
        return previousOrder == '3' || previousOrder == '6' ? '\'' : 'x';
      }
      return place == 3 && order == '3' ? '*' : 'z';
    }

    private void addShift(char c, char axis, String symbol) {
      switch (c) {
        case 'a' -> translation[0] += UNIT / 2;
        case 'b' -> translation[1] += UNIT / 2;
        case 'c' -> translation[2] += UNIT / 2;
        case 'n' -> addToAll(UNIT / 2);
        case 'u' -> translation[0] += UNIT / 4;
        case 'v' -> translation[1] += UNIT / 4;
        case 'w' -> translation[2] += UNIT / 4;
        case 'd' -> addToAll(UNIT / 4);
        case '1', '2', '3', '4', '5' -> {
          int along = "xyz".indexOf(axis);
          if (along < 0 || c >= order) {
            throw bad(symbol, "a screw '" + order + c + "' along no axis");
          }
          translation[along] += (c - '0') * UNIT / (order - '0');
        }
        default -> throw bad(symbol, "'" + c + "' is no translation");
      }
    }

    private void addToAll(int units) {
      for (int i = 0; i < 3; i++) {
        translation[i] += units;
      }
    }

    private static String matrix(char order, char axis, char previousAxis, String symbol) {
      if (order == '1') {
        return "x,y,z";
      }
      if (axis == '*') {
        if (order != '3') {
          throw bad(symbol, "only a threefold axis lies along the body diagonal");
        }
        return "z,x,y";
      }
      if (axis == '\'' || axis == '"') {
        if (order != '2') {
          throw bad(symbol, "only a twofold axis lies along a face diagonal");
        }
        String alongZ = axis == '\'' ? "-y,-x,-z" : "y,x,-z";
        String alongX = axis == '\'' ? "-x,-z,-y" : "-x,z,y";
        String alongY = axis == '\'' ? "-z,-y,-x" : "z,-y,x";
        return previousAxis == 'z' ? alongZ : previousAxis == 'x' ? alongX : alongY;
      }
      String aboutZ =
          switch (order) {
            case '2' -> "-x,-y,z";
            case '3' -> "-y,x-y,z";
            case '4' -> "-y,x,z";
            default -> "x-y,x,z";
          };
      return axis == 'z' ? aboutZ : permuted(aboutZ, axis);
    }

    /** The rotation about z written for x (z to x, x to y, y to z) or for y (z to y and on). */
    private static String permuted(String aboutZ, char axis) {
      String names = axis == 'x' ? "yzx" : "zxy";
      StringBuilder renamed = new StringBuilder();
      for (int i = 0; i < aboutZ.length(); i++) {
        char c = aboutZ.charAt(i);
        int index = "xyz".indexOf(c);
        renamed.append(index < 0 ? c : names.charAt(index));
      }
      String[] rows = renamed.toString().split(",", -1);
      return axis == 'x'
          ? rows[2] + "," + rows[0] + "," + rows[1]
          : rows[1] + "," + rows[2] + "," + rows[0];
    }
  }
}
