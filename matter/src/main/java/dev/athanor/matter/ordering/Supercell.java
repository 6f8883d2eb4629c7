package dev.athanor.matter.ordering;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.chemistry.OxidationStates;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.ordering.OrderedDerivative.ScoreKind;
import dev.athanor.matter.ordering.internal.Hermite;
import dev.athanor.matter.ordering.internal.LatticeSums;
import dev.athanor.matter.ordering.internal.MixedSites;
import dev.athanor.matter.symmetry.LatticeReduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A supercell of the parent with all its places, the shared ones first in the order of the
 * labelings, and the pair sums that score a filling.
 */
final class Supercell {
  /** Like atoms further apart than this many nearest distances do not count. */
  private static final double REACH = 4;

  private final int cells;
  private final int shared;
  private final Lattice lattice;
  private final List<Vector3> places = new ArrayList<>();
  private final List<Element> fixed = new ArrayList<>();
  private final List<Element> elements;
  private final Optional<Map<Element, Double>> charges;
  private final double[][] pairs;
  private final boolean[][] tooClose;

  Supercell(Crystal parent, MixedSites mixed, Hermite superlattice, OrderingSettings settings) {
    cells = superlattice.index();
    elements = mixed.elements();
    LatticeReduction.Reduced reduced =
        LatticeReduction.niggli(
            spanned(parent.lattice(), superlattice), LatticeReduction.USUAL_TOLERANCE);
    lattice = reduced.lattice();
    List<Integer> indices = mixed.indices();
    for (int index : indices) {
      addCopies(parent, parent.sites().get(index).position(), superlattice);
    }
    shared = places.size();
    for (int i = 0; i < parent.sites().size(); i++) {
      if (!indices.contains(i)) {
        addCopies(parent, parent.sites().get(i).position(), superlattice);
        for (int g = 0; g < cells; g++) {
          fixed.add(parent.sites().get(i).majorElement());
        }
      }
    }
    charges =
        settings
            .charges()
            .or(() -> OxidationStates.guess(parent.composition()))
            .filter(states -> states.keySet().containsAll(parent.composition().elements()));
    LatticeSums sums = new LatticeSums(lattice);
    pairs = pairs(sums);
    tooClose = tooClose(sums, settings.closestAtoms());
  }

  int cells() {
    return cells;
  }

  /** The crystal of a labeling; empty where atoms of it would be too close. */
  Optional<OrderedDerivative> filled(int[] labeling, int multiplicity) {
    List<Site> sites = new ArrayList<>(places.size());
    List<Integer> filled = new ArrayList<>(places.size());
    for (int i = 0; i < places.size(); i++) {
      Optional<Element> occupant = occupant(labeling, i);
      if (occupant.isPresent()) {
        for (int other : filled) {
          if (tooClose[i][other]) {
            return Optional.empty();
          }
        }
        filled.add(i);
        sites.add(Site.of(occupant.get(), places.get(i)));
      }
    }
    if (sites.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new OrderedDerivative(
            new Crystal(lattice, sites),
            cells,
            multiplicity,
            score(labeling) / places.size(),
            charges.isPresent() ? ScoreKind.ELECTROSTATIC : ScoreKind.LIKE_ATOMS_APART));
  }

  private Optional<Element> occupant(int[] labeling, int place) {
    if (place >= shared) {
      return Optional.of(fixed.get(place - shared));
    }
    return labeling[place] == 0 ? Optional.empty() : Optional.of(elements.get(labeling[place] - 1));
  }

  private double score(int[] labeling) {
    double sum = 0;
    if (charges.isPresent()) {
      double[] charge = new double[places.size()];
      for (int i = 0; i < charge.length; i++) {
        Map<Element, Double> states = charges.get();
        charge[i] = occupant(labeling, i).map(e -> states.getOrDefault(e, 0.0)).orElse(0.0);
      }
      for (int i = 0; i < charge.length; i++) {
        for (int j = 0; j < charge.length; j++) {
          sum += LatticeSums.COULOMB / 2 * charge[i] * charge[j] * pairs[i][j];
        }
      }
      return sum;
    }
    for (int i = 0; i < shared; i++) {
      for (int j = 0; j < shared; j++) {
        sum += labeling[i] == labeling[j] ? pairs[i][j] / 2 : 0;
      }
    }
    return sum;
  }

  private double[][] pairs(LatticeSums sums) {
    int size = charges.isPresent() ? places.size() : shared;
    double nearest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < size && charges.isEmpty(); j++) {
      nearest = Math.min(nearest, sums.nearest(places.get(j).minus(places.get(0))));
    }
    double[][] result = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        Vector3 difference = places.get(i).minus(places.get(j));
        result[i][j] =
            charges.isPresent()
                ? sums.potential(difference)
                : Math.pow(nearest, 6) * sums.inverseSixth(difference, REACH * nearest);
        result[j][i] = result[i][j];
      }
    }
    return result;
  }

  private boolean[][] tooClose(LatticeSums sums, double closestAtoms) {
    boolean[][] result = new boolean[places.size()][places.size()];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < i; j++) {
        result[i][j] = sums.nearest(places.get(i).minus(places.get(j))) < closestAtoms;
        result[j][i] = result[i][j];
      }
    }
    return result;
  }

  private void addCopies(Crystal parent, Vector3 position, Hermite superlattice) {
    for (int g = 0; g < cells; g++) {
      int[] shift = superlattice.representative(g);
      Vector3 moved = position.plus(new Vector3(shift[0], shift[1], shift[2]));
      places.add(lattice.toFractional(parent.lattice().toCartesian(moved)).wrapped());
    }
  }

  private static Lattice spanned(Lattice parent, Hermite superlattice) {
    Vector3[] rows = new Vector3[3];
    for (int i = 0; i < 3; i++) {
      rows[i] =
          parent.toCartesian(
              new Vector3(
                  superlattice.entry(i, 0), superlattice.entry(i, 1), superlattice.entry(i, 2)));
    }
    return new Lattice(rows[0], rows[1], rows[2]);
  }
}
