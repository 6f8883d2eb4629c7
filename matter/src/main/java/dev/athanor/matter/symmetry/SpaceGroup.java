package dev.athanor.matter.symmetry;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A space group in one setting: one of the 230 types with its choice of axes and origin.
 *
 * @param row place in the list of settings; 1 to 530 are the Hall numbers that spglib uses, those
 *     above are settings with enlarged cells
 * @param number number of the type in International Tables A, 1 to 230
 * @param symbol Hermann-Mauguin symbol of this setting, the shortest in use, as in {@code P 21/c}
 * @param fullSymbol symbol that tells the axes, as in {@code P 1 21/c 1}
 * @param choice what tells this setting from others of one symbol: {@code 1} and {@code 2} for the
 *     origin, {@code H} and {@code R} for the axes, {@code b1} and the like for the unique axis and
 *     cell, {@code cab} and the like for the order of axes; may be empty
 * @param hallSymbol Hall symbol, which alone defines the operations
 */
public record SpaceGroup(
    int row, int number, String symbol, String fullSymbol, String choice, String hallSymbol) {
  private static final List<String> SYSTEMS =
      List.of(
          "triclinic",
          "monoclinic",
          "orthorhombic",
          "tetragonal",
          "trigonal",
          "hexagonal",
          "cubic");

  /** The last number of each system but the last, International Tables A. */
  private static final int[] LAST_OF_SYSTEM = {2, 15, 74, 142, 167, 194};

  /** The setting that International Tables list first (and origin choice 2, hexagonal axes). */
  public static Optional<SpaceGroup> ofNumber(int number) {
    return SpaceGroupTable.standard(number);
  }

  /**
   * Every setting that goes by this Hermann-Mauguin name, the likeliest first. Blanks, underscores,
   * case and brackets do not matter; {@code :1 :2 :H :R} (and {@code S Z} for the origins) choose;
   * old names such as {@code Fd3m} and those with the glide {@code e} are known.
   */
  public static List<SpaceGroup> ofName(String name) {
    return SpaceGroupTable.named(name);
  }

  /** The setting of this Hall symbol, where it is one of the table. */
  public static Optional<SpaceGroup> ofHallSymbol(String hallSymbol) {
    return SpaceGroupTable.ofHallSymbol(hallSymbol);
  }

  /** The setting whose operations are exactly these, where the table has it. */
  public static Optional<SpaceGroup> ofOperations(Collection<SymmetryOperation> operations) {
    return SpaceGroupTable.ofOperations(operations);
  }

  /** All settings of a type, in the order of the table. */
  public static List<SpaceGroup> settings(int number) {
    return SpaceGroupTable.settings(number);
  }

  /** The 530 settings of International Tables and the enlarged cells after them. */
  public static List<SpaceGroup> all() {
    return SpaceGroupTable.all();
  }

  /**
   * Operations of any Hall symbol, in the table or not.
   *
   * @throws dev.athanor.matter.MatterException {@code BAD_SYMMETRY} where the text is none
   */
  public static List<SymmetryOperation> operationsOfHallSymbol(String hallSymbol) {
    return HallSymbol.operations(hallSymbol);
  }

  /** The crystal system, in small letters: {@code triclinic} to {@code cubic}. */
  public String crystalSystem() {
    int last = 0;
    for (int i = 0; i < LAST_OF_SYSTEM.length; i++) {
      last = number > LAST_OF_SYSTEM[i] ? i + 1 : last;
    }
    return SYSTEMS.get(last);
  }

  /** All operations in one cell, centring included, the identity first. */
  public List<SymmetryOperation> operations() {
    return SpaceGroupTable.operations(this);
  }

  /**
   * The short symbol without blanks, screw axes marked, as in {@code P2_1/c}, {@code Fm-3m} and
   * {@code P6_3/mmc}.
   */
  public String shortSymbol() {
    return symbol.replaceAll("([2346])([1-5])", "$1_$2").replace(" ", "");
  }

  /** The symbol with its choice where that is needed to be unambiguous: {@code F d -3 m :2}. */
  public String qualifiedSymbol() {
    return choice.matches("[12HR]|[12]..+") ? symbol + " :" + choice : symbol;
  }
}
