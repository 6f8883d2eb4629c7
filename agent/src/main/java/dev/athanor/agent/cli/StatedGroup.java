package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.symmetry.SpaceGroup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The space group that a file or table states for a crystal; whether the atoms have it is another
 * matter.
 *
 * @param symbol as it is written, where it is
 * @param number as it is given, or as follows from the symbol
 */
record StatedGroup(Optional<String> symbol, OptionalInt number) {
  /** Names under which readers and data sets hand over a space group. */
  private static final List<String> WORDS =
      List.of("spacegroup_symbol", "spacegroup_cif", "spacegroup", "space_group");

  private static final List<String> NUMBERS = List.of("spacegroup_number", "space_group_number");

  /** What is stated beside a crystal, if anything is. */
  static Optional<StatedGroup> of(CrystalRecord row) {
    Optional<String> symbol = WORDS.stream().flatMap(name -> row.text(name).stream()).findFirst();
    Optional<Integer> given =
        NUMBERS.stream()
            .flatMap(name -> row.number(name).stream())
            .findFirst()
            .map(Double::intValue);
    Optional<Integer> number =
        given.or(() -> symbol.flatMap(StatedGroup::named).map(SpaceGroup::number));
    if (symbol.isEmpty() && number.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new StatedGroup(symbol, number.map(OptionalInt::of).orElse(OptionalInt.empty())));
  }

  private static Optional<SpaceGroup> named(String symbol) {
    return SpaceGroup.ofName(symbol).stream().findFirst();
  }

  /** A warning where the atoms have another symmetry. */
  Optional<ReadWarning> contradiction(FoundSymmetry found, double tolerance) {
    if (number.isEmpty() || number.getAsInt() == found.group().number()) {
      return Optional.empty();
    }
    return Optional.of(
        ReadWarning.of(
            "SPACE_GROUP",
            String.format(
                Locale.ROOT,
                "the source states %s, the atoms have %s, No. %d, within %s angstrom",
                toText(),
                found.group().shortSymbol(),
                found.group().number(),
                tolerance)));
  }

  /** As JSON. */
  void fill(ObjectNode node) {
    node.put("symbol", symbol.orElse(null));
    node.put("number", number.isPresent() ? number.getAsInt() : null);
  }

  /** As words. */
  String toText() {
    String words = symbol.map(Terminal::safe).orElse("");
    if (number.isEmpty()) {
      return words;
    }
    return words + (words.isEmpty() ? "" : ", ") + "No. " + number.getAsInt();
  }
}
