package dev.athanor.matter.format.internal;

import java.util.List;

/**
 * A data name and its values: one for a plain item, one a row for a loop.
 *
 * @param tag data name in lower case with dots turned to underscores, so that core CIF and mmCIF
 *     spellings are one
 * @param line line of the name, 1-based
 * @param loop number of the loop in its file; 0 for a plain item
 * @param values values in order
 * @param raggedLine line where the last row of the loop breaks off; 0 when all rows are whole
 */
public record CifColumn(String tag, int line, int loop, List<CifValue> values, int raggedLine) {
  public CifColumn {
    values = List.copyOf(values);
  }
}
