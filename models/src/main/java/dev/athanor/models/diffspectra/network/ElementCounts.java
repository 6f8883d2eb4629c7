package dev.athanor.models.diffspectra.network;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.models.diffspectra.diffusion.MoleculeCoding;
import java.util.List;

/**
 * Numbers of atoms of each element as classes: 0 to {@value #MOST_HYDROGENS} hydrogens and 0 to
 * {@value #MOST_HEAVY} of each other element, side by side in the order of {@link
 * MoleculeCoding#ELEMENTS}.
 */
public final class ElementCounts {
  /** Most hydrogen atoms that are told apart. */
  public static final int MOST_HYDROGENS = 20;

  /** Most atoms of another element. */
  public static final int MOST_HEAVY = 8;

  /** Classes of all elements together. */
  public static final int CLASSES =
      MOST_HYDROGENS + 1 + (MoleculeCoding.ELEMENTS.size() - 1) * (MOST_HEAVY + 1);

  private ElementCounts() {}

  /** Classes of an element. */
  public static int classes(int element) {
    return element == 0 ? MOST_HYDROGENS + 1 : MOST_HEAVY + 1;
  }

  /** Where the classes of an element begin. */
  public static int start(int element) {
    return element == 0 ? 0 : MOST_HYDROGENS + 1 + (element - 1) * (MOST_HEAVY + 1);
  }

  /** The number of each element among atoms, more than the most counted as the most. */
  public static int[] of(List<Element> atoms) {
    int[] counts = new int[MoleculeCoding.ELEMENTS.size()];
    for (Element atom : atoms) {
      counts[MoleculeCoding.ELEMENTS.indexOf(atom)]++;
    }
    for (int e = 0; e < counts.length; e++) {
      counts[e] = Math.min(counts[e], classes(e) - 1);
    }
    return counts;
  }
}
