package dev.athanor.matter.molecule;

import com.actelion.research.chem.StereoMolecule;
import com.actelion.research.chem.forcefield.mmff.ForceFieldMMFF94;
import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Vector3;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.openmolecules.chem.conf.so.ConformationSelfOrganizer;

/**
 * A plausible geometry for a constitution: atoms that organise themselves by rules of distance,
 * planarity and torsion, then minimised in the force field MMFF94; the best of several tries.
 *
 * <p>One low conformer, not the lowest, and any stereoisomer, since a graph has none. The same
 * graph and seed give the same positions. Good to some hundredths of an angstrom in bonds of common
 * groups; a starting point for anything better, not a replacement.
 *
 * @see <a
 *     href="https://doi.org/10.1002/(SICI)1096-987X(199604)17:5/6%3C490::AID-JCC1%3E3.0.CO;2-P">
 *     Halgren, J. Comput. Chem. 17, 490 (1996)</a>
 */
public final class ConformerBuilder {
  /** Largest molecule, atoms with hydrogens. */
  public static final int MAX_ATOMS = 200;

  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int WANTED = 3;
  private static final int MOST_TRIES = 12;
  private static final int MAX_ITERATIONS = 2000;
  private static final double GRADIENT_TOLERANCE = 1e-4;
  private static final double ENERGY_TOLERANCE = 1e-6;

  /** Angstrom; out of coincidences of atoms that no force can undo. */
  private static final double JOLT = 0.15;

  private final Duration longest;

  private ConformerBuilder(Duration longest) {
    this.longest = longest;
  }

  /** A builder that takes ten seconds at most for a molecule. */
  public static ConformerBuilder standard() {
    return within(Duration.ofSeconds(10));
  }

  /** A builder with a time limit of its own, up to ten minutes. */
  public static ConformerBuilder within(Duration longest) {
    if (longest.isNegative() || longest.isZero() || longest.compareTo(LONGEST) > 0) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "a conformer takes up to " + LONGEST + ", asked for " + longest);
    }
    return new ConformerBuilder(longest);
  }

  /**
   * A geometry around its centre of mass; the same for the same graph and seed.
   *
   * @throws MatterException {@code UNSUPPORTED_MOLECULE} where none was found, {@code TOO_LARGE},
   *     {@code TIME_LIMIT}; {@code CANCELLED} when the thread is interrupted
   */
  public Conformer build(MolecularGraph graph, long seed) {
    if (graph.atomCount() > MAX_ATOMS) {
      throw new MatterException(
          MatterErrors.TOO_LARGE,
          graph.atomCount() + " atoms; conformers are built for at most " + MAX_ATOMS);
    }
    if (!graph.isConnected()) {
      throw new MatterException(
          MatterErrors.UNSUPPORTED_MOLECULE, "a conformer is built for one molecule at a time");
    }
    if (graph.atomCount() == 1) {
      return new Conformer(graph.at(List.of(Vector3.ZERO)), OptionalDouble.of(0));
    }
    long end = System.nanoTime() + longest.toNanos();
    Random random = new Random(seed);
    List<Conformer> good = new ArrayList<>();
    for (int tries = 0; tries < MOST_TRIES && good.size() < WANTED; tries++) {
      attempt(graph, random, end).ifPresent(good::add);
      if (!good.isEmpty() && good.get(0).energy().isEmpty()) {
        return good.get(0);
      }
    }
    return good.stream()
        .min((a, b) -> Double.compare(a.energy().orElseThrow(), b.energy().orElseThrow()))
        .orElseThrow(
            () ->
                new MatterException(
                    MatterErrors.UNSUPPORTED_MOLECULE, "no geometry was found for this molecule"));
  }

  /** One try; empty where it ended without the bonds of the graph. */
  private static Optional<Conformer> attempt(MolecularGraph graph, Random random, long end) {
    OpenChemLib.Encoded encoded = OpenChemLib.encode(graph);
    StereoMolecule molecule = encoded.molecule();
    ConformationSelfOrganizer organizer = new ConformationSelfOrganizer(molecule, true);
    organizer.setThreadMaster(() -> isOver(end));
    StereoMolecule placed = organizer.generateOneConformerInPlace(random.nextLong());
    goOnWithin(end);
    if (placed == null) {
      return Optional.empty();
    }
    Optional<ForceFieldMMFF94> field = field(molecule);
    if (field.isEmpty()) {
      return Optional.of(new Conformer(at(graph, encoded), OptionalDouble.empty()));
    }
    if (!minimise(field.get(), end)) {
      jolt(molecule, random);
      field = field(molecule);
      if (field.isEmpty() || !minimise(field.get(), end)) {
        return Optional.empty();
      }
    }
    double energy = field.get().getTotalEnergy();
    Molecule built = at(graph, encoded);
    return hasItsBonds(built)
        ? Optional.of(new Conformer(built, OptionalDouble.of(energy)))
        : Optional.empty();
  }

  /** True where it came to rest or used up its iterations at an energy that is a number. */
  private static boolean minimise(ForceFieldMMFF94 field, long end) {
    field.addListener(
        () -> {
          if (isOver(end)) {
            field.interrupt();
          }
        });
    int state = field.minimise(MAX_ITERATIONS, GRADIENT_TOLERANCE, ENERGY_TOLERANCE);
    goOnWithin(end);
    return state <= 1 && Double.isFinite(field.getTotalEnergy());
  }

  private static void jolt(StereoMolecule molecule, Random random) {
    for (int atom = 0; atom < molecule.getAllAtoms(); atom++) {
      molecule.setAtomX(atom, number(molecule.getAtomX(atom)) + JOLT * random.nextGaussian());
      molecule.setAtomY(atom, number(molecule.getAtomY(atom)) + JOLT * random.nextGaussian());
      molecule.setAtomZ(atom, number(molecule.getAtomZ(atom)) + JOLT * random.nextGaussian());
    }
  }

  private static double number(double coordinate) {
    return Double.isFinite(coordinate) ? coordinate : 0;
  }

  private static Molecule at(MolecularGraph graph, OpenChemLib.Encoded encoded) {
    StereoMolecule placed = encoded.molecule();
    List<Vector3> positions = new ArrayList<>();
    for (int index : encoded.index()) {
      positions.add(
          new Vector3(placed.getAtomX(index), placed.getAtomY(index), placed.getAtomZ(index)));
    }
    Molecule molecule = graph.at(positions);
    return molecule.movedBy(molecule.centerOfMass().times(-1));
  }

  /** True where atoms are near each other exactly where they are bonded. */
  private static boolean hasItsBonds(Molecule built) {
    if (built.atoms().stream().anyMatch(atom -> Valences.of(atom.element()).isEmpty())) {
      return true;
    }
    try {
      List<List<Integer>> near =
          Contacts.bonded(built).stream().map(c -> List.of(c.first(), c.second())).toList();
      return near.size() == built.bonds().size()
          && built.bonds().stream().allMatch(b -> near.contains(List.of(b.first(), b.second())));
    } catch (
        MatterException e) { // atoms on each other are a failed try, not an error of the caller
      return false;
    }
  }

  /** The field, where it has types for every atom. */
  private static Optional<ForceFieldMMFF94> field(StereoMolecule molecule) {
    ForceFieldMMFF94.initialize(ForceFieldMMFF94.MMFF94);
    try {
      return Optional.of(new ForceFieldMMFF94(molecule, ForceFieldMMFF94.MMFF94, new HashMap<>()));
    } catch (RuntimeException e) { // what it throws for a molecule without types
      return Optional.empty();
    }
  }

  private static boolean isOver(long end) {
    return System.nanoTime() > end || Thread.currentThread().isInterrupted();
  }

  private static void goOnWithin(long end) {
    if (Thread.currentThread().isInterrupted()) {
      throw new MatterException(MatterErrors.CANCELLED, "the search for a geometry was cancelled");
    }
    if (System.nanoTime() > end) {
      throw new MatterException(
          MatterErrors.TIME_LIMIT, "no geometry was found within the time that was allowed");
    }
  }
}
