package dev.athanor.matter.format.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Lattice;
import java.util.Locale;
import java.util.Optional;

/** The unit cell of a block. */
public final class CifCell {
  private static final String[] EDGES = {"a", "b", "c"};
  private static final String[] ANGLES = {"alpha", "beta", "gamma"};

  /** Relative difference of the printed and the computed volume worth a word. */
  private static final double VOLUME_TOLERANCE = 0.01;

  private CifCell() {}

  /**
   * The lattice, a along x and b in the xy plane. Angles that the file leaves out are 90 degrees,
   * the dictionary's default, with a warning.
   *
   * @throws MatterException {@code MISSING_CELL} or {@code BAD_LATTICE}, with the line
   */
  public static Lattice read(CifBlock block, Warnings warnings) {
    double[] edges = new double[3];
    double[] angles = new double[3];
    int line = block.line();
    for (int i = 0; i < 3; i++) {
      String tag = "_cell_length_" + EDGES[i];
      int tagLine = block.column(tag).map(CifColumn::line).orElse(block.line());
      CifValue value =
          block
              .value(tag)
              .orElseThrow(
                  () ->
                      new MatterException(
                          MatterErrors.MISSING_CELL, "no value of " + tag, tagLine));
      edges[i] = CifNumbers.parse(value, tag, MatterErrors.BAD_LATTICE);
      line = value.line();
    }
    for (int i = 0; i < 3; i++) {
      String tag = "_cell_angle_" + ANGLES[i];
      Optional<CifValue> value = block.value(tag);
      if (value.isPresent()) {
        angles[i] = CifNumbers.parse(value.get(), tag, MatterErrors.BAD_LATTICE);
      } else {
        angles[i] = 90;
        warnings.add(
            Warnings.Kind.ASSUMED,
            "no value of " + tag + ": 90 degrees assumed",
            block.column(tag).map(CifColumn::line).orElse(block.line()));
      }
    }
    Lattice lattice;
    try {
      lattice = Lattice.ofParameters(edges[0], edges[1], edges[2], angles[0], angles[1], angles[2]);
    } catch (MatterException e) {
      throw e.atLine(line);
    }
    checkVolume(block, lattice, warnings);
    return lattice;
  }

  private static void checkVolume(CifBlock block, Lattice lattice, Warnings warnings) {
    Optional<CifValue> printed = block.value("_cell_volume");
    if (printed.isEmpty()) {
      return;
    }
    CifNumbers.tryParse(printed.get().text())
        .ifPresent(
            volume -> {
              if (Math.abs(volume - lattice.volume()) > VOLUME_TOLERANCE * lattice.volume()) {
                warnings.add(
                    Warnings.Kind.ASSUMED,
                    String.format(
                        Locale.ROOT,
                        "_cell_volume is %.3f, the cell parameters give %.3f cubic angstrom",
                        volume,
                        lattice.volume()),
                    printed.get().line());
              }
            });
  }
}
