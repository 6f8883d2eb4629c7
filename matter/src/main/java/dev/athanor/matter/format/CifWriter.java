package dev.athanor.matter.format;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.format.internal.AsymmetricUnit;
import dev.athanor.matter.symmetry.SpaceGroup;
import dev.athanor.matter.symmetry.SymmetryAnalysis;
import dev.athanor.matter.symmetry.SymmetryOperation;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes crystals as CIF 1.1: cell parameters to 1e-8, fractional coordinates to 1e-10. The
 * orientation of the cell in space is not part of the format and is lost.
 */
public final class CifWriter {
  private static final int MAX_NAME = 64;

  private CifWriter() {}

  /** One data block without symmetry ({@code P 1}) that lists every site. */
  public static String write(CrystalRecord entry) {
    return write(entry, List.of(SymmetryOperation.IDENTITY), SpaceGroup.ofNumber(1));
  }

  /**
   * One data block in a setting that the crystal has, listing one site of each orbit.
   *
   * @throws MatterException {@code BAD_SYMMETRY} when the crystal, in its present cell, has not
   *     this symmetry within 0.01 angstrom
   */
  public static String write(CrystalRecord entry, SpaceGroup setting) {
    return write(entry, setting.operations(), Optional.of(setting));
  }

  /**
   * One data block with any group of operations that the crystal has.
   *
   * @throws MatterException {@code BAD_SYMMETRY} when it has not
   */
  public static String write(CrystalRecord entry, List<SymmetryOperation> operations) {
    return write(entry, operations, SpaceGroup.ofOperations(operations));
  }

  /**
   * One data block with the standard conventional cell of the symmetry that was found: refined
   * sites, one of each orbit, with their Wyckoff letters. The file holds exactly {@link
   * SymmetryAnalysis#standardConventional()}.
   */
  public static String write(String id, SymmetryAnalysis symmetry) {
    SpaceGroup setting = symmetry.spaceGroup();
    List<ListedSite> sites =
        symmetry.asymmetricUnit().stream()
            .map(
                orbit ->
                    new ListedSite(
                        orbit.site(),
                        orbit.position().multiplicity(),
                        Optional.of(orbit.position().letter())))
            .toList();
    return write(
        id, symmetry.standardConventional(), setting.operations(), Optional.of(setting), sites);
  }

  private static String write(
      CrystalRecord entry, List<SymmetryOperation> operations, Optional<SpaceGroup> setting) {
    List<ListedSite> sites =
        AsymmetricUnit.of(entry.crystal(), operations).stream()
            .map(orbit -> new ListedSite(orbit.site(), orbit.multiplicity(), Optional.empty()))
            .toList();
    return write(entry.id(), entry.crystal(), operations, setting, sites);
  }

  /** A site as a row of the atom loop. */
  private record ListedSite(Site site, int multiplicity, Optional<String> wyckoffLetter) {}

  private static String write(
      String id,
      Crystal crystal,
      List<SymmetryOperation> operations,
      Optional<SpaceGroup> setting,
      List<ListedSite> sites) {
    StringBuilder text = new StringBuilder(1024);
    text.append("data_").append(name(id)).append('\n');
    appendHead(text, crystal);
    setting.ifPresent(group -> appendGroup(text, group));
    text.append("\nloop_\n_space_group_symop_id\n_space_group_symop_operation_xyz\n");
    for (int i = 0; i < operations.size(); i++) {
      text.append(i + 1).append(" '").append(operations.get(i).triplet()).append("'\n");
    }
    text.append(
        """

        loop_
        _atom_site_label
        _atom_site_type_symbol
        _atom_site_symmetry_multiplicity
        """);
    if (sites.stream().anyMatch(site -> site.wyckoffLetter().isPresent())) {
      text.append("_atom_site_Wyckoff_symbol\n");
    }
    text.append(
        """
        _atom_site_fract_x
        _atom_site_fract_y
        _atom_site_fract_z
        _atom_site_occupancy
        """);
    Map<Element, Integer> counts = new EnumMap<>(Element.class);
    for (ListedSite site : sites) {
      appendSite(text, site, counts);
    }
    return text.toString();
  }

  private static void appendHead(StringBuilder text, Crystal crystal) {
    Lattice lattice = crystal.lattice();
    Composition cell = crystal.composition();
    Composition unit = cell.reduced();
    append(text, "_chemical_formula_sum", "'" + formula(unit) + "'");
    append(text, "_cell_length_a", decimal(lattice.a().length(), 8));
    append(text, "_cell_length_b", decimal(lattice.b().length(), 8));
    append(text, "_cell_length_c", decimal(lattice.c().length(), 8));
    append(text, "_cell_angle_alpha", decimal(lattice.alpha(), 8));
    append(text, "_cell_angle_beta", decimal(lattice.beta(), 8));
    append(text, "_cell_angle_gamma", decimal(lattice.gamma(), 8));
    append(text, "_cell_volume", decimal(lattice.volume(), 6));
    append(
        text,
        "_cell_formula_units_Z",
        Long.toString(Math.round(cell.atomCount() / unit.atomCount())));
  }

  private static void appendGroup(StringBuilder text, SpaceGroup group) {
    append(text, "_space_group_IT_number", Integer.toString(group.number()));
    append(text, "_space_group_name_H-M_alt", quoted(group.qualifiedSymbol()));
    append(text, "_space_group_name_Hall", quoted(group.hallSymbol()));
  }

  private static void appendSite(
      StringBuilder text, ListedSite listed, Map<Element, Integer> counts) {
    Site site = listed.site();
    String letter = listed.wyckoffLetter().map(found -> found + " ").orElse("");
    Vector3 position = site.position();
    site.occupancies()
        .forEach(
            (element, share) -> {
              int number = counts.merge(element, 1, Integer::sum);
              text.append(element.symbol())
                  .append(number)
                  .append(' ')
                  .append(element.symbol())
                  .append(' ')
                  .append(listed.multiplicity())
                  .append(' ')
                  .append(letter)
                  .append(decimal(position.x(), 10))
                  .append(' ')
                  .append(decimal(position.y(), 10))
                  .append(' ')
                  .append(decimal(position.z(), 10))
                  .append(' ')
                  .append(decimal(share, 8))
                  .append('\n');
            });
  }

  private static void append(StringBuilder text, String tag, String value) {
    text.append(tag).append(" ".repeat(Math.max(1, 30 - tag.length()))).append(value).append('\n');
  }

  private static String quoted(String value) {
    return value.indexOf('"') >= 0 ? "'" + value + "'" : "\"" + value + "\"";
  }

  private static String formula(Composition composition) {
    StringBuilder text = new StringBuilder();
    composition.elements().stream()
        .sorted(java.util.Comparator.comparing(Element::symbol))
        .forEach(
            element -> {
              String amount = decimal(composition.amount(element), 6);
              text.append(text.isEmpty() ? "" : " ").append(element.symbol());
              if (!amount.equals("1")) {
                text.append(amount);
              }
            });
    return text.toString();
  }

  /** Fixed notation without needless zeros; never in powers of ten. */
  private static String decimal(double value, int digits) {
    String text = String.format(Locale.ROOT, "%." + digits + "f", value);
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    if (text.charAt(end - 1) == '.') {
      end--;
    }
    String trimmed = text.substring(0, end);
    return trimmed.equals("-0") ? "0" : trimmed;
  }

  private static String name(String id) {
    String name = id.replaceAll("[^A-Za-z0-9._+-]", "_");
    name = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
    return name.isEmpty() ? "crystal" : name;
  }
}
