package dev.athanor.matter.benchmark;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CifReader;
import dev.athanor.matter.format.CifWriter;
import dev.athanor.matter.symmetry.SpaceGroup;
import dev.athanor.matter.symmetry.SymmetryOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the text of a CIF to the sites of the cell, one file an operation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CifReadingBenchmark {
  private static final int EACH = 230;

  private List<String> texts = List.of();
  private int next;

  /**
   * Files without symmetry of real cells with 5 to 30 atoms, and one file for each space group that
   * lists all operations, an atom at the origin and one in general position.
   */
  public static List<String> texts() {
    List<String> texts = new ArrayList<>();
    List<Crystal> cells =
        BenchmarkCrystals.crystals().stream()
            .filter(cell -> cell.sites().size() >= 5 && cell.sites().size() <= 30)
            .toList();
    for (int i = 0; i < EACH; i++) {
      Crystal cell = cells.get((int) ((long) i * cells.size() / EACH));
      texts.add(CifWriter.write(CrystalRecord.of("cell" + i, cell)));
      texts.add(withOperations(SpaceGroup.ofNumber(i + 1).orElseThrow()));
    }
    return texts;
  }

  private static String withOperations(SpaceGroup group) {
    boolean hexagonal = group.number() >= 143 && group.number() <= 194;
    StringBuilder text = new StringBuilder(4096);
    text.append("data_group\n_cell_length_a 12.0\n_cell_length_b 12.0\n_cell_length_c 12.0\n")
        .append("_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma ")
        .append(hexagonal ? 120 : 90)
        .append("\n_symmetry_space_group_name_H-M '")
        .append(group.symbol())
        .append("'\n_symmetry_Int_Tables_number ")
        .append(group.number())
        .append("\nloop_\n_symmetry_equiv_pos_as_xyz\n");
    for (SymmetryOperation operation : group.operations()) {
      text.append("  '").append(operation.triplet()).append("'\n");
    }
    return text.append("loop_\n_atom_site_type_symbol\n_atom_site_label\n_atom_site_fract_x\n")
        .append("_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n")
        .append("  Na  Na0  0.00000000  0.00000000  0.00000000  1\n")
        .append("  O  O1  0.15320000  0.04310000  0.19930000  1\n")
        .toString();
  }

  /** Makes the files. */
  @Setup
  public void prepare() {
    texts = texts();
  }

  /** Reads one. */
  @Benchmark
  public int read() {
    next = (next + 1) % texts.size();
    return CifReader.read(texts.get(next), "file").records().get(0).crystal().sites().size();
  }
}
