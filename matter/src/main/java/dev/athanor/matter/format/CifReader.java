package dev.athanor.matter.format;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.format.internal.CifAtoms;
import dev.athanor.matter.format.internal.CifBlock;
import dev.athanor.matter.format.internal.CifCell;
import dev.athanor.matter.format.internal.CifFormula;
import dev.athanor.matter.format.internal.CifProblem;
import dev.athanor.matter.format.internal.CifSymmetry;
import dev.athanor.matter.format.internal.CifSyntax;
import dev.athanor.matter.format.internal.CifValue;
import dev.athanor.matter.format.internal.ReadingBudget;
import dev.athanor.matter.format.internal.SiteBuilder;
import dev.athanor.matter.format.internal.Warnings;
import dev.athanor.matter.symmetry.SpaceGroup;
import dev.athanor.matter.symmetry.SymmetryOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads crystals from CIFs: core CIF 1.1, the like of it in CIF 2.0, and mmCIF names.
 *
 * <p>Symmetry comes from the listed operations, else the Hall symbol, else the Hermann-Mauguin
 * name, else the number. Where a name leaves the origin open, the choice whose atoms make the
 * formula is taken. Angles and occupancies left out take the dictionary's defaults. Deuterium is
 * hydrogen. Everything that a careful reader should know is a {@link CifWarning}. Modulations,
 * magnetic moments and displacement parameters are not represented.
 */
public final class CifReader {
  /** Longest text that is read, characters. */
  public static final int MAX_LENGTH = 64 << 20;

  private CifReader() {}

  /**
   * Reads every data block that describes a crystal; blocks without cell and atoms (text of a
   * paper, powder profiles) are passed over.
   *
   * @param text the file
   * @param sourceName name for the identifiers: a file name, whose ending is dropped
   * @throws MatterException with code and line when no block can be read
   */
  public static CifReading read(String text, String sourceName) {
    if (text.length() > MAX_LENGTH) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "a CIF has at most " + MAX_LENGTH + " characters");
    }
    List<CifBlock> blocks = CifSyntax.parse(text, CifReader::isWanted);
    List<CifBlock> structural = blocks.stream().filter(CifReader::describesCrystal).toList();
    if (structural.isEmpty()) {
      CifBlock first = blocks.get(0);
      boolean open = blocks.stream().anyMatch(block -> block.unclosedTextLine() > 0);
      throw open
          ? unclosed(blocks)
          : new MatterException(
              MatterErrors.MISSING_CELL, "no data block has a unit cell or atoms", first.line());
    }
    ReadingBudget budget = new ReadingBudget();
    List<CifStructure> structures = new ArrayList<>();
    List<CifReading.RejectedBlock> rejected = new ArrayList<>();
    for (CifBlock block : structural) {
      String id = identifier(sourceName, block, structural.size());
      try {
        structures.add(structure(block, id, budget));
      } catch (MatterException e) {
        rejected.add(new CifReading.RejectedBlock(id, explained(e, block)));
      }
    }
    if (structures.isEmpty()) {
      throw rejected.get(0).why();
    }
    // a block that lacks only what another block holds is no failure
    rejected.removeIf(block -> isPartial(block.why()));
    return new CifReading(structures, rejected);
  }

  private static boolean isWanted(String tag) {
    return (tag.startsWith("_atom_site_") && !tag.startsWith("_atom_site_aniso"))
        || tag.startsWith("_atom_sites_cartn_tran")
        || tag.startsWith("_atom_sites_fract_tran")
        || tag.startsWith("_cell_")
        || tag.startsWith("_symmetry_")
        || tag.startsWith("_space_group_")
        || tag.startsWith("_chemical_formula_")
        || tag.startsWith("_pdbx_space_group");
  }

  private static boolean describesCrystal(CifBlock block) {
    return CifAtoms.areIn(block) || block.column("_cell_length_a").isPresent();
  }

  private static boolean isPartial(MatterException why) {
    return why.code() == MatterErrors.MISSING_CELL || why.code() == MatterErrors.MISSING_SITES;
  }

  private static MatterException unclosed(List<CifBlock> blocks) {
    int line = blocks.stream().mapToInt(CifBlock::unclosedTextLine).max().orElse(0);
    return new MatterException(
        MatterErrors.MALFORMED, "a text field is never closed: the file is cut off", line);
  }

  /** What is missing may have been swallowed by a text field that is never closed. */
  private static MatterException explained(MatterException why, CifBlock block) {
    return block.unclosedTextLine() > 0 && isPartial(why) ? unclosed(List.of(block)) : why;
  }

  private static String identifier(String sourceName, CifBlock block, int count) {
    String name = sourceName.strip();
    int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    name = name.substring(slash + 1).replaceFirst("(?i)\\.(cif|mcif|mmcif)(\\.gz)?$", "");
    if (name.isEmpty()) {
      return block.name().isEmpty() ? "crystal" : block.name();
    }
    return count == 1 ? name : name + ":" + block.name();
  }

  private static CifStructure structure(CifBlock block, String id, ReadingBudget budget) {
    Collector warnings = new Collector();
    for (CifProblem problem : block.problems()) {
      warnings.add(Warnings.Kind.SYNTAX, problem.message(), problem.line());
    }
    Lattice lattice = CifCell.read(block, warnings);
    CifFormula formula = CifFormula.read(block);
    CifSymmetry symmetry = CifSymmetry.read(block, lattice, warnings);
    budget.takeOperations(symmetry.operations().size());
    noteWhatIsLeftOut(block, warnings);
    Reading reading = reading(block, lattice, formula, symmetry, true, budget);
    if (reading.atoms.isAmbiguous() && !formula.agreesWith(reading.attempt.crystal.composition())) {
      Reading other = reading(block, lattice, formula, symmetry, false, budget);
      if (formula.agreesWith(other.attempt.crystal.composition())) {
        reading = other;
      }
    }
    warnings.takeFrom(reading.warnings);
    CifAtoms atoms = reading.atoms;
    Attempt attempt = reading.attempt;
    budget.takeSites(attempt.crystal);
    checkNameless(atoms, formula, attempt.crystal.composition());
    formula.check(attempt.crystal.composition(), warnings);
    return structure(block, id, atoms, attempt, warnings);
  }

  /** A site called X is a centroid or the like, unless the formula is not met without it. */
  private static void checkNameless(CifAtoms atoms, CifFormula formula, Composition cell) {
    if (atoms.namelessLine() > 0
        && formula.composition().isPresent()
        && !formula.agreesButForHydrogen(cell)) {
      throw new MatterException(
          MatterErrors.UNKNOWN_ELEMENT,
          "a site whose name is that of no element; the other atoms make "
              + cell.reducedFormula()
              + ", not the formula of the file",
          atoms.namelessLine());
    }
  }

  /** Atoms under one reading of doubtful labels, in the setting that suits them best. */
  private static Reading reading(
      CifBlock block,
      Lattice lattice,
      CifFormula formula,
      CifSymmetry symmetry,
      boolean preferTwoLetters,
      ReadingBudget budget) {
    Collector warnings = new Collector();
    CifAtoms atoms = CifAtoms.read(block, lattice, formula.elements(), preferTwoLetters, warnings);
    Attempt attempt =
        symmetry.alternatives().isEmpty()
            ? attempt(symmetry, lattice, atoms, budget)
            : bestSetting(symmetry, formula, lattice, atoms, warnings, budget);
    warnings.takeFrom(attempt.warnings);
    return new Reading(atoms, attempt, warnings);
  }

  private static CifStructure structure(
      CifBlock block, String id, CifAtoms atoms, Attempt attempt, Collector warnings) {
    CifSymmetry symmetry = attempt.symmetry;
    Map<String, Double> numbers = new TreeMap<>();
    Map<String, String> texts = new TreeMap<>();
    symmetry.number().ifPresent(number -> numbers.put("spacegroup_number", (double) number));
    symmetry
        .symbol()
        .or(() -> symmetry.group().map(SpaceGroup::symbol))
        .ifPresent(symbol -> texts.put("spacegroup_symbol", symbol));
    if (!atoms.isotopes().isEmpty()) {
      texts.put("isotopes", String.join(",", atoms.isotopes()));
    }
    if (!block.name().isEmpty()) {
      texts.put("block", block.name());
    }
    return new CifStructure(
        new CrystalRecord(id, attempt.crystal, numbers, texts),
        block.name(),
        block.line(),
        symmetry.symbol(),
        symmetry.number(),
        symmetry.group(),
        symmetry.operations(),
        warnings.found);
  }

  private static void noteWhatIsLeftOut(CifBlock block, Warnings warnings) {
    block
        .value("_cell_modulation_dimension", "_space_group_ssg_name", "_space_group_ssg_it_number")
        .map(CifValue::line)
        .ifPresent(
            line ->
                warnings.add(
                    Warnings.Kind.NOT_REPRESENTED,
                    "the structure is modulated; its average is read",
                    line));
  }

  private static Attempt attempt(
      CifSymmetry symmetry, Lattice lattice, CifAtoms atoms, ReadingBudget budget) {
    Collector warnings = new Collector();
    List<SymmetryOperation> operations = symmetry.operations();
    budget.takeImages(atoms.atoms().size(), operations.size());
    Crystal crystal = SiteBuilder.build(lattice, operations, atoms.atoms(), warnings);
    return new Attempt(symmetry, crystal, warnings);
  }

  /**
   * Among settings that differ in the origin, the first whose atoms make the formula; else the
   * first that does not put two atoms in one place.
   */
  private static Attempt bestSetting(
      CifSymmetry symmetry,
      CifFormula formula,
      Lattice lattice,
      CifAtoms atoms,
      Warnings warnings,
      ReadingBudget budget) {
    List<CifSymmetry> candidates = new ArrayList<>();
    candidates.add(symmetry);
    symmetry.alternatives().forEach(setting -> candidates.add(symmetry.with(setting)));
    List<Attempt> possible = new ArrayList<>();
    List<MatterException> impossible = new ArrayList<>();
    for (CifSymmetry candidate : candidates) {
      try {
        possible.add(attempt(candidate, lattice, atoms, budget));
      } catch (MatterException e) {
        impossible.add(e);
      }
    }
    if (possible.isEmpty()) {
      throw impossible.get(0);
    }
    Optional<Attempt> agreeing =
        possible.stream().filter(a -> formula.agreesWith(a.crystal.composition())).findFirst();
    Attempt best = agreeing.orElse(possible.get(0));
    SpaceGroup taken = best.symmetry.group().orElseThrow();
    warnings.add(
        Warnings.Kind.ASSUMED,
        "the file does not tell the origin; "
            + taken.qualifiedSymbol()
            + (agreeing.isPresent() ? " gives the formula" : " assumed"),
        best.symmetry.line());
    return best;
  }

  private record Reading(CifAtoms atoms, Attempt attempt, Collector warnings) {}

  private record Attempt(CifSymmetry symmetry, Crystal crystal, Collector warnings) {}

  private static final class Collector implements Warnings {
    private static final int MAX_PER_KIND = 50;
    private final List<CifWarning> found = new ArrayList<>();
    private final int[] counts = new int[CifWarning.Kind.values().length];

    @Override
    public void add(Kind kind, String message, int line) {
      put(CifWarning.of(CifWarning.Kind.valueOf(kind.name()), message, line));
    }

    private void put(CifWarning warning) {
      int index = List.of(CifWarning.Kind.values()).indexOf(warning.kind());
      if (counts[index]++ < MAX_PER_KIND) {
        found.add(warning);
      }
    }

    void takeFrom(Collector other) {
      other.found.forEach(this::put);
    }
  }
}
