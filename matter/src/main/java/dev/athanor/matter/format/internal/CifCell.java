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
   * The lattice, a along x and b in the xy plane. What the file leaves out follows from the crystal
   * system that it names; angles are 90 degrees otherwise, the dictionary's default. Either way
   * there is a warning.
   *
   * @throws MatterException {@code MISSING_CELL} or {@code BAD_LATTICE}, with the line
   */
  public static Lattice read(CifBlock block, Warnings warnings) {
    Optional<CrystalFamily> family = CrystalFamily.of(block);
    double[] edges = edges(block, family, warnings);
    double[] angles = angles(block, family, warnings);
    int line = lineOf(block, "_cell_length_c");
    Lattice lattice;
    try {
      lattice = Lattice.ofParameters(edges[0], edges[1], edges[2], angles[0], angles[1], angles[2]);
    } catch (MatterException e) {
      throw e.atLine(line);
    }
    checkVolume(block, lattice, warnings);
    return lattice;
  }

  private static double[] edges(CifBlock block, Optional<CrystalFamily> family, Warnings warnings) {
    double[] edges = new double[3];
    for (int i = 0; i < 3; i++) {
      String tag = "_cell_length_" + EDGES[i];
      Optional<CifValue> value = block.value(tag);
      int edge = i;
      Optional<Integer> like = family.flatMap(known -> known.edgeLike(edge));
      if (value.isPresent()) {
        edges[i] = CifNumbers.parse(value.get(), tag, MatterErrors.BAD_LATTICE);
      } else if (like.isPresent() && block.value("_cell_length_a").isPresent()) {
        edges[i] = edges[like.get()];
        warnings.add(
            Warnings.Kind.ASSUMED,
            "no value of " + tag + ": as long as " + EDGES[like.get()] + " by the crystal system",
            lineOf(block, tag));
      } else {
        throw new MatterException(
            MatterErrors.MISSING_CELL, "no value of " + tag, lineOf(block, tag));
      }
    }
    return edges;
  }

  private static double[] angles(
      CifBlock block, Optional<CrystalFamily> family, Warnings warnings) {
    double[] angles = new double[3];
    for (int i = 0; i < 3; i++) {
      String tag = "_cell_angle_" + ANGLES[i];
      Optional<CifValue> value = block.value(tag);
      if (value.isPresent()) {
        angles[i] = CifNumbers.parse(value.get(), tag, MatterErrors.BAD_LATTICE);
      } else {
        boolean rhombohedral = family.filter(CrystalFamily.RHOMBOHEDRAL::equals).isPresent();
        int angle = i;
        angles[i] =
            rhombohedral && i > 0 ? angles[0] : family.map(known -> known.angle(angle)).orElse(90.);
        warnings.add(
            Warnings.Kind.ASSUMED,
            String.format(Locale.ROOT, "no value of %s: %.6g degrees assumed", tag, angles[i])
                .replaceFirst("\\.?0+ ", " "),
            lineOf(block, tag));
      }
    }
    return angles;
  }

  private static int lineOf(CifBlock block, String tag) {
    return block.column(tag).map(CifColumn::line).orElse(block.line());
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
