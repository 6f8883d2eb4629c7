package dev.athanor.matter.matching;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.matching.internal.CellArrays;
import dev.athanor.matter.matching.internal.CoarsePrimitive;
import dev.athanor.matter.matching.internal.KindMap;
import dev.athanor.matter.matching.internal.MapSearch;
import dev.athanor.matter.matching.internal.SiteMap;
import dev.athanor.matter.matching.internal.SpeciesMaps;
import dev.athanor.matter.matching.internal.WorkBudget;
import dev.athanor.matter.symmetry.LatticeReduction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether two crystals are the same structure, and how one lies on the other.
 *
 * <p>Both are reduced to primitive Niggli cells and brought to one volume. Every cell of the first
 * lattice whose edges and angles agree with those of the second is tried; sites of the rarest kind
 * are laid on each other in turn; partners are assigned so that the sum of squared distances, in
 * the mean of both cells, is least; the mean displacement is taken off. The structures match where
 * no site is then further from its partner than {@link MatchingTolerance#site} times {@code
 * (V/n)^(1/3)}. Sites shared by several elements match sites with the same shares.
 *
 * <p>The tolerances are wide: strained, relaxed and slightly distorted versions of one structure
 * match, and so do phases that differ by a small distortion only (cubic and tetragonal perovskite).
 * Where that difference matters, compare space groups as well. Handedness is not seen. As in
 * pymatgen, the verdict may depend on which comes first where angles differ by about the tolerance,
 * and on the choice of axes where a supercell is distorted by about {@value
 * MatchingTolerance#PRIMITIVE_ANGSTROM} angstrom.
 *
 * <p>Work is bounded: a comparison takes at most {@value #MOST_STEPS} elementary steps (a few
 * nanoseconds each), and of the maps within tolerance, which number more than some hundreds only in
 * blocks of many equal cells, the best of the first thousand is taken. Cells of tens of sites take
 * a fraction of a millisecond, of 500 sites some tenths of a second. Immutable and safe to share
 * between threads.
 *
 * @see <a href="https://doi.org/10.1016/j.commatsci.2012.10.028">Ong et al., Comput. Mater. Sci.
 *     68, 314 (2013)</a>: pymatgen, whose tolerances these are
 */
public final class StructureMatcher {
  /** Beyond this many steps there is no answer. */
  public static final long MOST_STEPS = 4_000_000_000L;

  private final MatchingTolerance tolerance;

  /** A matcher with these tolerances. */
  public StructureMatcher(MatchingTolerance tolerance) {
    this.tolerance = tolerance;
  }

  /** A matcher with {@link MatchingTolerance#STANDARD}. */
  public static StructureMatcher standard() {
    return new StructureMatcher(MatchingTolerance.STANDARD);
  }

  /** The tolerances. */
  public MatchingTolerance tolerance() {
    return tolerance;
  }

  /**
   * Makes a crystal ready for comparisons with many.
   *
   * @throws MatterException {@code TOO_LARGE} where that takes too many steps
   */
  public ReducedCrystal reduced(Crystal crystal) {
    Crystal reduced = niggli(crystal);
    if (tolerance.primitive()) {
      Crystal primitive =
          CoarsePrimitive.of(
              reduced, MatchingTolerance.PRIMITIVE_ANGSTROM, new WorkBudget(MOST_STEPS));
      reduced = primitive.sites().size() < reduced.sites().size() ? niggli(primitive) : reduced;
    }
    return new ReducedCrystal(reduced);
  }

  /** Whether the two are one structure of the same elements. */
  public boolean fits(Crystal first, Crystal second) {
    return fits(first, second, SpeciesRule.SAME);
  }

  /**
   * Whether the two are one structure; stops at the first map within tolerance.
   *
   * @throws MatterException {@code TOO_LARGE} beyond {@value #MOST_STEPS} steps
   */
  public boolean fits(Crystal first, Crystal second, SpeciesRule rule) {
    return fits(reduced(first), reduced(second), rule);
  }

  /** As {@link #fits(Crystal, Crystal, SpeciesRule)}, of crystals made ready by this matcher. */
  public boolean fits(ReducedCrystal first, ReducedCrystal second, SpeciesRule rule) {
    return search(first, second, rule, true).isPresent();
  }

  /** How the first lies on the second, with the same elements; empty where it does not. */
  public Optional<StructureMatch> match(Crystal first, Crystal second) {
    return match(first, second, SpeciesRule.SAME);
  }

  /**
   * How the first lies on the second: of all maps within tolerance the one of least rms.
   *
   * @throws MatterException {@code TOO_LARGE} beyond {@value #MOST_STEPS} steps
   */
  public Optional<StructureMatch> match(Crystal first, Crystal second, SpeciesRule rule) {
    return match(reduced(first), reduced(second), rule);
  }

  /** As {@link #match(Crystal, Crystal, SpeciesRule)}, of crystals made ready by this matcher. */
  public Optional<StructureMatch> match(
      ReducedCrystal first, ReducedCrystal second, SpeciesRule rule) {
    return search(first, second, rule, false);
  }

  private Optional<StructureMatch> search(
      ReducedCrystal first, ReducedCrystal second, SpeciesRule rule, boolean any) {
    boolean swapped = first.siteCount() > second.siteCount();
    CellArrays small = swapped ? second.cell() : first.cell();
    CellArrays large = swapped ? first.cell() : second.cell();
    int multiple = large.count() / small.count();
    if (large.count() % small.count() != 0 || (multiple > 1 && !tolerance.supercell())) {
      return Optional.empty();
    }
    Search search = new Search(first, second, small, large, multiple, any);
    Predicate<Map<Element, Element>> visitor = map -> search.with(map, swapped);
    switch (rule) {
      case SAME ->
          SpeciesMaps.identity(first.composition(), second.composition())
              .ifPresent(map -> search.with(map, swapped));
      case PERMUTED -> {
        if (first.composition().elements().equals(second.composition().elements())) {
          SpeciesMaps.visit(first.composition(), second.composition(), visitor);
        }
      }
      case ANONYMOUS -> SpeciesMaps.visit(first.composition(), second.composition(), visitor);
    }
    return search.best;
  }

  private static Crystal niggli(Crystal crystal) {
    LatticeReduction.Reduced reduced =
        LatticeReduction.niggli(crystal.lattice(), LatticeReduction.USUAL_TOLERANCE);
    List<Site> sites = new ArrayList<>(crystal.sites().size());
    for (Site site : crystal.sites()) {
      sites.add(site.movedTo(reduced.change().toNew(site.position()).wrapped()));
    }
    return new Crystal(reduced.lattice(), sites);
  }

  /** One comparison; lattices are compared once, whatever the number of species maps. */
  private final class Search {
    private final ReducedCrystal first;
    private final ReducedCrystal second;
    private final CellArrays small;
    private final CellArrays large;
    private final int multiple;
    private final boolean any;
    private Optional<MapSearch> maps = Optional.empty();
    private Optional<StructureMatch> best = Optional.empty();

    Search(
        ReducedCrystal first,
        ReducedCrystal second,
        CellArrays small,
        CellArrays large,
        int multiple,
        boolean any) {
      this.first = first;
      this.second = second;
      this.small = small;
      this.large = large;
      this.multiple = multiple;
      this.any = any;
    }

    /** True when no other species map need be tried. */
    boolean with(Map<Element, Element> species, boolean swapped) {
      Map<Element, Element> stands = swapped ? inverse(species) : species;
      Optional<int[]> kinds = KindMap.of(small, large, multiple, stands);
      if (kinds.isEmpty()) {
        return false;
      }
      Optional<SiteMap> found = maps().search(kinds.get(), any);
      if (found.isPresent() && (best.isEmpty() || found.get().rms() < best.get().rms())) {
        best = found.map(map -> match(map, species));
      }
      return any && best.isPresent();
    }

    private MapSearch maps() {
      MapSearch search =
          maps.orElseGet(
              () ->
                  new MapSearch(
                      small,
                      large,
                      multiple,
                      tolerance.scale(),
                      tolerance.length(),
                      tolerance.site(),
                      tolerance.angleDegrees(),
                      new WorkBudget(MOST_STEPS)));
      maps = Optional.of(search);
      return search;
    }

    private StructureMatch match(SiteMap map, Map<Element, Element> species) {
      return new StructureMatch(
          map.rms(), map.largest(), first, second, map.latticeMap(), map.partners(), species);
    }

    private static Map<Element, Element> inverse(Map<Element, Element> map) {
      Map<Element, Element> result = new EnumMap<>(Element.class);
      map.forEach((from, to) -> result.put(to, from));
      return result;
    }
  }
}
