package dev.athanor.matter.isomer;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.isomer.internal.AtomKind;
import dev.athanor.matter.isomer.internal.HeavyGraph;
import dev.athanor.matter.isomer.internal.IsomerSearch;
import dev.athanor.matter.isomer.internal.Skeleton;
import dev.athanor.matter.molecule.MolecularGraph;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All constitutional isomers of a molecular formula, each once: connected molecules of H, C, N, O
 * and F at their ordinary valences (1, 4, 3, 2, 1), and nitro groups where asked for.
 *
 * <p>Skeletons (connected graphs) come first, then the atoms on them, then the electron pairs of
 * the bonds; at each step one of every set that the symmetry left over makes alike, so that no
 * molecule is made twice and only drawings of one placement are remembered. Stereoisomers are one
 * constitution. Radicals, ions, zwitterions, isonitriles and other charge-separated molecules are
 * not made. Zwitterions with hydrogens to move are found through their neutral drawing, which has
 * their InChIKey. Not meant for more than {@link #MAX_HEAVY_ATOMS} heavy atoms, where numbers pass
 * what can be looked at.
 *
 * @see <a href="https://doi.org/10.1186/s13321-022-00604-9">McKay, Yirik and Steinbeck, J.
 *     Cheminform. 14, 24 (2022)</a>, who take the same three steps
 */
public final class IsomerEnumeration {
  /** Largest number of atoms other than hydrogen. */
  public static final int MAX_HEAVY_ATOMS = Skeleton.MAX_SIZE;

  private static final Set<Element> KNOWN =
      Set.of(Element.H, Element.C, Element.N, Element.O, Element.F);

  private IsomerEnumeration() {}

  /**
   * The isomers of a formula as a list.
   *
   * @throws MatterException as {@link #forEach}
   */
  public static IsomerList list(Composition formula, IsomerSettings settings) {
    List<MolecularGraph> isomers = new ArrayList<>();
    IsomerCount count = forEach(formula, settings, isomers::add);
    return new IsomerList(isomers, count.ending());
  }

  /**
   * Hands over the isomers of a formula one by one, on the calling thread.
   *
   * @param sink takes each; false means enough
   * @throws MatterException {@code UNSUPPORTED_MOLECULE} for other elements or no heavy atom,
   *     {@code BAD_FORMULA} for fractions, {@code TOO_LARGE}; {@code CANCELLED} when the thread is
   *     interrupted
   */
  public static IsomerCount forEach(
      Composition formula, IsomerSettings settings, Predicate<MolecularGraph> sink) {
    return run(formula, settings, graph -> sink.test(graph.toMolecularGraph()));
  }

  /**
   * How many isomers a formula has, without making them.
   *
   * @throws MatterException as {@link #forEach}
   */
  public static IsomerCount count(Composition formula, IsomerSettings settings) {
    return run(formula, settings, graph -> true);
  }

  private static IsomerCount run(
      Composition formula, IsomerSettings settings, Predicate<HeavyGraph> sink) {
    Map<AtomKind, Integer> atoms = heavyAtoms(formula);
    int hydrogens = amount(formula, Element.H);
    int valences =
        atoms.entrySet().stream().mapToInt(e -> e.getKey().valence() * e.getValue()).sum();
    IsomerWatch watch = new IsomerWatch(settings);
    if (valences < hydrogens || (valences - hydrogens) % 2 != 0) {
      return watch.count(true);
    }
    // in the order of the list, which has what is quickly seen first
    List<ImplausibleGroup> unwanted = settings.without().stream().sorted().toList();
    Predicate<HeavyGraph> plausible =
        graph -> unwanted.stream().noneMatch(group -> group.isIn(graph));
    try {
      int groups =
          settings.nitroGroups()
              ? Math.min(amount(formula, Element.N), amount(formula, Element.O) / 2)
              : 0;
      for (int nitro = 0; nitro <= groups; nitro++) {
        IsomerSearch search =
            new IsomerSearch(
                withNitroGroups(atoms, nitro),
                (valences - hydrogens) / 2,
                settings.sameness() == IsomerSettings.Sameness.DRAWING,
                plausible,
                graph -> watch.mayReport() && sink.test(graph),
                watch::check);
        if (!search.run()) {
          return watch.count(false);
        }
      }
      return watch.count(true);
    } catch (IsomerWatch.TimeIsOver e) {
      return watch.count(false);
    }
  }

  private static Map<AtomKind, Integer> withNitroGroups(Map<AtomKind, Integer> atoms, int groups) {
    EnumMap<AtomKind, Integer> result = new EnumMap<>(atoms);
    result.merge(AtomKind.NITROGEN, -groups, Integer::sum);
    result.merge(AtomKind.OXYGEN, -groups, Integer::sum);
    result.put(AtomKind.NITRO_NITROGEN, groups);
    result.put(AtomKind.NITRO_OXIDE, groups);
    return result;
  }

  private static Map<AtomKind, Integer> heavyAtoms(Composition formula) {
    if (!formula.isInteger()) {
      throw new MatterException(
          MatterErrors.BAD_FORMULA, "a molecule has whole atoms, not " + formula.formula());
    }
    for (Element element : formula.elements()) {
      if (!KNOWN.contains(element)) {
        throw new MatterException(
            MatterErrors.UNSUPPORTED_MOLECULE,
            "isomers are enumerated for H, C, N, O and F, not for " + element.elementName());
      }
    }
    double heavy = formula.atomCount() - formula.amount(Element.H);
    if (heavy > MAX_HEAVY_ATOMS || formula.atomCount() > MolecularGraph.MAX_ATOMS) {
      throw new MatterException(
          MatterErrors.TOO_LARGE,
          "isomers are enumerated up to " + MAX_HEAVY_ATOMS + " atoms other than hydrogen");
    }
    if (Math.round(heavy) < 1) {
      throw new MatterException(
          MatterErrors.UNSUPPORTED_MOLECULE, "isomers need an atom other than hydrogen");
    }
    EnumMap<AtomKind, Integer> atoms = new EnumMap<>(AtomKind.class);
    atoms.put(AtomKind.CARBON, amount(formula, Element.C));
    atoms.put(AtomKind.NITROGEN, amount(formula, Element.N));
    atoms.put(AtomKind.OXYGEN, amount(formula, Element.O));
    atoms.put(AtomKind.FLUORINE, amount(formula, Element.F));
    return atoms;
  }

  private static int amount(Composition formula, Element element) {
    return (int) Math.round(formula.amount(element));
  }
}
