package dev.athanor.matter.ordering.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.ordering.ParentOperation;
import dev.athanor.matter.ordering.ParentSymmetry;
import dev.athanor.matter.symmetry.PrimitiveCell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Numbers of superlattices and derivative structures as published: Hart and Forcade, Phys. Rev. B
 * 77, 224115 (2008) for fcc and sc, Phys. Rev. B 80, 014120 (2009) for hcp; superlattices also in
 * the On-Line Encyclopedia of Integer Sequences, A159842. Structures that differ by an exchange of
 * the names of the elements count once there.
 */
class PublishedCountsTest {
  @ParameterizedTest
  @CsvSource({
    "fcc,1,1", "fcc,2,2", "fcc,3,3", "fcc,4,7", "fcc,5,5", "fcc,6,10", "fcc,7,7", "fcc,8,20",
    "fcc,9,14", "fcc,10,18", "fcc,12,41", "bcc,2,2", "bcc,3,3", "bcc,4,7", "bcc,5,5", "bcc,6,10",
    "bcc,8,20", "bcc,10,18", "sc,2,3", "sc,3,3", "sc,4,9", "sc,5,5", "sc,6,13", "sc,7,7"
  })
  void superlattices(String parent, int index, int expected) {
    assertThat(Hermite.distinct(index, ParentSymmetry.of(parent(parent), 0.01))).hasSize(expected);
  }

  /** Each superlattice has one Hermite normal form: their number is sum of a^2 c over a c f = n. */
  @ParameterizedTest
  @CsvSource({"1,1", "2,7", "3,13", "4,35", "5,31", "6,91", "12,455"})
  void hermiteNormalForms(int index, int expected) {
    assertThat(Hermite.all(index)).hasSize(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "fcc,2,2,2",
    "fcc,2,3,3",
    "fcc,2,4,12",
    "fcc,2,5,14",
    "fcc,2,6,50",
    "fcc,2,7,52",
    "fcc,2,8,229",
    "bcc,2,2,2",
    "bcc,2,3,3",
    "bcc,2,4,12",
    "bcc,2,5,14",
    "bcc,2,6,50",
    "sc,2,2,3",
    "sc,2,3,3",
    "sc,2,4,15",
    "hcp,2,2,7",
    "hcp,2,3,30",
    "hcp,2,4,163",
    "hcp,2,5,366",
    "fcc,3,3,3",
    "fcc,3,4,13",
    "fcc,3,5,23",
    "fcc,3,6,130",
    "fcc,4,4,7",
    "fcc,4,5,9"
  })
  void structures(String parent, int kinds, int index, int expected) {
    assertThat(count(parent(parent), kinds, index)).isEqualTo(expected);
  }

  /** Labelings with exactly these kinds, exchange of names taken out. */
  private static int count(Crystal parent, int kinds, int index) {
    List<ParentOperation> operations = ParentSymmetry.of(parent, 0.01);
    List<Vector3> positions = parent.sites().stream().map(Site::position).toList();
    int places = positions.size() * index;
    int total = 0;
    for (Hermite superlattice : Hermite.distinct(index, operations)) {
      SitePermutations permutations = SitePermutations.of(superlattice, positions, operations);
      Set<List<Integer>> known = new HashSet<>();
      for (int[] amounts : compositions(places, kinds)) {
        int[] names = new int[kinds];
        Arrays.setAll(names, i -> i);
        Labelings.enumerate(
            permutations,
            new int[places],
            new int[][] {names},
            new int[][] {amounts},
            new Labelings.Budget(10_000_000),
            (labeling, multiplicity) -> known.add(withoutNames(permutations, labeling, kinds)));
      }
      total += known.size();
    }
    return total;
  }

  /** First in the order of words under permutations of places and of names. */
  private static List<Integer> withoutNames(
      SitePermutations permutations, int[] labeling, int kinds) {
    int[] best = null;
    for (int[] names : orders(kinds)) {
      int[] renamed = new int[labeling.length];
      Arrays.setAll(renamed, i -> names[labeling[i]]);
      int[] first = Labelings.canonical(permutations, renamed);
      if (best == null || Arrays.compare(first, best) < 0) {
        best = first;
      }
    }
    return Arrays.stream(best).boxed().toList();
  }

  private static List<int[]> orders(int kinds) {
    List<int[]> result = new ArrayList<>(List.of(new int[0]));
    for (int i = 0; i < kinds; i++) {
      List<int[]> longer = new ArrayList<>();
      for (int[] order : result) {
        for (int name = 0; name < kinds; name++) {
          int next = name;
          if (Arrays.stream(order).noneMatch(used -> used == next)) {
            int[] extended = Arrays.copyOf(order, order.length + 1);
            extended[order.length] = name;
            longer.add(extended);
          }
        }
      }
      result = longer;
    }
    return result;
  }

  /** All ways to write {@code sum} as an ordered sum of {@code parts} whole numbers from 1. */
  private static List<int[]> compositions(int sum, int parts) {
    if (parts == 1) {
      return List.of(new int[] {sum});
    }
    List<int[]> result = new ArrayList<>();
    for (int first = 1; first <= sum - parts + 1; first++) {
      for (int[] rest : compositions(sum - first, parts - 1)) {
        int[] whole = new int[parts];
        whole[0] = first;
        System.arraycopy(rest, 0, whole, 1, parts - 1);
        result.add(whole);
      }
    }
    return result;
  }

  private static Crystal parent(String name) {
    Lattice cube = Lattice.cubic(4);
    List<Site> sites =
        switch (name) {
          case "sc" -> List.of(Site.of(Element.Cu, 0, 0, 0));
          case "bcc" -> List.of(Site.of(Element.Cu, 0, 0, 0), Site.of(Element.Cu, 0.5, 0.5, 0.5));
          case "fcc" ->
              List.of(
                  Site.of(Element.Cu, 0, 0, 0),
                  Site.of(Element.Cu, 0, 0.5, 0.5),
                  Site.of(Element.Cu, 0.5, 0, 0.5),
                  Site.of(Element.Cu, 0.5, 0.5, 0));
          case "hcp" ->
              List.of(
                  Site.of(Element.Cu, 1 / 3.0, 2 / 3.0, 0.25),
                  Site.of(Element.Cu, 2 / 3.0, 1 / 3.0, 0.75));
          default -> throw new IllegalArgumentException(name);
        };
    Lattice cell =
        name.equals("hcp") ? Lattice.ofParameters(3, 3, 3 * Math.sqrt(8 / 3.0), 90, 90, 120) : cube;
    return PrimitiveCell.of(new Crystal(cell, sites), 0.01);
  }
}
