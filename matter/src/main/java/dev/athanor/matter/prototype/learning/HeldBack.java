package dev.athanor.matter.prototype.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.prototype.Ion;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Replacements that lead from compounds seen in training to compounds that were held back, and how
 * well a model foresees them.
 */
final class HeldBack {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Of more compounds than this that differ in two slots from one held back, some are left out. */
  private static final int MOST_ASKED = 40;

  /** Weights of all replacements of one ion by another. */
  private final Map<List<Ion>, Double> weights = new HashMap<>();

  private int size;

  /** How likely a model thinks each candidate is to replace an ion, in the candidates' order. */
  interface Model {
    double[] scores(Ion from, List<Ion> candidates);
  }

  /** Adds all replacements that lead to a compound, in one slot or in two. */
  void add(Families training, int group, Arrangement compound, boolean coupled) {
    int slots = compound.slots().size();
    for (int i = 0; i < slots; i++) {
      Ion to = training.ion(compound.slots().get(i));
      if (!coupled) {
        Set<Ion> family = training.others(group, compound, i);
        family.forEach(from -> query(from, to, family.size()));
      }
      for (int j = i + 1; coupled && j < slots; j++) {
        Ion second = training.ion(compound.slots().get(j));
        List<List<Ion>> family =
            training.others(group, compound, i, j).stream()
                .filter(p -> !p.get(0).equals(to) && !p.get(1).equals(second))
                .toList();
        int step = 1 + family.size() / MOST_ASKED;
        for (int k = 0; k < family.size(); k += step) {
          query(family.get(k).get(0), to, family.size() / step + 1);
          query(family.get(k).get(1), second, family.size() / step + 1);
        }
      }
    }
  }

  private void query(Ion from, Ion to, int family) {
    if (!from.equals(to)) {
      weights.merge(List.of(from, to), 1.0 / family, Double::sum);
      size++;
    }
  }

  /** Replacements between the ions that pass. */
  HeldBack between(Predicate<Ion> known) {
    HeldBack part = new HeldBack();
    weights.forEach(
        (pair, weight) -> {
          if (known.test(pair.get(0)) && known.test(pair.get(1))) {
            part.weights.put(pair, weight);
          }
        });
    part.size = part.weights.size();
    return part;
  }

  /** Replacements in all; for a part, different ones. */
  int size() {
    return size;
  }

  /** Mean logarithm of the probability given to what came true, nats. */
  double logLikelihood(Model model, List<Ion> candidates) {
    return figures(model, candidates)[0];
  }

  /** The figures of a model as they stand in the report. */
  ObjectNode report(Model model, List<Ion> candidates) {
    double[] figures = figures(model, candidates);
    ObjectNode node = MAPPER.createObjectNode();
    node.put("log_likelihood_nats", rounded(figures[0]));
    node.put("mean_reciprocal_rank", rounded(figures[1]));
    node.put("first", rounded(figures[2]));
    node.put("among_first_5", rounded(figures[3]));
    node.put("among_first_10", rounded(figures[4]));
    return node;
  }

  private double[] figures(Model model, List<Ion> candidates) {
    double[] sums = new double[6];
    double[][] rows = new double[candidates.size()][];
    for (Map.Entry<List<Ion>, Double> query : weights.entrySet()) {
      int a = candidates.indexOf(query.getKey().get(0));
      int b = candidates.indexOf(query.getKey().get(1));
      if (rows[a] == null) {
        rows[a] = normalised(model.scores(query.getKey().get(0), candidates), a);
      }
      double here = rows[a][b];
      double weight = query.getValue();
      int rank = 1 + (int) Arrays.stream(rows[a]).filter(other -> other > here).count();
      sums[0] += weight * Math.log(here);
      sums[1] += weight / rank;
      sums[2] += rank == 1 ? weight : 0;
      sums[3] += rank <= 5 ? weight : 0;
      sums[4] += rank <= 10 ? weight : 0;
      sums[5] += weight;
    }
    double[] means = new double[5];
    for (int i = 0; i < 5; i++) {
      means[i] = sums[i] / sums[5];
    }
    return means;
  }

  private static double[] normalised(double[] scores, int self) {
    double[] result = scores.clone();
    result[self] = 0;
    double sum = Arrays.stream(result).sum();
    for (int i = 0; i < result.length; i++) {
      result[i] /= sum;
    }
    return result;
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
