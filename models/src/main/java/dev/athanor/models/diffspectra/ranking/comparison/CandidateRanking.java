package dev.athanor.models.diffspectra.ranking.comparison;

import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.models.diffspectra.ranking.candidates.FormulaCandidates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Constitutions by what their likelihood and their prior say together, those that InChI takes for
 * one (some tautomers) as one.
 */
public final class CandidateRanking {
  /** Of weights below this share of the largest, nothing is worth a name. */
  private static final double NEGLIGIBLE = 1e-12;

  private final List<Weighted> weighted = new ArrayList<>();
  private double largest = Double.NEGATIVE_INFINITY;

  /** A constitution with the logarithm of its weight. */
  public record Weighted(FormulaCandidates.Candidate candidate, double score, double mismatch) {}

  void add(FormulaCandidates.Candidate candidate, double score, double mismatch) {
    weighted.add(new Weighted(candidate, score, mismatch));
    largest = Math.max(largest, score);
  }

  /** How many constitutions there are. */
  public int size() {
    return weighted.size();
  }

  /** Share of all weights. */
  public double share(Weighted one) {
    double total = 0;
    for (Weighted other : weighted) {
      total += Math.exp(other.score() - largest);
    }
    return Math.exp(one.score() - largest) / total;
  }

  /** The one of the largest weight. */
  public Weighted heaviest() {
    return weighted.stream().max(Comparator.comparingDouble(Weighted::score)).orElseThrow();
  }

  /** The logarithm of the largest weight. */
  public double largest() {
    return largest;
  }

  /** The first of them, by falling share. */
  public List<RankedCandidate> first(int count) {
    weighted.sort(Comparator.comparingDouble(Weighted::score).reversed());
    double total = 0;
    for (Weighted one : weighted) {
      total += Math.exp(one.score() - largest);
    }
    Map<String, RankedCandidate> byConstitution = new HashMap<>();
    List<String> order = new ArrayList<>();
    for (Weighted one : weighted) {
      double share = Math.exp(one.score() - largest) / total;
      if ((order.size() >= count && share < NEGLIGIBLE) || order.size() >= 3 * count) {
        break;
      }
      InchiKey key = InchiKey.of(one.candidate().graph());
      RankedCandidate before = byConstitution.get(key.firstBlock());
      if (before == null) {
        order.add(key.firstBlock());
        byConstitution.put(
            key.firstBlock(),
            new RankedCandidate(one.candidate().graph(), key, share, one.mismatch()));
      } else {
        byConstitution.put(
            key.firstBlock(),
            new RankedCandidate(
                before.graph(), before.inchiKey(), before.share() + share, before.mismatch()));
      }
    }
    return byConstitution.values().stream()
        .sorted(
            Comparator.comparingDouble(RankedCandidate::share)
                .reversed()
                .thenComparingInt(c -> order.indexOf(c.inchiKey().firstBlock())))
        .limit(count)
        .toList();
  }
}
