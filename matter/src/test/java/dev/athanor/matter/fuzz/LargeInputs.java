package dev.athanor.matter.fuzz;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Texts of one size (or a little less) that are cheap to make and were meant to be dear to read.
 */
final class LargeInputs {
  /** The size that readers promise to bear, characters. */
  static final int LARGEST = 64 << 20;

  private static final String CELL = "_cell_length_a 40\n_cell_length_b 40\n_cell_length_c 40\n";
  private static final String ATOMS =
      "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n";
  private static final String CUBE = "x\n40\n1 0 0\n0 1 0\n0 0 1\n";
  private static final String FRAME = "\nLattice=\"4 0 0 0 4 0 0 0 4\"\n";
  private static final String SPECTRUM =
      "##TITLE=\n##DATA TYPE=INFRARED SPECTRUM\n##XUNITS=1/CM\n##FIRSTX=0\n##DELTAX=1\n";

  private final int size;

  /** Texts of this many characters. */
  LargeInputs(int size) {
    this.size = size;
  }

  /** By name; made when asked for. */
  Map<String, Supplier<String>> cif() {
    Map<String, Supplier<String>> inputs = plain();
    inputs.put("one value", () -> repeated("data_a _cell_length_a ", "1", ""));
    inputs.put("one open quote", () -> repeated("data_a _cell_length_a '", "x", ""));
    inputs.put("open quotes", () -> repeated("data_a loop_ _cell_length_a ", "'x ", ""));
    inputs.put("text field", () -> repeated("data_a\n_cell_length_a\n;", " \n", ";"));
    inputs.put("open text fields", () -> repeated("data_a\n", "_cell_length_a\n;\n;x\n", ""));
    inputs.put("lists of lists", () -> repeated("#\\#CIF_2.0\ndata_a _cell_length_a ", "[", ""));
    inputs.put("tables", () -> repeated("#\\#CIF_2.0\ndata_a\n", "_cell_length_a {'", ""));
    inputs.put("stray words", () -> repeated("data_a ", "a ", ""));
    inputs.put("blocks", () -> repeated("", "data_a\n", ""));
    inputs.put("loops", () -> repeated("data_a\n", "loop_\n_cell_length_a\n1\n", ""));
    inputs.put(
        "a loop of many columns", () -> numbered("data_a loop_\n", i -> "_cell_x" + i + "\n", ""));
    inputs.put("many cells", () -> numbered("data_a\n", i -> "_cell_x" + i + " 1\n", ""));
    inputs.put("save frames", () -> repeated("data_a\n", "save_x\n_cell_length_a 1\nsave_\n", ""));
    inputs.put("atoms in one place", () -> repeated("data_a\n" + CELL + ATOMS, "C 0 0 0\n", ""));
    inputs.put("a long label", () -> repeated("data_a\n" + CELL + ATOMS, "x", " 0 0 0\n"));
    inputs.put("long formula", () -> repeated("data_a\n_chemical_formula_sum '", "Fe2 ", "'\n"));
    inputs.put(
        "operations in one value",
        () -> repeated("data_a\n" + CELL + "_space_group_symop_operation_xyz\n;", ";", "\n;\n"));
    inputs.put(
        "operations",
        () ->
            repeated(
                "data_a\n" + CELL + "loop_\n_space_group_symop_operation_xyz\n", "x,y,z\n", ""));
    inputs.put(
        "a long Hall symbol",
        () ->
            repeated(
                "data_a\n" + CELL + "_space_group_name_Hall '", "P", "'\n" + ATOMS + "C 0 0 0"));
    inputs.put(
        "a long Hermann-Mauguin name",
        () ->
            repeated(
                "data_a\n" + CELL + "_space_group_name_H-M_alt '",
                "P ",
                "'\n" + ATOMS + "C 0 0 0"));
    inputs.put("full cells", this::fullCells);
    inputs.put("two atoms in many blocks", this::smallBlocks);
    inputs.put("crowded atoms", this::crowdedAtoms);
    inputs.put("a vast cell", this::vastCell);
    inputs.put("a shared place", this::sharedPlace);
    inputs.put("a place that overflows", this::overflowingPlace);
    return inputs;
  }

  Map<String, Supplier<String>> poscar() {
    Map<String, Supplier<String>> inputs = plain();
    inputs.put("comment signs", () -> repeated("", "!", "\u0085x\n1\n"));
    inputs.put("vectors", () -> repeated("x\n1\n", "1 ", "\n"));
    inputs.put("species", () -> repeated(CUBE, "Fe ", "\n"));
    inputs.put("counts", () -> repeated(CUBE + "Fe\n", "1 ", "\n"));
    inputs.put("potential names", () -> repeated(CUBE + "Fe_", "_", "\n1\nDirect\n0 0 0\n"));
    inputs.put("a wide position", () -> repeated(CUBE + "Fe\n1\nDirect\n", "0 ", "\n"));
    inputs.put("velocities", () -> repeated(CUBE + "Fe\n1\nDirect\n0 0 0\n", "0 0 0\n", ""));
    inputs.put(
        "names in the comment",
        () -> repeated("", "Fe ", "\n1\n1 0 0\n0 1 0\n0 0 1\n1\nD\n0 0 0\n"));
    return inputs;
  }

  Map<String, Supplier<String>> extendedXyz() {
    Map<String, Supplier<String>> inputs = plain();
    inputs.put("small frames", () -> repeated("", "1" + FRAME + "H 0 0 0\n", ""));
    inputs.put("frames without a cell", () -> repeated("", "1\n\nH\n", ""));
    inputs.put("empty frames", () -> repeated("", "0\n\n", ""));
    inputs.put("one frame of short lines", () -> repeated("99999999" + FRAME, "\n", ""));
    inputs.put("one frame of atoms", () -> repeated("99999999" + FRAME, "H 0 0 0\n", ""));
    inputs.put("keys", () -> numbered("1\n", i -> "k" + i + "=1 ", FRAME.strip() + "\nH 0 0 0\n"));
    inputs.put(
        "one long value", () -> repeated("1\nk=\"", "\\\"", "\"" + FRAME.strip() + "\nH 0 0 0\n"));
    inputs.put("open braces", () -> repeated("1\n", "k={", "\nH 0 0 0\n"));
    inputs.put("equal signs", () -> repeated("1\n", "=", "\nH 0 0 0\n"));
    inputs.put(
        "columns",
        () ->
            repeated(
                "1\nLattice=\"4 0 0 0 4 0 0 0 4\" Properties=species:S:1:pos:R:3",
                ":f:R:1",
                "\nH 0 0 0\n"));
    inputs.put("a wide atom", () -> repeated("1" + FRAME + "H 0 0 0", " 0", "\n"));
    inputs.put("a wide cell", () -> repeated("1\nLattice=\"", "4 ", "\"\nH 0 0 0\n"));
    return inputs;
  }

  Map<String, Supplier<String>> json() {
    Map<String, Supplier<String>> inputs = plain();
    inputs.put("nested lists", () -> repeated("", "[", ""));
    inputs.put("numbers", () -> repeated("{\"lattice\":[1", ",1.5", "]}"));
    inputs.put("objects", () -> repeated("{\"lattice\":[1", ",{}", "]}"));
    inputs.put("lists", () -> repeated("{\"species\":[1", ",[]", "]}"));
    inputs.put("fields", () -> numbered("{\"a\":1", i -> ",\"k" + i + "\":1", "}"));
    inputs.put("a long text", () -> repeated("{\"id\":\"", "x", "\"}"));
    inputs.put("a long number", () -> repeated("{\"id\":1", "0", "}"));
    inputs.put("a long name", () -> repeated("{\"", "x", "\":1}"));
    inputs.put("escapes", () -> repeated("{\"id\":\"", "\\u0041", "\"}"));
    inputs.put("a long word", () -> repeated("", "tru", ""));
    return inputs;
  }

  Map<String, Supplier<String>> jcamp() {
    Map<String, Supplier<String>> inputs = plain();
    inputs.put("records", () -> repeated("", "##A=\n", ""));
    inputs.put("labels", () -> numbered("", i -> "##L" + i + "=\n", ""));
    inputs.put("one long label", () -> repeated("##", "A", "="));
    inputs.put("empty blocks", () -> repeated("", "##TITLE=\n##END=\n", ""));
    inputs.put("wrong blocks", () -> repeated("", "##TITLE=\n##XUNITS=\n##END=\n", ""));
    inputs.put("open links", () -> repeated("", "##TITLE=\n##DATATYPE=LINK\n", ""));
    inputs.put("a long link", this::longLink);
    inputs.put(
        "plain ordinates",
        () -> repeated(SPECTRUM + "##XYDATA=(X++(Y..Y))\n0", " 1", "\n##END=\n"));
    inputs.put(
        "signed ordinates",
        () -> repeated(SPECTRUM + "##XYDATA=(X++(Y..Y))\n0", "+1", "\n##END=\n"));
    inputs.put(
        "differences", () -> repeated(SPECTRUM + "##XYDATA=(X++(Y..Y))\n0A", "J", "\n##END=\n"));
    inputs.put(
        "repetitions", () -> repeated(SPECTRUM + "##XYDATA=(X++(Y..Y))\n0A", "s9", "\n##END=\n"));
    inputs.put(
        "repetitions of few",
        () -> repeated(SPECTRUM + "##XYDATA=(X++(Y..Y))\n0A", "S", "\n##END=\n"));
    inputs.put("digits", () -> repeated(SPECTRUM + "##XYDATA=(X++(Y..Y))\n0 ", "1", "\n##END=\n"));
    inputs.put("pairs", () -> repeated(SPECTRUM + "##XYPOINTS=(XY..XY)\n", "1,1;", "\n##END=\n"));
    inputs.put(
        "comments", () -> repeated(SPECTRUM + "##XYDATA=(X++(Y..Y))\n", "$$\n", "\n##END=\n"));
    inputs.put("comment signs", () -> repeated(SPECTRUM + "##YUNITS=", "$", "\n##END=\n"));
    inputs.put("a long unit", () -> repeated(SPECTRUM + "##YUNITS=", " x\n", "\n##END=\n"));
    inputs.put("a long form", () -> repeated(SPECTRUM + "##XYDATA=", "$ ", "\n##END=\n"));
    return inputs;
  }

  Map<String, Supplier<String>> columns() {
    Map<String, Supplier<String>> inputs = plain();
    inputs.put("points", () -> repeated("x,y\n", "1,1\n", ""));
    inputs.put("one point", () -> repeated("1", " 1", ""));
    inputs.put("comments", () -> repeated("1,1\n", "#\n", ""));
    inputs.put("a long header", () -> repeated("", "wavelength nm ", "\n1,1\n"));
    return inputs;
  }

  private Map<String, Supplier<String>> plain() {
    Map<String, Supplier<String>> inputs = new LinkedHashMap<>();
    inputs.put("letters", () -> repeated("", "x", ""));
    inputs.put("digits", () -> repeated("", "1", ""));
    inputs.put("blanks", () -> repeated("", " ", ""));
    inputs.put("line feeds", () -> repeated("", "\n", ""));
    inputs.put("carriage returns", () -> repeated("", "\r", ""));
    inputs.put("zero bytes", () -> repeated("", "\0", ""));
    inputs.put("wide letters", () -> repeated("", "\u4E2D", ""));
    inputs.put("words", () -> repeated("", "1 ", ""));
    inputs.put("quotes", () -> repeated("", "'\"", ""));
    inputs.put("comment signs", () -> repeated("", "#", ""));
    return inputs;
  }

  /** As many as fit the size, of something that is bounded by its number at the largest. */
  private int share(int largest) {
    return (int) Math.max(1, (long) largest * size / LARGEST);
  }

  private String repeated(String head, String part, String tail) {
    int times = (size - head.length() - tail.length()) / part.length();
    return head + part.repeat(times) + tail;
  }

  private String numbered(String head, IntFunction<String> part, String tail) {
    StringBuilder text = new StringBuilder(size).append(head);
    for (int i = 0; text.length() < size - 64 - tail.length(); i++) {
      text.append(part.apply(i));
    }
    return text.append(tail).toString();
  }

  /** Blocks whose few atoms fill a cell under the largest group: the sites are what is dear. */
  private String fullCells() {
    StringBuilder block = new StringBuilder("data_a\n" + CELL);
    block.append("_space_group_name_H-M_alt 'F m -3 m'\n").append(ATOMS);
    for (int i = 0; i < 500; i++) {
      block.append(
          String.format(
              Locale.ROOT, "C .%03d .%03d .%03d\n", 11 + i % 10, 41 + i / 10 % 10, 71 + i / 100));
    }
    return block.toString().repeat(share(600));
  }

  private String smallBlocks() {
    String block = "data_a\n" + CELL + "_space_group_name_H-M_alt 'F d -3 c'\n" + ATOMS;
    return (block + "C .1 .2 .3\n").repeat(share(20_000));
  }

  /** As many atoms as a crystal may list, all within a tenth of an angstrom. */
  private String crowdedAtoms() {
    StringBuilder text = new StringBuilder("data_a\n" + CELL + ATOMS);
    for (int i = 0; i < share(100_000); i++) {
      text.append(
          String.format(Locale.ROOT, "C .0%03d .0%03d .0%03d\n", i % 10, i / 10 % 100, i / 1000));
    }
    return text.toString();
  }

  /** A cell so long that a grid of bounded number has boxes for all of these atoms in one. */
  private String vastCell() {
    StringBuilder text = new StringBuilder("data_a\n_cell_length_a 1e8\n");
    text.append("_cell_length_b 3\n_cell_length_c 3\n").append(ATOMS);
    for (int i = 0; i < share(100_000); i++) {
      text.append(
          String.format(
              Locale.ROOT, "C %de-10 .%03d .%03d\n", 2 * (i / 20), 4 * (i % 4), 4 * (i / 4 % 5)));
    }
    return text.toString();
  }

  private String sharedPlace() {
    StringBuilder text = new StringBuilder("data_a\n" + CELL + ATOMS + "_atom_site_occupancy\n");
    for (int i = 0; i < share(99_998); i++) {
      text.append("C").append(i).append(" 0 0 0 .000001\n");
    }
    return text.toString();
  }

  private String overflowingPlace() {
    return sharedPlace() + "N 0 0 0 1\nO 0 0 0 1\n";
  }

  /** A link whose type is followed by a comment of half the file, and many blocks inside. */
  private String longLink() {
    String head = "##TITLE=\n##DATATYPE=LINK $$" + "x".repeat(size / 2) + "\n";
    return repeated(head, "##TITLE=\n##XUNITS=\n##END=\n", "");
  }
}
