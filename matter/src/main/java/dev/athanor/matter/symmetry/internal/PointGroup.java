package dev.athanor.matter.symmetry.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The 32 crystallographic point groups, told apart by how many operations of each kind they have.
 */
public enum PointGroup {
  P1("1", CrystalSystem.TRICLINIC, "1"),
  PM1("-1", CrystalSystem.TRICLINIC, "1 -1"),
  P2("2", CrystalSystem.MONOCLINIC, "1 2"),
  PM("m", CrystalSystem.MONOCLINIC, "1 m"),
  P2_M("2/m", CrystalSystem.MONOCLINIC, "1 -1 2 m"),
  P222("222", CrystalSystem.ORTHORHOMBIC, "1 3*2"),
  PMM2("mm2", CrystalSystem.ORTHORHOMBIC, "1 2 2*m"),
  PMMM("mmm", CrystalSystem.ORTHORHOMBIC, "1 -1 3*2 3*m"),
  P4("4", CrystalSystem.TETRAGONAL, "1 2 2*4"),
  PM4("-4", CrystalSystem.TETRAGONAL, "1 2 2*-4"),
  P4_M("4/m", CrystalSystem.TETRAGONAL, "1 -1 2 m 2*4 2*-4"),
  P422("422", CrystalSystem.TETRAGONAL, "1 5*2 2*4"),
  P4MM("4mm", CrystalSystem.TETRAGONAL, "1 2 4*m 2*4"),
  PM42M("-42m", CrystalSystem.TETRAGONAL, "1 3*2 2*m 2*-4"),
  P4_MMM("4/mmm", CrystalSystem.TETRAGONAL, "1 -1 5*2 5*m 2*4 2*-4"),
  P3("3", CrystalSystem.TRIGONAL, "1 2*3"),
  PM3("-3", CrystalSystem.TRIGONAL, "1 -1 2*3 2*-3"),
  P32("32", CrystalSystem.TRIGONAL, "1 3*2 2*3"),
  P3M("3m", CrystalSystem.TRIGONAL, "1 3*m 2*3"),
  PM3M("-3m", CrystalSystem.TRIGONAL, "1 -1 3*2 3*m 2*3 2*-3"),
  P6("6", CrystalSystem.HEXAGONAL, "1 2 2*3 2*6"),
  PM6("-6", CrystalSystem.HEXAGONAL, "1 m 2*3 2*-6"),
  P6_M("6/m", CrystalSystem.HEXAGONAL, "1 -1 2 m 2*3 2*-3 2*6 2*-6"),
  P622("622", CrystalSystem.HEXAGONAL, "1 7*2 2*3 2*6"),
  P6MM("6mm", CrystalSystem.HEXAGONAL, "1 2 6*m 2*3 2*6"),
  PM6M2("-6m2", CrystalSystem.HEXAGONAL, "1 3*2 4*m 2*3 2*-6"),
  P6_MMM("6/mmm", CrystalSystem.HEXAGONAL, "1 -1 7*2 7*m 2*3 2*-3 2*6 2*-6"),
  P23("23", CrystalSystem.CUBIC, "1 3*2 8*3"),
  PM_3("m-3", CrystalSystem.CUBIC, "1 -1 3*2 3*m 8*3 8*-3"),
  P432("432", CrystalSystem.CUBIC, "1 9*2 8*3 6*4"),
  PM43M("-43m", CrystalSystem.CUBIC, "1 3*2 6*m 8*3 6*-4"),
  PM_3M("m-3m", CrystalSystem.CUBIC, "1 -1 9*2 9*m 8*3 8*-3 6*4 6*-4");

  private final String symbol;
  private final CrystalSystem system;

  /** How many operations of each kind, as text: an enum should hold nothing that can change. */
  private final String census;

  PointGroup(String symbol, CrystalSystem system, String operations) {
    this.symbol = symbol;
    this.system = system;
    int[] counts = new int[10];
    for (String part : operations.split(" ", -1)) {
      int star = part.indexOf('*');
      int count = star < 0 ? 1 : Integer.parseInt(part.substring(0, star));
      counts[Kinds.SYMBOLS.indexOf(part.substring(star + 1))] = count;
    }
    this.census = Arrays.toString(counts);
  }

  /** The Hermann-Mauguin symbol. */
  public String symbol() {
    return symbol;
  }

  /** What its lattice looks like. */
  public CrystalSystem system() {
    return system;
  }

  /** The group with these matrices, each given once; empty when there is none. */
  public static Optional<PointGroup> of(List<int[]> rotations) {
    int[] found = new int[10];
    for (int[] rotation : rotations) {
      int kind = kind(rotation);
      if (kind < 0) {
        return Optional.empty();
      }
      found[kind]++;
    }
    String census = Arrays.toString(found);
    return Arrays.stream(values()).filter(group -> group.census.equals(census)).findFirst();
  }

  /** Order of the rotation, negative where the handedness changes: 1, 2, 3, 4, 6, -1, -2 (m)... */
  public static int order(int[] rotation) {
    int kind = kind(rotation);
    return kind < 0 ? 0 : new int[] {-6, -4, -3, -2, -1, 1, 2, 3, 4, 6}[kind];
  }

  private static int kind(int[] rotation) {
    int trace = Matrices.trace(rotation);
    return switch (Matrices.determinant(rotation)) {
      case 1 ->
          switch (trace) {
            case 3 -> 5;
            case -1 -> 6;
            case 0 -> 7;
            case 1 -> 8;
            case 2 -> 9;
            default -> -1;
          };
      case -1 ->
          switch (trace) {
            case -2 -> 0;
            case -1 -> 1;
            case 0 -> 2;
            case 1 -> 3;
            case -3 -> 4;
            default -> -1;
          };
      default -> -1;
    };
  }

  /** Apart, because the constructor of an enum cannot reach the constants of its own class yet. */
  private static final class Kinds {
    static final List<String> SYMBOLS =
        List.of("-6", "-4", "-3", "m", "-1", "1", "2", "3", "4", "6");
  }
}
