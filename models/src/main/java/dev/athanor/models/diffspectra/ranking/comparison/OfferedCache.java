package dev.athanor.models.diffspectra.ranking.comparison;

import dev.athanor.models.diffspectra.forward.SpectralBlock;
import dev.athanor.models.diffspectra.ranking.candidates.FormulaCandidates;
import dev.athanor.models.diffspectra.ranking.candidates.FormulaGuess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The constitutions that were compared last, in the coordinates in which they were compared. */
public final class OfferedCache {
  private static final int MOST = 24;

  private final Map<Key, List<float[]>> last =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<float[]>> eldest) {
          return size() > MOST;
        }
      };

  /** A formula's constitutions, told apart from others of the formula that a lack of time left. */
  private record Key(String formula, int looked, Set<SpectralBlock> blocks) {}

  /** A formula, ready for comparisons in the coordinates of the lineup. */
  public Lineup.Offered of(FormulaGuess.Guess guess, FormulaCandidates found, Lineup lineup) {
    if (!found.complete()) {
      return lineup.offer(guess, found);
    }
    Key key = new Key(guess.composition().formula(), found.looked(), lineup.metric().blocks());
    synchronized (last) {
      List<float[]> known = last.get(key);
      if (known != null) {
        return new Lineup.Offered(guess, found, known);
      }
    }
    Lineup.Offered offered = lineup.offer(guess, found);
    synchronized (last) {
      last.put(key, offered.expected());
    }
    return offered;
  }
}
