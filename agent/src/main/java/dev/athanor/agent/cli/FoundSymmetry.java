package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.symmetry.SpaceGroup;
import dev.athanor.matter.symmetry.SymmetryAnalysis;
import java.util.List;
import java.util.Locale;

/**
 * The symmetry that the atoms of a crystal have.
 *
 * @param group in its standard setting
 * @param pointGroup symbol of the crystal class
 * @param pearson Pearson symbol
 * @param letters Wyckoff letter of each site, in the order of the sites
 * @param siteSymmetries oriented symbol of each site, in the order of the sites
 * @param primitiveSites sites of the primitive cell
 */
record FoundSymmetry(
    SpaceGroup group,
    String pointGroup,
    String pearson,
    List<String> letters,
    List<String> siteSymmetries,
    int primitiveSites) {
  FoundSymmetry {
    letters = List.copyOf(letters);
    siteSymmetries = List.copyOf(siteSymmetries);
  }

  /**
   * Looks for it.
   *
   * @param tolerance angstrom
   * @throws dev.athanor.matter.MatterException where the crystal is too large, or has two sites in
   *     one place
   */
  static FoundSymmetry of(Crystal crystal, double tolerance) {
    SymmetryAnalysis analysis = SymmetryAnalysis.of(crystal, tolerance);
    return new FoundSymmetry(
        analysis.spaceGroup(),
        analysis.pointGroup(),
        analysis.pearsonSymbol(),
        analysis.wyckoffLetters(),
        analysis.siteSymmetries(),
        analysis.standardPrimitive().sites().size());
  }

  /** Adds its fields. */
  void fill(ObjectNode node) {
    node.put("spacegroup_number", group.number());
    node.put("spacegroup_symbol", group.shortSymbol());
    node.put("hall_symbol", group.hallSymbol());
    node.put("crystal_system", group.crystalSystem());
    node.put("point_group", pointGroup);
    node.put("pearson", pearson);
    ArrayNode wyckoff = node.putArray("wyckoff");
    letters.forEach(wyckoff::add);
    ArrayNode sites = node.putArray("site_symmetry");
    siteSymmetries.forEach(sites::add);
    node.put("primitive_nsites", primitiveSites);
  }

  /** The same fields without values. */
  static void fillUnknown(ObjectNode node) {
    for (String name :
        List.of(
            "spacegroup_number",
            "spacegroup_symbol",
            "hall_symbol",
            "crystal_system",
            "point_group",
            "pearson",
            "wyckoff",
            "site_symmetry",
            "primitive_nsites")) {
      node.putNull(name);
    }
  }

  /** In words. */
  String toText(double tolerance) {
    return String.format(
        Locale.ROOT,
        "%s, No. %d, %s, class %s, Pearson symbol %s, within %s Å",
        group.shortSymbol(),
        group.number(),
        group.crystalSystem(),
        pointGroup,
        pearson,
        tolerance);
  }
}
