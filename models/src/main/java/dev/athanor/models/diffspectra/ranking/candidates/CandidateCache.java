package dev.athanor.models.diffspectra.ranking.candidates;

import dev.athanor.matter.chemistry.Composition;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The constitutions of the formulas that were asked about last. */
public final class CandidateCache {
  private final CandidateFinder finder;
  private final int most;
  private final Map<String, FormulaCandidates> last =
      new LinkedHashMap<>(32, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FormulaCandidates> eldest) {
          return size() > most;
        }
      };

  /** A cache of so many formulas. */
  public CandidateCache(CandidateFinder finder, int most) {
    this.finder = finder;
    this.most = most;
  }

  /** The constitutions of a formula, kept or found within a time. */
  public FormulaCandidates of(Composition formula, Duration longest) {
    String name = formula.formula();
    synchronized (last) {
      FormulaCandidates found = last.get(name);
      if (found != null) {
        return found;
      }
    }
    FormulaCandidates found = finder.find(formula, longest);
    if (found.complete()) {
      synchronized (last) {
        last.put(name, found);
      }
    }
    return found;
  }
}
