package dev.athanor.models.diffspectra.ranking.candidates;

import java.util.ArrayList;
import java.util.List;

/**
 * Formulas of H, C, N, O and F, with at least one carbon, that closed-shell neutral molecules can
 * have: rings and double bonds {@code (2 C + 2 + N - H - F) / 2} are a whole number, at least 0 and
 * at most one more than there are atoms beside hydrogen.
 */
public final class PlausibleFormulas {
  /** Most atoms other than hydrogen of what the training holds. */
  public static final int MAX_HEAVY_ATOMS = 8;

  private PlausibleFormulas() {}

  /** Numbers of H, C, N, O and F, with at most so many atoms beside hydrogen. */
  static List<List<Integer>> upTo(int heavy) {
    List<List<Integer>> formulas = new ArrayList<>();
    for (int carbon = 1; carbon <= heavy; carbon++) {
      for (int nitrogen = 0; carbon + nitrogen <= heavy; nitrogen++) {
        for (int oxygen = 0; carbon + nitrogen + oxygen <= heavy; oxygen++) {
          for (int fluorine = 0; carbon + nitrogen + oxygen + fluorine <= heavy; fluorine++) {
            int atoms = carbon + nitrogen + oxygen + fluorine;
            int free = 2 * carbon + 2 + nitrogen - fluorine;
            for (int hydrogen = free; hydrogen >= 0 && free - hydrogen <= 2 * (atoms + 1); ) {
              formulas.add(List.of(hydrogen, carbon, nitrogen, oxygen, fluorine));
              hydrogen -= 2;
            }
          }
        }
      }
    }
    return formulas;
  }
}
