package dev.athanor.matter.format;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;

/**
 * Which columns of an extended XYZ file hold what.
 *
 * @param species column of the symbol
 * @param position first of the three columns of the position
 * @param width columns announced in all
 */
record XyzColumns(int species, int position, int width) {
  private static final int MAX_WIDTH = 10_000;

  /** Reads {@code name:type:count} triples joined by colons. */
  static XyzColumns parse(String properties) {
    String[] words = properties.split(":", -1);
    if (words.length % 3 != 0) {
      throw new MatterException(
          MatterErrors.MALFORMED, "Properties must be triples of name, type and count");
    }
    int species = -1;
    int position = -1;
    int column = 0;
    for (int i = 0; i < words.length; i += 3) {
      if (!words[i + 2].matches("[0-9]{1,4}")) {
        throw new MatterException(
            MatterErrors.MALFORMED, "Properties give no count for '" + words[i] + "'");
      }
      int count = Integer.parseInt(words[i + 2]);
      if ((words[i].equals("species") || words[i].equals("Z")) && count == 1 && species < 0) {
        species = column;
      } else if (words[i].equals("pos") && count == 3) {
        position = column;
      }
      column += count;
      if (column > MAX_WIDTH) {
        throw new MatterException(
            MatterErrors.TOO_LARGE, "Properties announce more than " + MAX_WIDTH + " columns");
      }
    }
    if (species < 0 || position < 0) {
      throw new MatterException(MatterErrors.MALFORMED, "Properties need species:S:1 and pos:R:3");
    }
    return new XyzColumns(species, position, column);
  }
}
