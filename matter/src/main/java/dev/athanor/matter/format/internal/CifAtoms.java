package dev.athanor.matter.format.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** The atoms that a block lists, each with its element, occupancy and place. */
public final class CifAtoms {
  private static final String[] LABEL_TAGS = {
    "_atom_site_label", "_atom_site_label_atom_id", "_atom_site_auth_atom_id", "_atom_site_id"
  };
  private static final int MAX_LISTED = Crystal.MAX_SITES;

  /** Occupancies a little above one are rounding; above this they are wrong. */
  private static final double MAX_OCCUPANCY = 1.02;

  private final CifBlock block;
  private final Set<Element> formula;
  private final boolean preferTwoLetters;
  private final Warnings warnings;
  private final Optional<CifColumn> labels;
  private final Optional<CifColumn> types;
  private final Optional<CifColumn> occupancies;
  private final Optional<CifColumn> calculation;
  private final Optional<CifColumn> multiplicities;
  private final Optional<CifColumn> hydrogens;
  private final Set<String> isotopes = new TreeSet<>();
  private final List<ListedAtom> atoms = new ArrayList<>();
  private double impliedHydrogens;
  private int impliedLine;
  private boolean ambiguous;
  private int namelessLine;

  private CifAtoms(
      CifBlock block, Set<Element> formula, boolean preferTwoLetters, Warnings warnings) {
    this.block = block;
    this.preferTwoLetters = preferTwoLetters;
    this.formula = formula;
    this.warnings = warnings;
    labels = block.column(LABEL_TAGS);
    types = block.column("_atom_site_type_symbol");
    occupancies = block.column("_atom_site_occupancy");
    calculation = block.column("_atom_site_calc_flag");
    multiplicities =
        block.column("_atom_site_symmetry_multiplicity", "_atom_site_site_symmetry_multiplicity");
    hydrogens = block.column("_atom_site_attached_hydrogens");
  }

  /** True when the block has a list of coordinates. */
  public static boolean areIn(CifBlock block) {
    return block.column("_atom_site_fract_x", "_atom_site_cartn_x").isPresent();
  }

  /**
   * Reads them.
   *
   * @param preferTwoLetters reads the label {@code CO1} as cobalt where the formula has both cobalt
   *     and carbon
   * @throws MatterException {@code MISSING_SITES}, {@code BAD_COORDINATES}, {@code
   *     UNKNOWN_ELEMENT}, {@code BAD_OCCUPANCY} or {@code MALFORMED}, with the line
   */
  public static CifAtoms read(
      CifBlock block,
      Lattice lattice,
      Set<Element> formula,
      boolean preferTwoLetters,
      Warnings warnings) {
    CifAtoms reader = new CifAtoms(block, formula, preferTwoLetters, warnings);
    reader.readAll(lattice);
    return reader;
  }

  /** The atoms, in the order of the file. */
  public List<ListedAtom> atoms() {
    return List.copyOf(atoms);
  }

  /** Isotope symbols ({@code D}, {@code T}) that were read as hydrogen. */
  public Set<String> isotopes() {
    return Set.copyOf(isotopes);
  }

  /** True when a label could have been read as another element of the formula. */
  public boolean isAmbiguous() {
    return ambiguous;
  }

  /**
   * Line of the first site that was left out because its name, such as {@code X}, is that of no
   * element, though nothing else marks it as no atom; 0 where there is none.
   */
  public int namelessLine() {
    return namelessLine;
  }

  private void readAll(Lattice lattice) {
    boolean fractional = block.column("_atom_site_fract_x").isPresent() && hasNumbers("fract");
    if (!fractional && block.column("_atom_site_cartn_x").isEmpty()) {
      fractional = true;
    }
    String kind = fractional ? "fract" : "cartn";
    CifColumn x = coordinate(kind, "x");
    CifColumn y = coordinate(kind, "y");
    CifColumn z = coordinate(kind, "z");
    int rows = x.size();
    if (y.size() != rows || z.size() != rows || y.loop() != x.loop()) {
      throw new MatterException(
          MatterErrors.MALFORMED, "the coordinates of the atoms are not in one loop", x.line());
    }
    if (rows > MAX_LISTED) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, rows + " atoms; at most " + MAX_LISTED + " are read", x.line());
    }
    if (labels.isEmpty() && types.isEmpty()) {
      throw new MatterException(
          MatterErrors.UNKNOWN_ELEMENT,
          "the atoms have neither _atom_site_label nor _atom_site_type_symbol",
          x.line());
    }
    CartesianFrame frame = fractional ? CartesianFrame.NONE : CartesianFrame.read(block, lattice);
    for (int row = 0; row < rows; row++) {
      readRow(row, x.value(row), y.value(row), z.value(row), frame);
    }
    if (atoms.isEmpty()) {
      throw new MatterException(
          MatterErrors.MISSING_SITES, "no atom of the list has usable coordinates", x.line());
    }
    if (impliedHydrogens > 0) {
      warnings.add(
          Warnings.Kind.IMPLICIT_ATOMS,
          String.format(
              Locale.ROOT,
              "%s hydrogen atoms of the asymmetric unit are implied without coordinates; left out",
              impliedHydrogens == Math.rint(impliedHydrogens)
                  ? String.valueOf((long) impliedHydrogens)
                  : String.valueOf(impliedHydrogens)),
          impliedLine);
    }
  }

  private boolean hasNumbers(String kind) {
    return block.column("_atom_site_" + kind + "_x").map(CifColumn::holdsAny).orElse(false);
  }

  private CifColumn coordinate(String kind, String axis) {
    String tag = "_atom_site_" + kind + "_" + axis;
    CifColumn column =
        block
            .column(tag)
            .orElseThrow(
                () ->
                    new MatterException(
                        axis.equals("x")
                            ? MatterErrors.MISSING_SITES
                            : MatterErrors.BAD_COORDINATES,
                        "no " + tag,
                        block.line()));
    if (column.raggedLine() > 0) {
      throw new MatterException(
          MatterErrors.MALFORMED, "the loop of atoms ends within a row", column.raggedLine());
    }
    if (column.size() == 0) {
      throw new MatterException(
          MatterErrors.MISSING_SITES, "the loop of atoms is empty", column.line());
    }
    return column;
  }

  private void readRow(int row, CifValue x, CifValue y, CifValue z, CartesianFrame frame) {
    int line = x.line();
    String label = cell(labels, row).map(CifValue::text).orElse("");
    String type = cell(types, row).filter(v -> !v.isMissing()).map(CifValue::text).orElse("");
    String name = label.isBlank() ? type : label;
    boolean dummy =
        cell(calculation, row).filter(v -> v.text().strip().equalsIgnoreCase("dum")).isPresent();
    boolean nameless = SpeciesText.namesNoAtom(type.isBlank() ? label : type, formula);
    if (nameless && !dummy && namelessLine == 0) {
      namelessLine = line;
    }
    if (dummy || nameless) {
      warnings.add(
          Warnings.Kind.SITE_SKIPPED, "'" + name + "' is marked as no atom; left out", line);
      return;
    }
    if (x.isUnknown() || y.isUnknown() || z.isUnknown() || (x.isDot() && y.isDot() && z.isDot())) {
      warnings.add(Warnings.Kind.SITE_SKIPPED, "'" + name + "' has no coordinates; left out", line);
      return;
    }
    double occupancy = occupancy(row, name, line);
    if (occupancy == 0) {
      warnings.add(
          Warnings.Kind.SITE_SKIPPED, "'" + name + "' has the occupancy 0; left out", line);
      return;
    }
    Vector3 place = new Vector3(coordinate(x, name), coordinate(y, name), coordinate(z, name));
    Vector3 position = frame.toFractional(place);
    if (!position.isFinite() || position.length() > 1e6) {
      throw new MatterException(
          MatterErrors.BAD_COORDINATES, "'" + name + "' lies at " + position, line);
    }
    Optional<Map<String, Double>> mixture = TypeMixture.parse(type);
    if (mixture.isPresent()) {
      mixture
          .get()
          .forEach(
              (part, share) ->
                  addAtom(row, name, species(part, "", line), share * occupancy, position, line));
    } else {
      addAtom(row, name, species(type, label, line), occupancy, position, line);
    }
  }

  private void addAtom(
      int row, String name, SpeciesText species, double occupancy, Vector3 position, int line) {
    if (!species.isotope().isEmpty() && isotopes.add(species.isotope())) {
      warnings.add(Warnings.Kind.ELEMENT, species.isotope() + " is read as hydrogen", line);
    }
    ambiguous |= species.ambiguous();
    noteHydrogens(row, species, occupancy, line);
    atoms.add(
        new ListedAtom(name, species.element(), occupancy, position, multiplicity(row), line));
  }

  private double coordinate(CifValue value, String name) {
    if (value.isDot()) {
      warnings.add(
          Warnings.Kind.ASSUMED, "a coordinate of '" + name + "' is '.': 0 assumed", value.line());
      return 0;
    }
    return CifNumbers.parse(value, "a coordinate of '" + name + "'", MatterErrors.BAD_COORDINATES);
  }

  private double occupancy(int row, String name, int line) {
    Optional<CifValue> value = cell(occupancies, row).filter(v -> !v.isMissing());
    if (value.isEmpty()) {
      return 1;
    }
    double occupancy =
        CifNumbers.parse(
            value.get(), "the occupancy of '" + name + "'", MatterErrors.BAD_OCCUPANCY);
    if (occupancy < 0 || occupancy > MAX_OCCUPANCY) {
      throw new MatterException(
          MatterErrors.BAD_OCCUPANCY,
          "the occupancy of '" + name + "' is " + occupancy + ", must lie in 0 to 1",
          line);
    }
    if (occupancy > 1) {
      warnings.add(
          Warnings.Kind.OCCUPANCY,
          "the occupancy of '" + name + "' is " + occupancy + ": 1 assumed",
          line);
      return 1;
    }
    return occupancy;
  }

  private SpeciesText species(String type, String label, int line) {
    Optional<SpeciesText> byType =
        type.isBlank() ? Optional.empty() : SpeciesText.ofType(type, formula);
    if (byType.isPresent()) {
      if (byType.get().guessed()) {
        noteGuess(type, byType.get(), line);
      }
      return byType.get();
    }
    Optional<SpeciesText> byLabel = SpeciesText.ofLabel(label, formula, preferTwoLetters);
    if (byLabel.isEmpty()) {
      String shown = type.isBlank() ? label : type;
      throw new MatterException(
          MatterErrors.UNKNOWN_ELEMENT,
          "'"
              + (shown.length() > 30 ? shown.substring(0, 30) + "..." : shown)
              + "' names no element",
          line);
    }
    if (byLabel.get().guessed() || !type.isBlank()) {
      noteGuess(label, byLabel.get(), line);
    }
    return byLabel.get();
  }

  private void noteGuess(String text, SpeciesText species, int line) {
    warnings.add(
        Warnings.Kind.ELEMENT, "'" + text + "' is read as " + species.element().symbol(), line);
  }

  private void noteHydrogens(int row, SpeciesText species, double occupancy, int line) {
    double attached =
        cell(hydrogens, row)
            .filter(v -> !v.isMissing())
            .map(v -> CifNumbers.tryParse(v.text()).orElse(0))
            .orElse((double) species.hydrogens());
    if (attached > 0) {
      impliedHydrogens += attached * occupancy;
      impliedLine = impliedLine == 0 ? line : impliedLine;
    }
  }

  private OptionalInt multiplicity(int row) {
    Optional<CifValue> value = cell(multiplicities, row).filter(v -> !v.isMissing());
    return value.isPresent() ? wholeNumber(value.get().text().strip()) : OptionalInt.empty();
  }

  private static OptionalInt wholeNumber(String text) {
    boolean digits = !text.isEmpty() && text.length() <= 4;
    for (int i = 0; i < text.length() && digits; i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  private static Optional<CifValue> cell(Optional<CifColumn> column, int row) {
    return column.filter(c -> row < c.size()).map(c -> c.value(row));
  }
}
