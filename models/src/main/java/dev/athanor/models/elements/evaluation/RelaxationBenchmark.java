package dev.athanor.models.elements.evaluation;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.models.elements.ElementsModel;
import dev.athanor.models.elements.Relaxation;
import dev.athanor.models.elements.RelaxationSettings;
import dev.athanor.models.elements.training.CrystalDataset;
import dev.athanor.models.elements.training.Perturbation;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Whether relaxation takes held-out crystals, shaken and strained, back towards where they were.
 * The error of the positions is the root mean square displacement in fractional space on the
 * original cell, without drift; that of the cell is the relative error of its volume.
 */
final class RelaxationBenchmark {
  private static final int CRYSTALS = 200;
  private static final int MAX_SITES = 24;
  private static final long SEED = 20261123;

  private RelaxationBenchmark() {}

  private record Disturbance(String name, double rattle, double scale, double shear) {}

  static void run(Path data, ElementsModel model, Benchmark benchmark) {
    List<Crystal> crystals =
        CrystalDataset.read(data.resolve("mp2018/val.jsonl.gz")).stream()
            .map(CrystalRecord::crystal)
            .filter(c -> c.sites().size() > 1 && c.sites().size() <= MAX_SITES)
            .limit(CRYSTALS)
            .toList();
    for (Disturbance disturbance :
        List.of(
            new Disturbance("rattled 0.1 angstrom, strained 5 %", 0.1, 0.05, 0.02),
            new Disturbance("rattled 0.2 angstrom, strained 8 %", 0.2, 0.08, 0.03),
            new Disturbance("cell edges 10 % off", 0, 0.1, 0),
            new Disturbance("untouched", 0, 0, 0))) {
      run(crystals, disturbance, model, benchmark);
    }
  }

  private static void run(
      List<Crystal> crystals, Disturbance kind, ElementsModel model, Benchmark benchmark) {
    Random random = new Random(SEED);
    double[] place = new double[2];
    double[] volume = new double[2];
    int converged = 0;
    int closer = 0;
    for (Crystal crystal : crystals) {
      double scale = random.nextBoolean() ? kind.scale : -kind.scale;
      Crystal start = Perturbation.of(crystal, kind.rattle, scale, kind.shear, random).crystal();
      Relaxation relaxation = model.relax(start, RelaxationSettings.DEFAULT);
      double before = displacement(crystal, start);
      double after = displacement(crystal, relaxation.crystal());
      place[0] += before;
      place[1] += after;
      volume[0] += volumeError(crystal, start);
      volume[1] += volumeError(crystal, relaxation.crystal());
      converged += relaxation.converged() ? 1 : 0;
      closer += after < before ? 1 : 0;
    }
    int n = crystals.size();
    String dataset = "mp2018/val, " + n + " crystals of 2 to 24 sites, " + kind.name;
    benchmark.add(
        "displacement after relaxation",
        dataset,
        place[1] / n,
        "angstrom",
        Benchmark.baseline("before", place[0] / n));
    benchmark.add(
        "volume error after relaxation",
        dataset,
        volume[1] / n,
        "1",
        Benchmark.baseline("before", volume[0] / n));
    benchmark.add("share converged", dataset, (double) converged / n, "1");
    benchmark.add("share moved closer", dataset, (double) closer / n, "1");
  }

  private static double volumeError(Crystal reference, Crystal crystal) {
    return Math.abs(crystal.lattice().volume() / reference.lattice().volume() - 1);
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
