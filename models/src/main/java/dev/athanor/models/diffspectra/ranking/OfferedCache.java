package dev.athanor.models.diffspectra.ranking;

import dev.athanor.models.diffspectra.forward.SpectralBlock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The constitutions that were compared last, in the coordinates in which they were compared. */
final class OfferedCache {
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

  Lineup.Offered of(FormulaGuess.Guess guess, FormulaCandidates found, Lineup lineup) {
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
