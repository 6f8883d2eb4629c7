package dev.athanor.matter.format.internal;

import java.util.Locale;
import java.util.Optional;

/** What the crystal system says about a cell whose file leaves parameters out. */
enum CrystalFamily {
  /** Nothing equal, every angle free. */
  TRICLINIC,
  /** Two right angles. */
  MONOCLINIC,
  /** Three right angles. */
  ORTHORHOMBIC,
  /** a = b, three right angles. */
  TETRAGONAL,
  /** a = b, gamma = 120 degrees; trigonal groups on hexagonal axes too. */
  HEXAGONAL,
  /** a = b = c, alpha = beta = gamma. */
  RHOMBOHEDRAL,
  /** a = b = c, three right angles. */
  CUBIC;

  private static final String[] SYSTEM_TAGS = {
    "_space_group_crystal_system", "_symmetry_cell_setting", "_space_group_cell_setting"
  };
  private static final String[] NUMBER_TAGS = {
    "_space_group_it_number", "_symmetry_int_tables_number"
  };

  /** The family that a block names or whose number it gives. */
  static Optional<CrystalFamily> of(CifBlock block) {
    Optional<CrystalFamily> named =
        block.value(SYSTEM_TAGS).flatMap(value -> named(value.text().strip()));
    return named.isPresent()
        ? named
        : block.value(NUMBER_TAGS).flatMap(value -> numbered(value.text().strip()));
  }

  private static Optional<CrystalFamily> named(String name) {
    String text = name.toUpperCase(Locale.ROOT);
    if (text.equals("TRIGONAL")) {
      return Optional.of(HEXAGONAL);
    }
    for (CrystalFamily family : values()) {
      if (text.equals(family.name())) {
        return Optional.of(family);
      }
    }
    return Optional.empty();
  }

  /** By the number in International Tables. */
  private static Optional<CrystalFamily> numbered(String text) {
    if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    int number = Integer.parseInt(text);
    if (number < 1 || number > 230) {
      return Optional.empty();
    }
    CrystalFamily[] families = {
      TRICLINIC, MONOCLINIC, ORTHORHOMBIC, TETRAGONAL, HEXAGONAL, CUBIC, CUBIC
    };
    int[] last = {2, 15, 74, 142, 194, 230};
    int index = 0;
    while (number > last[index]) {
      index++;
    }
    return Optional.of(families[index]);
  }

  /** The edge that an edge left out equals; empty where it is free. */
  Optional<Integer> edgeLike(int edge) {
    return switch (this) {
      case TETRAGONAL, HEXAGONAL -> edge == 1 ? Optional.of(0) : Optional.empty();
      case RHOMBOHEDRAL, CUBIC -> edge == 0 ? Optional.empty() : Optional.of(0);
      case TRICLINIC, MONOCLINIC, ORTHORHOMBIC -> Optional.empty();
    };
  }

  /** The angle, degrees, that one left out has where the system fixes it; else the default. */
  double angle(int angle) {
    return this == HEXAGONAL && angle == 2 ? 120 : 90;
  }
}
