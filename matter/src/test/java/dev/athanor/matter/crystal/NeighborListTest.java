package dev.athanor.matter.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterErrors;
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

  @Property(tries = 200)
  void findsWhatBruteForceFindsInFlatLongAndSkewedCells(
      @ForAll Random random, @ForAll @DoubleRange(min = 0.5, max = 7) double cutoff) {
    Crystal crystal = extreme(random);
    NeighborList list = NeighborList.within(crystal, cutoff);
    for (int i = 0; i < crystal.sites().size(); i++) {
      assertThat(distances(list, i)).containsExactly(bruteForce(crystal, i, cutoff), within(1e-9));
    }
  }

  /** Enough sites for many columns, on a lattice whose every distance is shared. */
  @Property(tries = 30)
  void supercellsOfSymmetricCellsHaveTheNeighboursOfTheSmallOne(
      @ForAll Random random, @ForAll @DoubleRange(min = 2, max = 9) double cutoff) {
    Crystal small =
        new Crystal(
            Lattice.cubic(4.1),
            List.of(
                Site.of(Element.Na, 0, 0, 0),
                Site.of(Element.Na, 0.5, 0.5, 0),
                Site.of(Element.Cl, 0.5, 0, 0),
                Site.of(Element.Cl, 0, 0.5, 1e-17)));
    Crystal large =
        Crystals.rotated(
            small.supercell(1 + random.nextInt(7), 1 + random.nextInt(7), 1 + random.nextInt(7)),
            random);
    // the cutoff itself is one of the distances
    double exact = 4.1 * Math.rint(cutoff / 4.1 * 2) / 2;
    NeighborList few = NeighborList.within(small, exact);
    NeighborList many = NeighborList.within(large, exact);
    int copies = large.sites().size() / small.sites().size();
    for (int i = 0; i < large.sites().size(); i++) {
      assertThat(distances(many, i)).containsExactly(distances(few, i / copies), within(1e-9));
    }
  }

  @Test
  void manySitesInASmallPlaceAndManyImagesOfOneAreFoundOrRefused() {
    List<Site> crowd = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 700; i++) {
      crowd.add(Site.of(Element.H, random.nextDouble() / 1e3, random.nextDouble() / 1e3, 0.2));
    }
    NeighborList list = NeighborList.within(new Crystal(Lattice.cubic(90), crowd), 5);
    assertThat(list.bondCount()).isEqualTo(700 * 699);
    Crystal tiny = new Crystal(Lattice.cubic(0.01), List.of(Site.of(Element.H, 0, 0, 0)));
    assertThatThrownBy(() -> NeighborList.within(tiny, 50))
        .isInstanceOfSatisfying(
            MatterException.class, e -> assertThat(e.code()).isEqualTo(MatterErrors.TOO_LARGE));
    Lattice needle = Lattice.ofRows(new double[][] {{1e4, 0, 0}, {0, 0.1, 0}, {1e5, 0.3, 0.2}});
    NeighborList along =
        NeighborList.nearest(
            new Crystal(needle, List.of(Site.of(Element.H, 0.3, 0.3, 0.3))), 100, 8);
    assertThat(along.distance(0)).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void sitesOnOnePlaceAreNeighboursAtNoDistance() {
    Crystal crystal =
        new Crystal(
            Lattice.cubic(3),
            List.of(Site.of(Element.Fe, 0, 0, 0), Site.of(Element.Co, 1, -1e-18, 0)));
    NeighborList list = NeighborList.within(crystal, 2);
    assertThat(list.bondCount()).isEqualTo(2);
    assertThat(list.distance(0)).isZero();
    assertThat(list.neighbor(0)).isEqualTo(1);
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

  /** Edges from 1 to 60 angstrom, skewed by several cells. */
  private static Crystal extreme(Random random) {
    double[][] rows = Crystals.random(random).lattice().rows();
    double[] stretch = new double[3];
    for (int i = 0; i < 3; i++) {
      stretch[i] = Math.exp((random.nextDouble() - 0.5) * 4);
      for (int j = 0; j < 3; j++) {
        rows[i][j] *= stretch[i];
      }
    }
    for (int shear = 0; shear < 4; shear++) {
      int target = random.nextInt(3);
      int other = (target + 1 + random.nextInt(2)) % 3;
      int times = random.nextInt(7) - 3;
      double[] before = rows[target].clone();
      for (int j = 0; j < 3; j++) {
        rows[target][j] += times * rows[other][j];
      }
      // now and then shears add up to a cell so flat that it is rightly refused
      rows[target] = flatness(rows) < 1e-5 ? before : rows[target];
    }
    Lattice lattice = Lattice.ofRows(rows);
    List<Site> sites = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      sites.add(
          Site.of(Element.Re, random.nextDouble(), random.nextDouble() * 5, random.nextDouble()));
    }
    return new Crystal(lattice, sites);
  }

  /** Volume over the product of the edges. */
  private static double flatness(double[][] rows) {
    Vector3 a = new Vector3(rows[0][0], rows[0][1], rows[0][2]);
    Vector3 b = new Vector3(rows[1][0], rows[1][1], rows[1][2]);
    Vector3 c = new Vector3(rows[2][0], rows[2][1], rows[2][2]);
    return Math.abs(a.dot(b.cross(c))) / (a.length() * b.length() * c.length());
  }

  private static double[] distances(NeighborList list, int site) {
    double[] result = new double[list.end(site) - list.start(site)];
    for (int i = 0; i < result.length; i++) {
      result[i] = list.distance(list.start(site) + i);
    }
    return result;
  }

  private static double[] bruteForce(Crystal crystal, int site, double cutoff) {
    ReciprocalLattice reciprocal = crystal.lattice().reciprocal();
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
