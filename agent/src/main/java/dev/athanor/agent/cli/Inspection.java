package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.GeometryCheck;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.NearestDistances;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.prototype.PrototypeLibrary;
import dev.athanor.matter.prototype.RecognisedPrototype;
import dev.athanor.matter.symmetry.LatticeReduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a reader of a structure file should see.
 *
 * @param entry the crystal as it was read
 * @param stated the space group that stands beside it
 * @param tolerance of the symmetry, angstrom
 * @param symmetry what the atoms have; absent where it could not be determined
 * @param type the structure type, where the library has it
 * @param reduced the Niggli cell of its lattice
 * @param geometry whether the atoms have room; absent where nobody knows what the atoms are
 * @param distances from each site to the nearest, angstrom
 * @param warnings what a careful reader should know
 * @param withSites whether JSON lists the sites too
 */
record Inspection(
    ReadEntry.Read entry,
    Optional<StatedGroup> stated,
    double tolerance,
    Optional<FoundSymmetry> symmetry,
    Optional<RecognisedPrototype> type,
    Lattice reduced,
    Optional<GeometryCheck> geometry,
    List<Double> distances,
    List<ReadWarning> warnings,
    boolean withSites)
    implements Reply {

  Inspection {
    distances = List.copyOf(distances);
    warnings = List.copyOf(warnings);
  }

  /**
   * Looks at a crystal.
   *
   * @param tolerance of the symmetry, angstrom
   * @param withSites whether JSON is to list the sites too
   */
  static Inspection of(ReadEntry.Read entry, double tolerance, boolean withSites) {
    Crystal crystal = entry.row().crystal();
    Optional<StatedGroup> stated = StatedGroup.of(entry.row());
    List<ReadWarning> warnings = new ArrayList<>(entry.warnings());
    Optional<FoundSymmetry> symmetry = symmetry(crystal, tolerance, warnings);
    symmetry.ifPresent(
        found ->
            stated
                .flatMap(group -> group.contradiction(found, tolerance))
                .ifPresent(warnings::add));
    Optional<GeometryCheck> geometry =
        entry.hasPlaceholders() ? Optional.empty() : Optional.of(GeometryCheck.of(crystal));
    geometry.ifPresent(
        check -> check.warnings().forEach(text -> warnings.add(ReadWarning.of("GEOMETRY", text))));
    return new Inspection(
        entry,
        stated,
        tolerance,
        symmetry,
        symmetry.isEmpty() || entry.hasPlaceholders()
            ? Optional.empty()
            : PrototypeLibrary.standard().recognise(crystal),
        LatticeReduction.niggli(crystal.lattice(), LatticeReduction.USUAL_TOLERANCE).lattice(),
        geometry,
        NearestDistances.of(crystal),
        warnings,
        withSites);
  }

  private static Optional<FoundSymmetry> symmetry(
      Crystal crystal, double tolerance, List<ReadWarning> warnings) {
    try {
      return Optional.of(FoundSymmetry.of(crystal, tolerance));
    } catch (MatterException e) {
      warnings.add(
          ReadWarning.of("NO_SYMMETRY", "the symmetry is not determined: " + e.getMessage()));
      return Optional.empty();
    }
  }

  /** The crystal. */
  Crystal crystal() {
    return entry.row().crystal();
  }

  /** The smallest of the distances, angstrom; infinite where no site has a neighbour. */
  double smallestDistance() {
    return distances.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
  }

  @Override
  public void fill(ObjectNode node) {
    Crystal crystal = crystal();
    boolean known = !entry.hasPlaceholders();
    node.put("formula", known ? crystal.composition().reducedFormula() : null);
    node.put("cell_formula", known ? crystal.composition().formula() : null);
    node.put("nsites", crystal.sites().size());
    node.put("ordered", crystal.isOrdered());
    fillCell(node, crystal.lattice());
    JsonNumbers.put(node, "density", known ? crystal.density() : Double.NaN, 6);
    JsonNumbers.put(node, "volume_per_atom", known ? crystal.volumePerAtom() : Double.NaN, 6);
    node.put("tolerance", tolerance);
    symmetry.ifPresentOrElse(found -> found.fill(node), () -> FoundSymmetry.fillUnknown(node));
    node.put("prototype", type.map(found -> found.prototype().name()).orElse(null));
    node.put(
        "strukturbericht", type.flatMap(found -> found.prototype().strukturbericht()).orElse(null));
    fillCell(node.putObject("reduced_cell"), reduced);
    if (stated.isPresent()) {
      stated.get().fill(node.putObject("stated_spacegroup"));
    } else {
      node.putNull("stated_spacegroup");
    }
    JsonNumbers.put(node, "min_distance", smallestDistance(), 6);
    ArrayNode nearest = node.putArray("nearest_distances");
    distances.forEach(distance -> JsonNumbers.add(nearest, distance, 5));
    node.put("geometry", geometry.map(check -> check.verdict().name()).orElse(null));
    if (withSites) {
      fillSites(node.putArray("sites"), crystal);
    }
    ArrayNode list = node.putArray("warnings");
    warnings.forEach(warning -> warning.addTo(list));
  }

  @Override
  public String toText(Terminal terminal) {
    return InspectionText.of(this, terminal);
  }

  private static void fillCell(ObjectNode node, Lattice lattice) {
    JsonNumbers.put(node, "a", lattice.a().length(), 8);
    JsonNumbers.put(node, "b", lattice.b().length(), 8);
    JsonNumbers.put(node, "c", lattice.c().length(), 8);
    JsonNumbers.put(node, "alpha", lattice.alpha(), 8);
    JsonNumbers.put(node, "beta", lattice.beta(), 8);
    JsonNumbers.put(node, "gamma", lattice.gamma(), 8);
    JsonNumbers.put(node, "volume", lattice.volume(), 8);
  }

  private static void fillSites(ArrayNode array, Crystal crystal) {
    for (Site site : crystal.sites()) {
      ObjectNode node = array.addObject();
      ObjectNode species = node.putObject("species");
      site.occupancies().forEach((element, share) -> species.put(element.symbol(), share));
      ArrayNode position = node.putArray("position");
      JsonNumbers.add(position, site.position().x(), 8);
      JsonNumbers.add(position, site.position().y(), 8);
      JsonNumbers.add(position, site.position().z(), 8);
    }
  }
}
