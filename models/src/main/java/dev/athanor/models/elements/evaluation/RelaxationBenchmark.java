package dev.athanor.models.elements.evaluation;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.models.elements.ElementsModel;
import dev.athanor.models.elements.Relaxation;
import dev.athanor.models.elements.RelaxationSettings;
import dev.athanor.models.elements.training.CrystalDataset;
import dev.athanor.models.elements.training.Perturbation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Whether relaxation takes held-out crystals, shaken and strained, back towards where they were.
 *
 * <p>The error of the positions is the root mean square displacement in fractional space on the
 * original cell, without drift; that of the cell is the mean relative error of its three edges.
 * Medians, since a few crystals that fall into another structure rule the means; these stand
 * beside. Crystals on which the steps of relaxation were chosen are left out.
 */
final class RelaxationBenchmark {
  private static final int CHOSEN_ON = 100;
  private static final int CRYSTALS = 200;
  private static final int MAX_SITES = 24;
  private static final long SEED = 20261123;

  private RelaxationBenchmark() {}

  /**
   * Standard deviations of each component of displacement and strain, and a strain of all edges.
   */
  private record Kind(String name, double rattle, double scale, double shear) {}

  static void run(Path data, ElementsModel model, Benchmark benchmark) {
    List<Crystal> crystals =
        CrystalDataset.read(data.resolve("mp2018/val.jsonl.gz")).stream()
            .map(CrystalRecord::crystal)
            .filter(c -> c.sites().size() > 1 && c.sites().size() <= MAX_SITES)
            .skip(CHOSEN_ON)
            .limit(CRYSTALS)
            .toList();
    for (Kind kind :
        List.of(
            new Kind("rattled 0.2 angstrom and strained 5 % a component", 0.2, 0, 0.05),
            new Kind("rattled 0.1 angstrom, edges 5 % off, strained 2 %", 0.1, 0.05, 0.02),
            new Kind("edges 5 % off", 0, 0.05, 0),
            new Kind("untouched", 0, 0, 0))) {
      run(crystals, kind, model, benchmark);
    }
  }

  private static void run(
      List<Crystal> crystals, Kind kind, ElementsModel model, Benchmark benchmark) {
    Random random = new Random(SEED);
    int n = crystals.size();
    double[][] place = new double[2][n];
    double[][] edges = new double[2][n];
    int converged = 0;
    int closer = 0;
    for (int i = 0; i < n; i++) {
      Crystal crystal = crystals.get(i);
      double scale = random.nextBoolean() ? kind.scale : -kind.scale;
      Crystal start = Perturbation.of(crystal, kind.rattle, scale, kind.shear, random).crystal();
      Relaxation relaxation = model.relax(start, RelaxationSettings.DEFAULT);
      place[0][i] = displacement(crystal, start);
      place[1][i] = displacement(crystal, relaxation.crystal());
      edges[0][i] = edgeError(crystal, start);
      edges[1][i] = edgeError(crystal, relaxation.crystal());
      converged += relaxation.converged() ? 1 : 0;
      closer += place[1][i] < place[0][i] ? 1 : 0;
    }
    String dataset = "mp2018/val, " + n + " crystals of 2 to 24 sites, " + kind.name;
    add(benchmark, "displacement after relaxation", dataset, "angstrom", place);
    add(benchmark, "error of the cell's edges after relaxation", dataset, "1", edges);
    benchmark.add("share converged", dataset, (double) converged / n, "1");
    benchmark.add("share moved closer", dataset, (double) closer / n, "1");
  }

  private static void add(
      Benchmark benchmark, String what, String dataset, String unit, double[][] values) {
    benchmark.add(
        "median " + what,
        dataset,
        median(values[1]),
        unit,
        Benchmark.baseline("before", median(values[0])));
    benchmark.add(
        "mean " + what,
        dataset,
        Arrays.stream(values[1]).average().orElse(0),
        unit,
        Benchmark.baseline("before", Arrays.stream(values[0]).average().orElse(0)));
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
  }

  static double edgeError(Crystal reference, Crystal crystal) {
    Lattice before = reference.lattice();
    Lattice after = crystal.lattice();
    return (Math.abs(after.a().length() / before.a().length() - 1)
            + Math.abs(after.b().length() / before.b().length() - 1)
            + Math.abs(after.c().length() / before.c().length() - 1))
        / 3;
  }

  static double displacement(Crystal reference, Crystal crystal) {
    int n = reference.sites().size();
    Vector3[] moves = new Vector3[n];
    Vector3 drift = Vector3.ZERO;
    for (int i = 0; i < n; i++) {
      Vector3 d = crystal.sites().get(i).position().minus(reference.sites().get(i).position());
      Vector3 nearest =
          new Vector3(d.x() - Math.rint(d.x()), d.y() - Math.rint(d.y()), d.z() - Math.rint(d.z()));
      moves[i] = reference.lattice().toCartesian(nearest);
      drift = drift.plus(moves[i].times(1.0 / n));
    }
    double sum = 0;
    for (Vector3 move : moves) {
      Vector3 own = move.minus(drift);
      sum += own.dot(own);
    }
    return Math.sqrt(sum / n);
  }
}
