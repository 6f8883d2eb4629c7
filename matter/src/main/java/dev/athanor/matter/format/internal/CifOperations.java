package dev.athanor.matter.format.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.symmetry.SymmetryGroups;
import dev.athanor.matter.symmetry.SymmetryOperation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The symmetry operations that a block lists: of the crystal, else of its magnetic group with time
 * reversal dropped, else the part of a superspace group that acts in three dimensions.
 *
 * @param operations in the order of the file, without repetitions; the identity may be missing
 * @param line where the list starts
 */
record CifOperations(Set<SymmetryOperation> operations, int line) {
  private static final String[] TAGS = {
    "_space_group_symop_operation_xyz",
    "_symmetry_equiv_pos_as_xyz",
    "_space_group_symop_operation",
    "_symmetry_equiv_as_xyz",
    "_symmetry_equiv_position_as_xyz"
  };
  private static final String[] MAGNETIC_TAGS = {
    "_space_group_symop_magn_operation_xyz",
    "_space_group_symop_magn_operation_mxmymz",
    "_space_group_symop_magn_xyz"
  };
  private static final String[] CENTRING_TAGS = {"_space_group_symop_magn_centering_xyz"};
  private static final String[] SUPERSPACE_TAGS = {
    "_space_group_symop_ssg_operation_algebraic", "_space_group_symop_magn_ssg_operation_algebraic"
  };
  private static final String[] SUPERSPACE_CENTRING_TAGS = {
    "_space_group_symop_magn_ssg_centering_algebraic"
  };

  /** Longest text of one value; a list of operations in one text field is shorter. */
  private static final int MAX_TEXT = 100_000;

  /** Operations by their text; files repeat the same few hundred. */
  private static final Map<String, SymmetryOperation> KNOWN = new ConcurrentHashMap<>();

  private static final int MAX_KNOWN = 20_000;

  /** Some programs print the number of the operation into its text: {@code 2 -x,y,z}. */
  private static final Pattern INDEX = Pattern.compile("^[0-9]+\\s+(?=[-+xyzXYZ])");

  private static final Pattern SUPERSPACE_AXIS = Pattern.compile("(?i)x([123])");

  /** What is left of a triplet that follows the modulation. */
  private static final Pattern MODULATION = Pattern.compile("(?i)[-+]?[0-9]*x[4-9]");

  /**
   * The operations, where the block lists any.
   *
   * @throws MatterException {@code BAD_SYMMETRY}, {@code MALFORMED} or {@code TOO_LARGE}, with the
   *     line
   */
  static Optional<CifOperations> read(CifBlock block, Warnings warnings) {
    Optional<CifColumn> plain = column(block, TAGS);
    if (plain.isPresent()) {
      return Optional.of(new CifOperations(parse(plain.get(), 3), plain.get().line()));
    }
    Optional<CifColumn> magnetic = column(block, MAGNETIC_TAGS);
    if (magnetic.isPresent()) {
      warnings.add(
          Warnings.Kind.NOT_REPRESENTED,
          "the symmetry is that of a magnetic group; time reversal and moments are left out",
          magnetic.get().line());
      return Optional.of(
          centred(parse(magnetic.get(), 4), column(block, CENTRING_TAGS), magnetic.get().line()));
    }
    Optional<CifColumn> superspace = column(block, SUPERSPACE_TAGS);
    if (superspace.isPresent()) {
      warnings.add(
          Warnings.Kind.NOT_REPRESENTED,
          "the symmetry is that of a superspace group; its action on the average is used",
          superspace.get().line());
      return Optional.of(
          centred(
              parse(superspace.get(), Integer.MAX_VALUE),
              column(block, SUPERSPACE_CENTRING_TAGS),
              superspace.get().line()));
    }
    return Optional.empty();
  }

  private static Optional<CifColumn> column(CifBlock block, String[] tags) {
    for (String tag : tags) {
      Optional<CifColumn> column = block.column(tag);
      if (column.isPresent() && column.get().holdsAny()) {
        return column;
      }
    }
    return Optional.empty();
  }

  /** Magnetic files list centring translations apart. */
  private static CifOperations centred(
      Set<SymmetryOperation> operations, Optional<CifColumn> centrings, int line) {
    if (centrings.isEmpty()) {
      return new CifOperations(operations, line);
    }
    Set<SymmetryOperation> all = new LinkedHashSet<>(operations);
    for (SymmetryOperation centring : parse(centrings.get(), Integer.MAX_VALUE)) {
      for (SymmetryOperation operation : operations) {
        all.add(centring.after(operation));
        checkCount(all.size(), line);
      }
    }
    return new CifOperations(all, line);
  }

  /**
   * The operations of a column.
   *
   * @param parts most components that an operation may have: three, or more where those after the
   *     third (time reversal, modulation) are dropped
   */
  private static Set<SymmetryOperation> parse(CifColumn column, int parts) {
    if (column.raggedLine() > 0) {
      throw new MatterException(
          MatterErrors.MALFORMED,
          "the loop of symmetry operations ends within a row",
          column.raggedLine());
    }
    Set<SymmetryOperation> operations = new LinkedHashSet<>();
    for (int row = 0; row < column.size(); row++) {
      CifValue value = column.value(row);
      if (value.isMissing() || value.text().length() > MAX_TEXT) {
        throw new MatterException(
            MatterErrors.BAD_SYMMETRY,
            value.isMissing()
                ? "a symmetry operation is missing"
                : "a symmetry operation of " + value.text().length() + " characters",
            value.line());
      }
      for (String text : pieces(value.text())) {
        if (!text.isBlank()) {
          operations.add(operation(text, parts, value.line()));
          checkCount(operations.size(), value.line());
        }
      }
    }
    return operations;
  }

  private static List<String> pieces(String text) {
    if (text.indexOf(';') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      return List.of(text);
    }
    return List.of(text.split("[;\\r\\n]+", -1));
  }

  private static SymmetryOperation operation(String text, int parts, int line) {
    SymmetryOperation known = KNOWN.get(text);
    if (known != null) {
      return known;
    }
    try {
      String triplet = INDEX.matcher(text.strip()).replaceFirst("");
      SymmetryOperation operation =
          SymmetryOperation.parse(parts > 3 ? inThreeDimensions(triplet) : triplet);
      if (KNOWN.size() < MAX_KNOWN && text.length() < 60) {
        KNOWN.put(text, operation);
      }
      return operation;
    } catch (MatterException e) {
      throw e.atLine(line);
    }
  }

  /** The first three components, in {@code x y z}, without what the modulation adds. */
  private static String inThreeDimensions(String text) {
    List<String> components = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      if (components.size() < 3) {
        String plain = MODULATION.matcher(part.replaceAll("\\s+", "")).replaceAll("");
        components.add(
            SUPERSPACE_AXIS
                .matcher(plain)
                .replaceAll(axis -> String.valueOf("xyz".charAt(axis.group(1).charAt(0) - '1'))));
      }
    }
    return String.join(",", components);
  }

  private static void checkCount(int count, int line) {
    if (count > SymmetryGroups.MAX_OPERATIONS) {
      throw new MatterException(
          MatterErrors.TOO_LARGE,
          "more than " + SymmetryGroups.MAX_OPERATIONS + " symmetry operations",
          line);
    }
  }
}
