package dev.athanor.matter.format.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.symmetry.SpaceGroup;
import dev.athanor.matter.symmetry.SymmetryGroups;
import dev.athanor.matter.symmetry.SymmetryOperation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which symmetry a block states: its operations, else its Hall symbol, else its Hermann-Mauguin
 * name, else its number.
 *
 * @param operations operations to apply, the identity first
 * @param group setting, where the operations are those of one in the table
 * @param alternatives further settings that the name allows, when the file does not say which;
 *     empty otherwise
 * @param symbol Hermann-Mauguin name as written
 * @param number number as written, or of the group
 * @param line where the symmetry stands
 */
public record CifSymmetry(
    List<SymmetryOperation> operations,
    Optional<SpaceGroup> group,
    List<SpaceGroup> alternatives,
    Optional<String> symbol,
    OptionalInt number,
    int line) {
  private static final String[] HALL_TAGS = {
    "_space_group_name_hall", "_symmetry_space_group_name_hall"
  };
  private static final String[] NAME_TAGS = {
    "_space_group_name_h-m_alt",
    "_symmetry_space_group_name_h-m",
    "_space_group_name_h-m_ref",
    "_space_group_name_h-m_full",
    "_symmetry_space_group_name_h-m_alt",
    "_space_group_name_h-m",
    "_space_group_h-m_alt",
    "_pdbx_space_group_name_h-m"
  };
  private static final String[] NUMBER_TAGS = {
    "_space_group_it_number", "_symmetry_int_tables_number", "_symmetry_it_number"
  };

  /** Deformation of the cell by an operation above which the two do not belong together. */
  private static final double MAX_STRAIN = 0.05;

  public CifSymmetry {
    operations = List.copyOf(operations);
    alternatives = List.copyOf(alternatives);
  }

  /**
   * Reads what the block says.
   *
   * @throws MatterException {@code BAD_SYMMETRY} with the line, where it says something that is no
   *     symmetry
   */
  public static CifSymmetry read(CifBlock block, Lattice lattice, Warnings warnings) {
    Optional<CifValue> name = block.value(NAME_TAGS);
    Optional<CifValue> hall = block.value(HALL_TAGS);
    OptionalInt number = number(block, warnings);
    Optional<String> symbol = name.map(value -> value.text().strip());
    Optional<CifOperations> listed = CifOperations.read(block, warnings);
    if (listed.isPresent()) {
      return fromOperations(listed.get(), name, number, lattice, warnings);
    }
    Optional<CifSymmetry> found = fromHall(hall, symbol, number, warnings);
    if (found.isPresent()) {
      return found.get();
    }
    if (name.isPresent()) {
      List<SpaceGroup> candidates = matching(name.get(), number, lattice);
      if (!candidates.isEmpty()) {
        return ofSetting(candidates, symbol, number, name.get().line());
      }
    }
    if (number.isPresent()) {
      int line = block.value(NUMBER_TAGS).map(CifValue::line).orElse(block.line());
      List<SpaceGroup> candidates = numbered(number.getAsInt(), lattice, line);
      if (!candidates.isEmpty()) {
        warnings.add(
            Warnings.Kind.ASSUMED,
            "only the number of the space group is usable: setting "
                + candidates.get(0).qualifiedSymbol()
                + " assumed",
            line);
        return ofSetting(candidates, symbol, number, line);
      }
    }
    if (name.isPresent()) {
      throw new MatterException(
          MatterErrors.BAD_SYMMETRY,
          "no space group is called '"
              + shortened(name.get().text())
              + "', and there is nothing else"
              + " to tell the symmetry by",
          name.get().line());
    }
    if (hall.isPresent()) {
      throw new MatterException(
          MatterErrors.BAD_SYMMETRY,
          "'" + shortened(hall.get().text()) + "' is no Hall symbol",
          hall.get().line());
    }
    warnings.add(Warnings.Kind.ASSUMED, "the file states no symmetry: P 1 assumed", block.line());
    return new CifSymmetry(
        List.of(SymmetryOperation.IDENTITY),
        SpaceGroup.ofNumber(1),
        List.of(),
        Optional.empty(),
        OptionalInt.empty(),
        block.line());
  }

  /** The same with another of the settings that the name allows. */
  public CifSymmetry with(SpaceGroup setting) {
    return new CifSymmetry(
        setting.operations(), Optional.of(setting), List.of(), symbol, number, line);
  }

  private static CifSymmetry fromOperations(
      CifOperations listed,
      Optional<CifValue> name,
      OptionalInt number,
      Lattice lattice,
      Warnings warnings) {
    Set<SymmetryOperation> operations = new LinkedHashSet<>(listed.operations());
    if (!operations.contains(SymmetryOperation.IDENTITY)) {
      warnings.add(
          Warnings.Kind.SYMMETRY,
          "the listed operations lack the identity; it was added",
          listed.line());
      List<SymmetryOperation> rest = new ArrayList<>(operations);
      operations.clear();
      operations.add(SymmetryOperation.IDENTITY);
      operations.addAll(rest);
    }
    Optional<SpaceGroup> group = SpaceGroup.ofOperations(operations);
    if (group.isEmpty() && !SymmetryGroups.isClosed(operations)) {
      warnings.add(
          Warnings.Kind.SYMMETRY,
          "the " + operations.size() + " listed operations form no group; used as they stand",
          listed.line());
    }
    checkName(name, number, group, operations, warnings);
    checkMetric(operations, lattice, listed.line(), warnings);
    OptionalInt known = group.isPresent() ? OptionalInt.of(group.get().number()) : number;
    return new CifSymmetry(
        List.copyOf(operations),
        group,
        List.of(),
        name.map(value -> value.text().strip()),
        known,
        listed.line());
  }

  private static void checkName(
      Optional<CifValue> name,
      OptionalInt number,
      Optional<SpaceGroup> group,
      Set<SymmetryOperation> operations,
      Warnings warnings) {
    if (name.isPresent()) {
      List<SpaceGroup> named = SpaceGroup.ofName(name.get().text());
      boolean agrees =
          named.stream().anyMatch(g -> g.operations().size() == operations.size())
              && (group.isEmpty()
                  || named.stream().anyMatch(g -> g.number() == group.get().number()));
      if (!named.isEmpty() && !agrees) {
        warnings.add(
            Warnings.Kind.SYMMETRY,
            "the listed operations are not those of '"
                + shortened(name.get().text().strip())
                + "'; the operations are used",
            name.get().line());
      }
    } else if (number.isPresent()
        && group.isPresent()
        && group.get().number() != number.getAsInt()) {
      warnings.add(
          Warnings.Kind.SYMMETRY,
          "the listed operations are those of number "
              + group.get().number()
              + ", not of "
              + number.getAsInt(),
          0);
    }
  }

  /** An operation must keep lengths and angles of the cell. */
  private static void checkMetric(
      Set<SymmetryOperation> operations, Lattice lattice, int line, Warnings warnings) {
    for (SymmetryOperation operation : operations) {
      double strain = CellMetric.of(lattice).strainUnder(operation);
      if (strain > 0.02) {
        warnings.add(
            Warnings.Kind.SYMMETRY,
            String.format(
                Locale.ROOT,
                "operation %s changes the cell by %.1f %%: cell and symmetry do not fit",
                operation.triplet(),
                100 * strain),
            line);
        return;
      }
    }
  }

  private static Optional<CifSymmetry> fromHall(
      Optional<CifValue> hall, Optional<String> symbol, OptionalInt number, Warnings warnings) {
    if (hall.isEmpty()) {
      return Optional.empty();
    }
    try {
      List<SymmetryOperation> operations = SpaceGroup.operationsOfHallSymbol(hall.get().text());
      Optional<SpaceGroup> group = SpaceGroup.ofOperations(operations);
      OptionalInt known = group.isPresent() ? OptionalInt.of(group.get().number()) : number;
      return Optional.of(
          new CifSymmetry(operations, group, List.of(), symbol, known, hall.get().line()));
    } catch (MatterException e) {
      warnings.add(Warnings.Kind.SYMMETRY, String.valueOf(e.getMessage()), hall.get().line());
      return Optional.empty();
    }
  }

  private static CifSymmetry ofSetting(
      List<SpaceGroup> candidates, Optional<String> symbol, OptionalInt number, int line) {
    SpaceGroup first = candidates.get(0);
    return new CifSymmetry(
        first.operations(),
        Optional.of(first),
        candidates.subList(1, candidates.size()),
        symbol,
        number.isPresent() ? number : OptionalInt.of(first.number()),
        line);
  }

  private static List<SpaceGroup> matching(CifValue name, OptionalInt number, Lattice lattice) {
    List<SpaceGroup> named = SpaceGroup.ofName(name.text());
    if (named.size() > 1 && number.isPresent()) {
      List<SpaceGroup> numbered =
          named.stream().filter(group -> group.number() == number.getAsInt()).toList();
      named = numbered.isEmpty() ? named : numbered;
    }
    try {
      return fitting(named, lattice, false);
    } catch (MatterException e) {
      throw e.atLine(name.line());
    }
  }

  private static List<SpaceGroup> numbered(int number, Lattice lattice, int line) {
    try {
      return fitting(SpaceGroup.settings(number), lattice, true);
    } catch (MatterException e) {
      throw e.atLine(line);
    }
  }

  /** Of several settings those that the shape of the cell allows; all where it allows none. */
  private static List<SpaceGroup> fitting(
      List<SpaceGroup> candidates, Lattice lattice, boolean standardOnly) {
    CellMetric metric = CellMetric.of(lattice);
    List<SpaceGroup> fitting =
        candidates.stream()
            .filter(
                group -> group.operations().stream().allMatch(op -> metric.strainUnder(op) < 5e-3))
            .toList();
    if (candidates.isEmpty()) {
      return candidates;
    }
    List<SpaceGroup> usable = fitting.isEmpty() ? leastStrained(candidates, metric) : fitting;
    if (!standardOnly) {
      return sameKindAsFirst(usable);
    }
    SpaceGroup first = SpaceGroup.ofNumber(usable.get(0).number()).orElse(usable.get(0));
    List<SpaceGroup> ordered = new ArrayList<>();
    if (usable.contains(first)) {
      ordered.add(first);
    }
    usable.stream().filter(group -> !ordered.contains(group)).forEach(ordered::add);
    return sameKindAsFirst(ordered);
  }

  /**
   * A cell slightly off, as relaxed and mistyped ones are, is bent; one of another shape is not.
   */
  private static List<SpaceGroup> leastStrained(List<SpaceGroup> candidates, CellMetric metric) {
    double least = Double.MAX_VALUE;
    List<SpaceGroup> best = new ArrayList<>();
    for (SpaceGroup group : candidates) {
      double strain = group.operations().stream().mapToDouble(metric::strainUnder).max().orElse(0);
      if (strain < least - 1e-9) {
        least = strain;
        best.clear();
      }
      if (strain < least + 1e-9) {
        best.add(group);
      }
    }
    if (least > MAX_STRAIN) {
      throw new MatterException(
          MatterErrors.BAD_SYMMETRY,
          "the cell has not the shape that "
              + candidates.get(0).symbol()
              + " asks for in any setting, and no operations are listed");
    }
    return best;
  }

  /** Origin choices compete; other axes that fit the cell as well are not asked for. */
  private static List<SpaceGroup> sameKindAsFirst(List<SpaceGroup> groups) {
    SpaceGroup first = groups.get(0);
    if (!first.choice().matches("[12].*")) {
      return List.of(first);
    }
    String axes = first.choice().substring(1);
    return groups.stream()
        .filter(g -> g.choice().matches("[12].*") && g.choice().substring(1).equals(axes))
        .filter(g -> g.number() == first.number())
        .toList();
  }

  private static OptionalInt number(CifBlock block, Warnings warnings) {
    Optional<CifValue> value = block.value(NUMBER_TAGS);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    String text = value.get().text().strip();
    if (text.matches("[0-9]{1,3}")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= 230) {
        return OptionalInt.of(number);
      }
    }
    warnings.add(
        Warnings.Kind.SYMMETRY,
        "the space-group number is '" + shortened(text) + "', which is none; not used",
        value.get().line());
    return OptionalInt.empty();
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }
}
