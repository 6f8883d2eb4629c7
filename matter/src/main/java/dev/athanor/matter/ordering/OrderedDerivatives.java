package dev.athanor.matter.ordering;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.ordering.internal.Hermite;
import dev.athanor.matter.ordering.internal.Labelings;
import dev.athanor.matter.ordering.internal.MixedSites;
import dev.athanor.matter.ordering.internal.SitePermutations;
import dev.athanor.matter.symmetry.PrimitiveCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The ordered crystals that a disordered one can stand for: every way to fill its shared and partly
 * empty sites in small supercells, each once under the symmetry of the parent.
 *
 * <p>Superlattices of index n are the matrices in Hermite normal form of determinant n, one of each
 * set that the parent's operations map onto each other. In each, labelings of the places are listed
 * at the composition asked for and taken apart by the permutations that translations and operations
 * make; labelings that repeat in a smaller cell belong to that one. Every kind of site (equivalent
 * sites of the parent) keeps its own shares, within the tolerance of {@link OrderingSettings}.
 *
 * <p>The number of orderings grows exponentially with the cell. Where {@link #all} gives up, {@link
 * #sample} draws at random and ranks. The score is a guess for ranking, not an energy. Displacive
 * disorder (one atom split over places nearby) is filled once at most by way of {@link
 * OrderingSettings#closestAtoms}; positions are not relaxed.
 *
 * @see <a href="https://doi.org/10.1103/PhysRevB.77.224115">Hart and Forcade, Phys. Rev. B 77,
 *     224115 (2008)</a>; <a href="https://doi.org/10.1103/PhysRevB.80.014120">Phys. Rev. B 80,
 *     014120 (2009)</a>; <a href="https://doi.org/10.1016/j.commatsci.2012.02.015">Hart, Nelson and
 *     Forcade, Comput. Mater. Sci. 59, 101 (2012)</a>
 */
public final class OrderedDerivatives {
  private static final int DRAWS_PER_RESULT = 20;
  private static final Comparator<OrderedDerivative> BY_SCORE =
      Comparator.comparingDouble(OrderedDerivative::score)
          .thenComparingInt(OrderedDerivative::cells);

  private final OrderingSettings settings;
  private final Crystal parent;
  private final List<ParentOperation> operations;
  private final MixedSites mixed;

  private OrderedDerivatives(Crystal disordered, OrderingSettings settings) {
    this.settings = settings;
    parent = PrimitiveCell.of(disordered, settings.positionTolerance());
    operations = ParentSymmetry.of(parent, settings.positionTolerance());
    mixed = MixedSites.of(parent, operations, Math.max(1e-3, settings.shareTolerance()));
  }

  /**
   * All orderings within the settings, the lowest score first. Empty where no supercell of the
   * allowed sizes has the composition. An ordered crystal gives its own primitive cell.
   *
   * @throws MatterException {@code TOO_MANY_ORDERINGS} when there are more than the settings allow
   *     to list or to look at
   */
  public static List<OrderedDerivative> all(Crystal disordered, OrderingSettings settings) {
    OrderedDerivatives enumeration = new OrderedDerivatives(disordered, settings);
    Labelings.Budget budget = new Labelings.Budget(settings.mostSteps());
    List<OrderedDerivative> result = new ArrayList<>();
    for (int cells : enumeration.sizes()) {
      enumeration.list(cells, budget, result);
    }
    result.sort(BY_SCORE);
    return List.copyOf(result);
  }

  /**
   * Different orderings drawn at random, the lowest score first: superlattices of the allowed sizes
   * are drawn evenly, then the places of the cell are shuffled. Fewer than asked for where there
   * are no more, or where drawing finds nothing new for long.
   *
   * @param count how many to draw, 1 to 10,000
   * @param seed of the random numbers; the same seed gives the same sample
   */
  public static List<OrderedDerivative> sample(
      Crystal disordered, OrderingSettings settings, int count, long seed) {
    if (count < 1 || count > 10_000) {
      throw new IllegalArgumentException("a sample has 1 to 10,000 orderings, not " + count);
    }
    OrderedDerivatives enumeration = new OrderedDerivatives(disordered, settings);
    List<OrderedDerivative> result = enumeration.draw(count, new SplittableRandom(seed));
    result.sort(BY_SCORE);
    return List.copyOf(result);
  }

  /** Sizes at which the composition can be had, ascending. */
  private List<Integer> sizes() {
    List<Integer> sizes = new ArrayList<>();
    for (int cells = 1; cells <= settings.largestMultiple(); cells++) {
      if ((long) cells * parent.sites().size() <= settings.mostPlaces()
          && mixed.counts(cells, settings.shareTolerance()).isPresent()) {
        sizes.add(cells);
      }
    }
    return sizes;
  }

  private void list(int cells, Labelings.Budget budget, List<OrderedDerivative> result) {
    int[][] counts = mixed.counts(cells, settings.shareTolerance()).orElseThrow();
    for (Hermite superlattice : Hermite.distinct(cells, operations)) {
      SitePermutations permutations =
          SitePermutations.of(superlattice, mixed.positions(), operations);
      Supercell supercell = new Supercell(parent, mixed, superlattice, settings);
      try {
        Labelings.enumerate(
            permutations,
            mixed.groupOfPlace(cells),
            mixed.labels(),
            counts,
            budget,
            (labeling, multiplicity) -> {
              supercell.filled(labeling, multiplicity).ifPresent(result::add);
              if (result.size() > settings.mostOrderings()) {
                throw new Labelings.Exhausted();
              }
            });
      } catch (Labelings.Exhausted e) {
        throw tooMany(cells, result.size(), e);
      }
    }
  }

  private MatterException tooMany(int cells, int found, Labelings.Exhausted cause) {
    MatterException error =
        new MatterException(
            MatterErrors.TOO_MANY_ORDERINGS,
            String.format(
                Locale.ROOT,
                "%s in a supercell of %d cells has more orderings than can be listed (%d found"
                    + " before the limit of %d orderings or %d steps); take smaller supercells or"
                    + " draw a sample",
                parent.composition().reducedFormula(),
                cells,
                found,
                settings.mostOrderings(),
                settings.mostSteps()));
    error.initCause(cause);
    return error;
  }

  private List<OrderedDerivative> draw(int count, SplittableRandom random) {
    List<Candidate> candidates = new ArrayList<>();
    for (int cells : sizes()) {
      int[][] counts = mixed.counts(cells, settings.shareTolerance()).orElseThrow();
      for (Hermite superlattice : Hermite.distinct(cells, operations)) {
        candidates.add(
            new Candidate(
                SitePermutations.of(superlattice, mixed.positions(), operations),
                new Supercell(parent, mixed, superlattice, settings),
                shelf(cells, counts)));
      }
    }
    List<OrderedDerivative> result = new ArrayList<>();
    for (int i = 0; !candidates.isEmpty() && i < DRAWS_PER_RESULT * count; i++) {
      Candidate candidate = candidates.get(random.nextInt(candidates.size()));
      candidate.draw(mixed, random).ifPresent(result::add);
      if (result.size() == count) {
        break;
      }
    }
    return result;
  }

  /** The labels of all places, group by group, in order. */
  private int[] shelf(int cells, int[][] counts) {
    int[] groups = mixed.groupOfPlace(cells);
    int[][] labels = mixed.labels();
    int[] shelf = new int[groups.length];
    int[][] left = new int[counts.length][];
    for (int g = 0; g < counts.length; g++) {
      left[g] = counts[g].clone();
    }
    for (int place = 0; place < shelf.length; place++) {
      int group = groups[place];
      int i = 0;
      while (left[group][i] == 0) {
        i++;
      }
      left[group][i]--;
      shelf[place] = labels[group][i];
    }
    return shelf;
  }

  /** One superlattice and what has been drawn in it. */
  private static final class Candidate {
    private final SitePermutations permutations;
    private final Supercell supercell;
    private final int[] shelf;
    private final Set<List<Integer>> drawn = new HashSet<>();

    Candidate(SitePermutations permutations, Supercell supercell, int[] shelf) {
      this.permutations = permutations;
      this.supercell = supercell;
      this.shelf = shelf;
    }

    Optional<OrderedDerivative> draw(MixedSites mixed, SplittableRandom random) {
      int[] labeling = shelf.clone();
      int[] groups = mixed.groupOfPlace(supercell.cells());
      for (int place = labeling.length - 1; place > 0; place--) {
        // shuffled within the group only: any earlier place of another group is drawn again
        int other = random.nextInt(place + 1);
        while (groups[other] != groups[place]) {
          other = random.nextInt(place + 1);
        }
        int label = labeling[place];
        labeling[place] = labeling[other];
        labeling[other] = label;
      }
      int[] canonical = Labelings.canonical(permutations, labeling);
      List<Integer> key = new ArrayList<>(canonical.length);
      for (int label : canonical) {
        key.add(label);
      }
      if (Labelings.repeats(permutations, canonical) || !drawn.add(key)) {
        return Optional.empty();
      }
      return supercell.filled(canonical, Labelings.multiplicity(permutations, canonical));
    }
  }
}
