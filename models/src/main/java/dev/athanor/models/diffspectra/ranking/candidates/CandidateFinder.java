package dev.athanor.models.diffspectra.ranking.candidates;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.models.diffspectra.forward.ForwardModel;
import dev.athanor.models.diffspectra.forward.MoleculeFragments;
import dev.athanor.models.diffspectra.forward.Prediction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Chooses the constitutions of a formula that are compared with spectra: the likeliest beforehand
 * of all that can be drawn, and those of the training, which the enumeration may lack.
 */
public final class CandidateFinder {
  /** How many constitutions of a formula are compared at most. */
  public static final int MOST_CANDIDATES = 2500;

  private final ForwardModel model;
  private final ConstitutionPrior prior;
  private final IsomerSource source;
  private final int most;
  private final Map<String, List<MolecularGraph>> known = new HashMap<>();

  /**
   * A finder.
   *
   * @param most how many constitutions of a formula are compared at most
   */
  public CandidateFinder(
      ForwardModel model, ConstitutionPrior prior, IsomerSource source, int most) {
    this.model = model;
    this.prior = prior;
    this.source = source;
    this.most = most;
    for (String smiles : model.molecules()) {
      MolecularGraph graph = Smiles.parse(smiles);
      known.computeIfAbsent(graph.composition().formula(), f -> new ArrayList<>()).add(graph);
    }
  }

  /** The constitutions of a formula, found within a time. */
  public FormulaCandidates find(Composition formula, Duration longest) {
    PriorityQueue<Drawn> best = new PriorityQueue<>(Comparator.comparingDouble(Drawn::logOdds));
    Set<Integer> seen = new HashSet<>();
    int[] looked = new int[1];
    double[] sum = {0, Double.NEGATIVE_INFINITY};
    boolean complete =
        source.forEach(
            formula,
            longest,
            graph -> {
              looked[0]++;
              Drawn drawn = drawn(graph);
              seen.add(drawn.name());
              add(drawn, best, sum);
              return true;
            });
    for (MolecularGraph graph : known.getOrDefault(formula.formula(), List.of())) {
      Drawn drawn = drawn(graph);
      if (seen.add(drawn.name())) {
        looked[0]++;
        add(drawn, best, sum);
      }
    }
    double total = sum[1] + Math.log(sum[0]);
    List<Drawn> chosen = new ArrayList<>(best);
    Collections.sort(chosen, Comparator.comparingDouble(Drawn::logOdds).reversed());
    List<Prediction> expected = model.predict(chosen.stream().map(Drawn::graph).toList());
    List<FormulaCandidates.Candidate> candidates = new ArrayList<>(chosen.size());
    for (int i = 0; i < chosen.size(); i++) {
      Drawn drawn = chosen.get(i);
      candidates.add(
          new FormulaCandidates.Candidate(drawn.graph(), drawn.logOdds() - total, expected.get(i)));
    }
    return new FormulaCandidates(candidates, looked[0], complete);
  }

  private Drawn drawn(MolecularGraph graph) {
    int[] fragments = MoleculeFragments.of(graph);
    return new Drawn(graph, prior.logOdds(graph), Arrays.hashCode(fragments));
  }

  /** Keeps the best, and the sum of all {@code exp(logOdds)} as a factor and a logarithm. */
  private void add(Drawn drawn, PriorityQueue<Drawn> best, double[] sum) {
    if (drawn.logOdds() > sum[1]) {
      sum[0] = sum[0] * Math.exp(sum[1] - drawn.logOdds());
      sum[1] = drawn.logOdds();
    }
    sum[0] += Math.exp(drawn.logOdds() - sum[1]);
    best.add(drawn);
    if (best.size() > most) {
      best.remove();
    }
  }

  /** A constitution before its spectra are expected; the name stands for its fragments. */
  private record Drawn(MolecularGraph graph, double logOdds, int name) {}
}
