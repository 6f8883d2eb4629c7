package dev.athanor.models.diffspectra.ranking;

import dev.athanor.matter.chemistry.Composition;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The constitutions of the formulas that were asked about last. */
final class CandidateCache {
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

  CandidateCache(CandidateFinder finder, int most) {
    this.finder = finder;
    this.most = most;
  }

  FormulaCandidates of(Composition formula, Duration longest) {
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
