package dev.athanor.matter.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class NeighborListTest {
  @Property(tries = 200)
  void findsWhatBruteForceFinds(
      @ForAll Random random, @ForAll @DoubleRange(min = 1, max = 9) double cutoff) {
    Crystal crystal = Crystals.random(random);
    NeighborList list = NeighborList.within(crystal, cutoff);
    for (int i = 0; i < crystal.sites().size(); i++) {
      assertThat(distances(list, i)).containsExactly(bruteForce(crystal, i, cutoff), within(1e-9));
    }
  }

  @Property(tries = 100)
  void displacementsLeadToTheNeighbour(@ForAll Random random) {
    Crystal crystal = Crystals.random(random);
    NeighborList list = NeighborList.within(crystal, 5);
    for (int i = 0; i < list.siteCount(); i++) {
      Vector3 here = crystal.lattice().toCartesian(crystal.sites().get(i).position());
      for (int bond = list.start(i); bond < list.end(i); bond++) {
        Vector3 there =
            crystal.lattice().toCartesian(crystal.sites().get(list.neighbor(bond)).position());
        Vector3 difference =
            crystal.lattice().toFractional(here.plus(list.displacement(bond)).minus(there));
        for (double component : new double[] {difference.x(), difference.y(), difference.z()}) {
          assertThat(component - Math.rint(component)).isCloseTo(0, within(1e-8));
        }
        assertThat(list.displacement(bond).length()).isCloseTo(list.distance(bond), within(1e-9));
      }
    }
  }

  @Property(tries = 100)
  void supercellsAndRotationsChangeNothing(@ForAll Random random) {
    Crystal crystal = Crystals.random(random);
    NeighborList list = NeighborList.within(crystal, 5);
    NeighborList turned =
        NeighborList.within(Crystals.redescribed(Crystals.rotated(crystal, random), random), 5.0);
    Crystal large = crystal.supercell(2, 1, 3);
    NeighborList many = NeighborList.within(large, 5);
    for (int i = 0; i < list.siteCount(); i++) {
      double[] expected = distances(list, i);
      // a neighbour at the cutoff may fall out by rounding
      if (Arrays.stream(expected).anyMatch(d -> d > 5 - 1e-6)) {
        continue;
      }
      assertThat(distances(turned, i)).containsExactly(expected, within(1e-7));
      for (int copy = 0; copy < 6; copy++) {
        assertThat(distances(many, 6 * i + copy)).containsExactly(expected, within(1e-7));
      }
    }
  }

  @Property(tries = 100)
  void theNearestAreTheFirstOfAllAndTiesStayTogether(@ForAll Random random) {
    Crystal crystal = Crystals.random(random);
    NeighborList all = NeighborList.within(crystal, 7);
    NeighborList nearest = NeighborList.nearest(crystal, 7, 12);
    for (int i = 0; i < all.siteCount(); i++) {
      double[] everything = distances(all, i);
      double[] kept = distances(nearest, i);
      assertThat(kept.length).isGreaterThanOrEqualTo(Math.min(12, everything.length));
      assertThat(kept).containsExactly(Arrays.copyOf(everything, kept.length), within(1e-9));
      if (kept.length < everything.length) {
        assertThat(everything[kept.length])
            .isGreaterThanOrEqualTo(
                everything[Math.min(12, kept.length) - 1] + NeighborList.TIE_TOLERANCE - 1e-9);
      }
    }
  }

  @Test
  void aCubicCellHasItsShells() {
    Crystal simple = new Crystal(Lattice.cubic(3), List.of(Site.of(Element.Po, 0, 0, 0)));
    NeighborList list = NeighborList.within(simple, 4.3);
    assertThat(list.bondCount()).isEqualTo(6 + 12);
    assertThat(NeighborList.nearest(simple, 6, 1).bondCount()).isEqualTo(6);
  }

  @Test
  void cutoffsAreBounded() {
    Crystal simple = new Crystal(Lattice.cubic(3), List.of(Site.of(Element.Po, 0, 0, 0)));
    assertThatThrownBy(() -> NeighborList.within(simple, 0)).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> NeighborList.within(simple, 101)).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> NeighborList.within(simple, Double.NaN))
        .isInstanceOf(MatterException.class);
  }

  private static double[] distances(NeighborList list, int site) {
    double[] result = new double[list.end(site) - list.start(site)];
    for (int i = 0; i < result.length; i++) {
      result[i] = list.distance(list.start(site) + i);
    }
    return result;
  }

  private static double[] bruteForce(Crystal crystal, int site, double cutoff) {
    Lattice reciprocal = crystal.lattice().reciprocal();
    int a = 2 + (int) Math.ceil(cutoff * reciprocal.a().length());
    int b = 2 + (int) Math.ceil(cutoff * reciprocal.b().length());
    int c = 2 + (int) Math.ceil(cutoff * reciprocal.c().length());
    Vector3 here = crystal.sites().get(site).position().wrapped();
    List<Double> found = new ArrayList<>();
    for (int j = 0; j < crystal.sites().size(); j++) {
      Vector3 there = crystal.sites().get(j).position().wrapped();
      for (int x = -a; x <= a; x++) {
        for (int y = -b; y <= b; y++) {
          for (int z = -c; z <= c; z++) {
            double distance =
                crystal
                    .lattice()
                    .toCartesian(there.plus(new Vector3(x, y, z)).minus(here))
                    .length();
            if (distance <= cutoff && (j != site || x != 0 || y != 0 || z != 0)) {
              found.add(distance);
            }
          }
        }
      }
    }
    return found.stream().sorted().mapToDouble(Double::doubleValue).toArray();
  }
}
