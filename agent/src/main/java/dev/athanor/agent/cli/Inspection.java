package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.GeometryCheck;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a reader of a structure file should see.
 *
 * @param row the structure
 * @param spaceGroupSymbol as the file writes it
 * @param spaceGroupNumber as the file gives it, or as follows from what it gives
 * @param geometry whether the atoms have room
 * @param warnings what a careful reader should know
 */
record Inspection(
    CrystalRecord row,
    Optional<String> spaceGroupSymbol,
    OptionalInt spaceGroupNumber,
    GeometryCheck geometry,
    List<Warning> warnings) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Names under which readers and data sets hand over a space group. */
  private static final List<String> SPACE_GROUP_WORDS =
      List.of("spacegroup_symbol", "spacegroup_cif", "spacegroup", "space_group");

  private static final List<String> SPACE_GROUP_NUMBERS =
      List.of("spacegroup_number", "space_group_number");

  /**
   * Something that a careful reader should know.
   *
   * @param kind stable name of the sort of warning
   * @param message in words
   * @param line of the file, where one is known
   */
  record Warning(String kind, String message, OptionalInt line) {}

  /** Looks at a structure, of which its reader noticed what the warnings say. */
  static Inspection of(CrystalRecord row, List<Warning> fromReader) {
    Optional<String> symbol =
        SPACE_GROUP_WORDS.stream().flatMap(name -> row.text(name).stream()).findFirst();
    Optional<Double> number =
        SPACE_GROUP_NUMBERS.stream().flatMap(name -> row.number(name).stream()).findFirst();
    GeometryCheck geometry = GeometryCheck.of(row.crystal());
    List<Warning> warnings = new ArrayList<>(fromReader);
    geometry
        .warnings()
        .forEach(text -> warnings.add(new Warning("GEOMETRY", text, OptionalInt.empty())));
    return new Inspection(
        row,
        symbol,
        number.isPresent() ? OptionalInt.of(number.get().intValue()) : OptionalInt.empty(),
        geometry,
        warnings);
  }

  /** As JSON; lengths in angstrom, angles in degrees. */
  ObjectNode toJson(String file) {
    Crystal crystal = row.crystal();
    ObjectNode node = MAPPER.createObjectNode();
    node.put("file", file);
    node.put("id", row.id());
    node.put("formula", crystal.composition().reducedFormula());
    node.put("cell_formula", crystal.composition().formula());
    cell(node.putObject("cell"), crystal.lattice());
    if (spaceGroupSymbol.isPresent() || spaceGroupNumber.isPresent()) {
      ObjectNode group = node.putObject("space_group");
      group.put("symbol", spaceGroupSymbol.orElse(null));
      group.put("number", spaceGroupNumber.isPresent() ? spaceGroupNumber.getAsInt() : null);
    } else {
      node.putNull("space_group");
    }
    node.put("ordered", crystal.isOrdered());
    node.put("site_count", crystal.sites().size());
    node.put("density", rounded(crystal.density(), 1e4));
    node.put("volume_per_atom", rounded(crystal.volumePerAtom(), 1e4));
    node.put("geometry", geometry.verdict().name());
    node.put("shortest_distance", rounded(geometry.shortestDistance(), 1e4));
    sites(node.putArray("sites"), crystal);
    warnings(node.putArray("warnings"));
    return node;
  }

  private static void cell(ObjectNode node, Lattice lattice) {
    node.put("a", rounded(lattice.a().length(), 1e6));
    node.put("b", rounded(lattice.b().length(), 1e6));
    node.put("c", rounded(lattice.c().length(), 1e6));
    node.put("alpha", rounded(lattice.alpha(), 1e5));
    node.put("beta", rounded(lattice.beta(), 1e5));
    node.put("gamma", rounded(lattice.gamma(), 1e5));
    node.put("volume", rounded(lattice.volume(), 1e4));
  }

  private static void sites(ArrayNode array, Crystal crystal) {
    for (Site site : crystal.sites()) {
      ObjectNode node = array.addObject();
      ObjectNode species = node.putObject("species");
      site.occupancies().forEach((element, share) -> species.put(element.symbol(), share));
      Vector3 position = site.position();
      node.putArray("position")
          .add(rounded(position.x(), 1e8))
          .add(rounded(position.y(), 1e8))
          .add(rounded(position.z(), 1e8));
    }
  }

  private void warnings(ArrayNode array) {
    for (Warning warning : warnings) {
      ObjectNode node = array.addObject();
      node.put("kind", warning.kind());
      node.put("message", warning.message());
      node.put("line", warning.line().isPresent() ? warning.line().getAsInt() : null);
    }
  }

  private static double rounded(double value, double per) {
    return Math.round(value * per) / per;
  }
}
