package dev.athanor.matter.chemistry;

import dev.athanor.matter.internal.ResourceTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The chemical elements up to lawrencium, with the tabulated facts that the rules and models here
 * use.
 *
 * <p>The facts (file {@code elements.tsv}) are those of the periodic table of pymatgen, named in
 * {@code NOTICE}. A fact that the table lacks is an empty optional, never a zero.
 */
public enum Element {
  H,
  He,
  Li,
  Be,
  B,
  C,
  N,
  O,
  F,
  Ne,
  Na,
  Mg,
  Al,
  Si,
  P,
  S,
  Cl,
  Ar,
  K,
  Ca,
  Sc,
  Ti,
  V,
  Cr,
  Mn,
  Fe,
  Co,
  Ni,
  Cu,
  Zn,
  Ga,
  Ge,
  As,
  Se,
  Br,
  Kr,
  Rb,
  Sr,
  Y,
  Zr,
  Nb,
  Mo,
  Tc,
  Ru,
  Rh,
  Pd,
  Ag,
  Cd,
  In,
  Sn,
  Sb,
  Te,
  I,
  Xe,
  Cs,
  Ba,
  La,
  Ce,
  Pr,
  Nd,
  Pm,
  Sm,
  Eu,
  Gd,
  Tb,
  Dy,
  Ho,
  Er,
  Tm,
  Yb,
  Lu,
  Hf,
  Ta,
  W,
  Re,
  Os,
  Ir,
  Pt,
  Au,
  Hg,
  Tl,
  Pb,
  Bi,
  Po,
  At,
  Rn,
  Fr,
  Ra,
  Ac,
  Th,
  Pa,
  U,
  Np,
  Pu,
  Am,
  Cm,
  Bk,
  Cf,
  Es,
  Fm,
  Md,
  No,
  Lr;

  private static final Map<String, Element> BY_SYMBOL =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Element::name, Function.identity()));

  private static final Element[] BY_NUMBER = values();

  /** Group of the long form for the main-group and d-block rows that start after a noble gas. */
  private static final int[] NOBLE = {2, 10, 18, 36, 54, 86};

  /**
   * The element of this symbol, as in {@code "Re"}; deuterium and tritium ({@code D}, {@code T})
   * are hydrogen.
   */
  public static Optional<Element> ofSymbol(String symbol) {
    if (symbol.equals("D") || symbol.equals("T")) {
      return Optional.of(H);
    }
    return Optional.ofNullable(BY_SYMBOL.get(symbol));
  }

  /**
   * The element with this atomic number.
   *
   * @throws IllegalArgumentException outside 1 to 103
   */
  public static Element ofAtomicNumber(int atomicNumber) {
    if (atomicNumber < 1 || atomicNumber > BY_NUMBER.length) {
      throw new IllegalArgumentException("no element with atomic number " + atomicNumber);
    }
    return BY_NUMBER[atomicNumber - 1];
  }

  /** The symbol, as in {@code "Re"}. */
  public String symbol() {
    return name();
  }

  /** The English name. */
  public String elementName() {
    return facts().name;
  }

  /** The atomic number Z. */
  @SuppressWarnings(
      "EnumOrdinal") // the constants stand in the order of atomic number, which is what Z means
  public int atomicNumber() {
    return ordinal() + 1;
  }

  /** Standard atomic mass in unified atomic mass units. */
  public double atomicMass() {
    return facts().mass;
  }

  /** Electronegativity on Pauling's scale. */
  public OptionalDouble electronegativity() {
    return facts().electronegativity;
  }

  /** Slater's empirical atomic radius, angstrom. */
  public OptionalDouble atomicRadius() {
    return facts().atomicRadius;
  }

  /** Radius in the metal with twelve neighbours, angstrom. */
  public OptionalDouble metallicRadius() {
    return facts().metallicRadius;
  }

  /** Melting point at ambient pressure, kelvin. */
  public OptionalDouble meltingPoint() {
    return facts().meltingPoint;
  }

  /** Boiling point at ambient pressure, kelvin. */
  public OptionalDouble boilingPoint() {
    return facts().boilingPoint;
  }

  /** First ionization energy, eV. */
  public OptionalDouble ionizationEnergy() {
    return facts().ionizationEnergy;
  }

  /** Electron affinity, eV. */
  public OptionalDouble electronAffinity() {
    return facts().electronAffinity;
  }

  /**
   * Position on Pettifor's chemical scale (Mendeleev number): neighbours there form like
   * structures.
   */
  public OptionalDouble mendeleevNumber() {
    return facts().mendeleevNumber;
  }

  /** Every oxidation state on record. */
  public List<Integer> oxidationStates() {
    return facts().oxidationStates;
  }

  /** The oxidation states that are common. */
  public List<Integer> commonOxidationStates() {
    return facts().commonOxidationStates;
  }

  /** Row of the periodic table, 1 to 7. */
  public int period() {
    int z = atomicNumber();
    for (int i = 0; i < NOBLE.length; i++) {
      if (z <= NOBLE[i]) {
        return i + 1;
      }
    }
    return 7;
  }

  /** Group of the long form, 1 to 18; lanthanides and actinides count as group 3. */
  public int group() {
    int z = atomicNumber();
    if (z == 1) {
      return 1;
    }
    if (z == 2) {
      return 18;
    }
    int period = period();
    int position = z - NOBLE[period - 2];
    if (period <= 3) {
      return position <= 2 ? position : position + 10;
    }
    if (period <= 5) {
      return position;
    }
    if (position <= 2) {
      return position;
    }
    return position <= 17 ? 3 : position - 14;
  }

  /** True for lanthanum to lutetium. */
  public boolean isLanthanide() {
    return atomicNumber() >= 57 && atomicNumber() <= 71;
  }

  /** True for actinium to lawrencium. */
  public boolean isActinide() {
    return atomicNumber() >= 89 && atomicNumber() <= 103;
  }

  /** True for groups 3 to 12 outside the f rows. */
  public boolean isTransitionMetal() {
    return group() >= 3 && group() <= 12 && !isLanthanide() && !isActinide();
  }

  /** True for helium to radon. */
  public boolean isNobleGas() {
    return group() == 18;
  }

  /** True for elements that are metals at ambient conditions; metalloids are not. */
  public boolean isMetal() {
    return switch (this) {
      case H, He, B, C, N, O, F, Ne, Si, P, S, Cl, Ar, Ge, As, Se, Br, Kr, Sb, Te, I, Xe, At, Rn ->
          false;
      // fallthrough for every other element: a new constant is a metal unless listed above
      default -> true;
    };
  }

  /** True for elements without a stable or primordial isotope, which a laboratory seldom holds. */
  public boolean isRadioactive() {
    int z = atomicNumber();
    return z == 43 || z == 61 || z >= 84;
  }

  private Facts facts() {
    return Objects.requireNonNull(Facts.TABLE[atomicNumber() - 1]);
  }

  /** One line of the table. */
  private static final class Facts {
    private static final @Nullable Facts[] TABLE = load();

    private final String name;
    private final double mass;
    private final OptionalDouble electronegativity;
    private final OptionalDouble atomicRadius;
    private final OptionalDouble metallicRadius;
    private final OptionalDouble meltingPoint;
    private final OptionalDouble boilingPoint;
    private final OptionalDouble ionizationEnergy;
    private final OptionalDouble electronAffinity;
    private final OptionalDouble mendeleevNumber;
    private final List<Integer> oxidationStates;
    private final List<Integer> commonOxidationStates;

    private Facts(String[] columns) {
      name = columns[2];
      mass = Double.parseDouble(columns[3]);
      electronegativity = number(columns[4]);
      atomicRadius = number(columns[5]);
      metallicRadius = number(columns[6]);
      meltingPoint = number(columns[7]);
      boilingPoint = number(columns[8]);
      ionizationEnergy = number(columns[9]);
      electronAffinity = number(columns[10]);
      mendeleevNumber = number(columns[11]);
      oxidationStates = integers(columns[12]);
      commonOxidationStates = integers(columns[13]);
    }

    private static @Nullable Facts[] load() {
      @Nullable Facts[] table = new @Nullable Facts[Element.values().length];
      for (String[] columns : ResourceTable.rows(Element.class, "elements.tsv")) {
        table[Integer.parseInt(columns[0]) - 1] = new Facts(columns);
      }
      return table;
    }

    private static OptionalDouble number(String text) {
      return text.equals("-")
          ? OptionalDouble.empty()
          : OptionalDouble.of(Double.parseDouble(text));
    }

    private static List<Integer> integers(String text) {
      return text.equals("-")
          ? List.of()
          : Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList();
    }
  }
}
