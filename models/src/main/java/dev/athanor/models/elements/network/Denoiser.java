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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A fitted equivariant network that moves crystals, step by step, to where it says they belong.
 *
 * <p>A step adds four fifths of the displacements (0.2 angstrom at most each) and of the strain (4
 * % at most a component). A cell whose volume is more than a quarter off the sum of its atoms'
 * usual volumes is scaled to that limit first, since the network has not seen such cells. It has
 * converged when atoms and cell together move less than the tolerance, root mean square. It knows
 * no energies: it says where structures of this kind are found, no more.
 */
public final class Denoiser implements AutoCloseable {
  private static final double SHARE = 0.8;
  private static final double MAX_MOVE = 0.2;
  private static final double MAX_STRAIN = 0.04;
  private static final double VOLUME_SLACK = 1.25;

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
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Advice(List<Vector3> displacements, double[][] strain) {}

  /** Where the atoms of a crystal should move and how its cell should strain. */
  public Advice advise(Crystal crystal) {
    AtomGraph graph = AtomGraph.build(crystal, weights.settings().graph());
    float[] moves;
    float[] s;
    try (NDManager scope = manager.newSubManager()) {
      DenoisingNetwork.Result result =
          network.forward(parameters, AtomBatch.of(List.of(graph)), scope);
      moves = result.displacements().toFloatArray();
      s = result.strains().toFloatArray();
    }
    List<Vector3> displacements = new ArrayList<>();
    for (int i = 0; i < graph.sites(); i++) {
      displacements.add(new Vector3(moves[3 * i], moves[3 * i + 1], moves[3 * i + 2]));
    }
    return new Advice(
        displacements, new double[][] {{s[0], s[5], s[4]}, {s[5], s[1], s[3]}, {s[4], s[3], s[2]}});
  }

  /** Follows the network's advice until it has nothing more to say or the steps are spent. */
  public Relaxation relax(Crystal crystal, RelaxationSettings settings) {
    double before = crystal.lattice().volume();
    Crystal current = withPlausibleVolume(crystal);
    double lastStep = Double.POSITIVE_INFINITY;
    int steps = 0;
    while (steps < settings.maxSteps() && lastStep >= settings.tolerance()) {
      Advice advice = advise(current);
      Step step = apply(current, advice);
      current = step.crystal;
      lastStep = step.size;
      steps++;
    }
    return new Relaxation(
        current,
        lastStep < settings.tolerance(),
        steps,
        lastStep,
        current.lattice().volume() / before - 1);
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

  @Override
  public void close() {
    manager.close();
  }
}
