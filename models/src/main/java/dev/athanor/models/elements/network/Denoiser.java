package dev.athanor.models.elements.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.models.ModelException;
import dev.athanor.models.elements.Relaxation;
import dev.athanor.models.elements.RelaxationSettings;
import dev.athanor.models.elements.graph.AtomGraph;
import dev.athanor.models.learning.TorchEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fitted equivariant network that moves crystals, step by step, to where it says they belong.
 *
 * <p>The network first says, untold, how far from rest the crystal is; a crystal at rest then stays
 * where it is. From 1.4 times the rattle and eight times the strain that it sees, 5 % at least (it
 * is cautious, by these factors on validation crystals) a level falls by 15 % a step; each step
 * tells the network the level and follows three fifths of its advice, 0.3 angstrom and 6 % at most.
 * At the end the crystal takes the symmetry that it has within twice the first rattle, 0.4 angstrom
 * at most, if the network finds the result no further from rest.
 *
 * <p>It has converged when atoms and cell together move less than the tolerance in a step, root
 * mean square, and the network, untold, sees a crystal near rest. A cell whose volume is more than
 * a quarter off the sum of its atoms' usual volumes is scaled to that limit first. It knows no
 * energies: it says where structures of this kind are found, no more.
 */
public final class Denoiser implements AutoCloseable {
  private static final double SHARE = 0.6;
  private static final double MAX_MOVE = 0.3;
  private static final double MAX_STRAIN = 0.06;
  private static final double VOLUME_SLACK = 1.25;

  private static final double DECAY = 0.85;
  private static final double RATTLE_FACTOR = 1.4;
  private static final double STRAIN_FACTOR = 8;
  private static final double MOST_RATTLE = 0.3;
  private static final double MOST_STRAIN = 0.09;

  /** Strain that is advised, untold, for fewer than half of the crystals at rest. */
  private static final double REST_STRAIN = 0.0012;

  /** A crystal with rattled atoms is taken to have a strained cell too. */
  private static final double RATTLED = 0.06;

  /** Strain from which cells that are not at rest set out at least. */
  private static final double LEAST_STRAIN = 0.05;

  /** Levels down to which every relaxation goes. */
  private static final double SMALL_RATTLE = 0.025;

  private static final double SMALL_STRAIN = 0.01;

  private static final double SYMMETRY_FACTOR = 2;
  private static final double LEAST_SYMMETRY = 0.02;
  private static final double MOST_SYMMETRY = 0.4;

  /** What the network sees, untold, in most crystals that came to rest, angstrom. */
  private static final double NEAR_REST = 0.04;

  private final DenoisingWeights weights;
  private final DenoisingNetwork network;
  private final NDManager manager;
  private final NDArray parameters;

  /**
   * Starts the engine.
   *
   * @throws ModelException {@code ENGINE_UNAVAILABLE} where it does not start
   */
  public Denoiser(DenoisingWeights weights) {
    this.weights = weights;
    network = new DenoisingNetwork(weights.settings());
    manager = TorchEngine.newManager();
    parameters = manager.create(weights.values());
  }

  /**
   * What the network says of one crystal.
   *
   * @param displacements Cartesian move of each site, angstrom
   * @param strain symmetric, 3 x 3
   * @param level how far the crystal seems to be from rest
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Advice(List<Vector3> displacements, double[][] strain, NoiseLevel level) {}

  /** Where the atoms of a crystal should move and how its cell should strain. */
  public Advice advise(Crystal crystal) {
    return advise(crystal, Optional.empty());
  }

  /** The same, for a crystal of which is known how far it is from rest. */
  public Advice advise(Crystal crystal, Optional<NoiseLevel> known) {
    AtomGraph graph = AtomGraph.build(crystal, weights.settings().graph());
    float[] moves;
    float[] s;
    float[] level;
    try (NDManager scope = manager.newSubManager()) {
      NDArray values = TorchEngine.within(scope, parameters);
      DenoisingNetwork.Result result =
          network.forward(values, AtomBatch.of(List.of(graph)), List.of(known), scope);
      moves = result.displacements().toFloatArray();
      s = result.strains().toFloatArray();
      level = result.levels().toFloatArray();
    }
    List<Vector3> displacements = new ArrayList<>();
    for (int i = 0; i < graph.sites(); i++) {
      displacements.add(new Vector3(moves[3 * i], moves[3 * i + 1], moves[3 * i + 2]));
    }
    return new Advice(
        displacements,
        new double[][] {{s[0], s[5], s[4]}, {s[5], s[1], s[3]}, {s[4], s[3], s[2]}},
        NoiseLevel.ofLogarithms(level[0], level[1]));
  }

  /** Follows the network's advice until it has nothing more to say or the steps are spent. */
  public Relaxation relax(Crystal crystal, RelaxationSettings settings) {
    double before = crystal.lattice().volume();
    Crystal current = withPlausibleVolume(crystal);
    NoiseLevel start = start(advise(current));
    NoiseLevel level = start;
    double lastStep = Double.POSITIVE_INFINITY;
    int steps = 0;
    while (steps < settings.maxSteps() && (lastStep >= settings.tolerance() || !small(level))) {
      Step step = apply(current, advise(current, Optional.of(level)));
      current = step.crystal;
      lastStep = step.size;
      level = new NoiseLevel(level.rattle() * DECAY, level.strain() * DECAY);
      steps++;
    }
    Settled settled = symmetrized(current, SYMMETRY_FACTOR * start.rattle());
    return new Relaxation(
        settled.crystal,
        lastStep < settings.tolerance() && settled.rattle < NEAR_REST,
        steps,
        lastStep,
        settled.crystal.lattice().volume() / before - 1);
  }

  private static boolean small(NoiseLevel level) {
    return level.rattle() < SMALL_RATTLE && level.strain() < SMALL_STRAIN;
  }

  /** From how far a relaxation sets out, by what the network says untold. */
  private static NoiseLevel start(Advice untold) {
    double rattle = Math.min(MOST_RATTLE, RATTLE_FACTOR * untold.level.rattle());
    double squares = 0;
    for (double[] row : untold.strain) {
      for (double component : row) {
        squares += component * component / 9;
      }
    }
    double advised = Math.sqrt(squares);
    boolean strained = advised >= REST_STRAIN || rattle > RATTLED;
    double strain = Math.max(LEAST_STRAIN, Math.min(MOST_STRAIN, STRAIN_FACTOR * advised));
    return new NoiseLevel(rattle, strained ? strain : 0);
  }

  /** A crystal and the rattle that the network sees in it, untold. */
  private record Settled(Crystal crystal, double rattle) {}

  private Settled symmetrized(Crystal crystal, double tolerance) {
    double rattle = advise(crystal).level.rattle();
    if (tolerance < LEAST_SYMMETRY) {
      return new Settled(crystal, rattle);
    }
    Crystal symmetric = Symmetrized.within(crystal, Math.min(MOST_SYMMETRY, tolerance));
    double symmetricRattle = advise(symmetric).level.rattle();
    return symmetricRattle <= rattle
        ? new Settled(symmetric, symmetricRattle)
        : new Settled(crystal, rattle);
  }

  private record Step(Crystal crystal, double size) {}

  private static Step apply(Crystal crystal, Advice advice) {
    double[][] growth = new double[3][3];
    double strainSquares = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double strain = clamp(SHARE * advice.strain[i][j], MAX_STRAIN);
        strainSquares += strain * strain;
        growth[i][j] = strain + (i == j ? 1 : 0);
      }
    }
    Lattice cell = crystal.lattice();
    Lattice next =
        new Lattice(
            transformed(cell.a(), growth),
            transformed(cell.b(), growth),
            transformed(cell.c(), growth));
    double squares = 0;
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < crystal.sites().size(); i++) {
      Vector3 wanted = advice.displacements.get(i).times(SHARE);
      double length = wanted.length();
      Vector3 move = length > MAX_MOVE ? wanted.times(MAX_MOVE / length) : wanted;
      squares += move.dot(move);
      Site site = crystal.sites().get(i);
      sites.add(site.movedTo(site.position().plus(cell.toFractional(move))));
    }
    int count = crystal.sites().size();
    // what the strain moves an atom relative to its neighbours, one atomic spacing away
    double spacing = Math.cbrt(cell.volume() / count);
    double size = Math.sqrt(squares / count + strainSquares * spacing * spacing / 3);
    return new Step(new Crystal(next, sites), size);
  }

  private Crystal withPlausibleVolume(Crystal crystal) {
    double usual = 0;
    for (Map.Entry<Element, Double> entry : crystal.composition().amounts().entrySet()) {
      usual += entry.getValue() * weights.volumes()[entry.getKey().atomicNumber()];
    }
    double ratio = crystal.lattice().volume() / usual;
    if (!(usual > 0) || (ratio < VOLUME_SLACK && ratio > 1 / VOLUME_SLACK)) {
      return crystal;
    }
    double wanted = ratio > 1 ? VOLUME_SLACK : 1 / VOLUME_SLACK;
    return crystal.withLattice(crystal.lattice().scaled(Math.cbrt(wanted / ratio)));
  }

  private static double clamp(double value, double limit) {
    return Math.max(-limit, Math.min(limit, value));
  }

  private static Vector3 transformed(Vector3 row, double[][] m) {
    return new Vector3(
        row.x() * m[0][0] + row.y() * m[1][0] + row.z() * m[2][0],
        row.x() * m[0][1] + row.y() * m[1][1] + row.z() * m[2][1],
        row.x() * m[0][2] + row.y() * m[1][2] + row.z() * m[2][2]);
  }

  /** Native arrays that are kept between calls; constant, or they pile up. */
  int arraysHeld() {
    return manager.getManagedArrays().size();
  }

  @Override
  public void close() {
    manager.close();
  }
}
