package dev.athanor.matter.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether a crystal came back as it was. */
final class SameCrystal {
  private SameCrystal() {}

  /** Cell within {@code cell} of angstrom and degree, as many sites, each with its twin. */
  static void check(Crystal expected, Crystal actual, double cell, double place, String id) {
    double[] a = CrystalDifference.parameters(expected.lattice());
    double[] b = CrystalDifference.parameters(actual.lattice());
    for (int i = 0; i < 6; i++) {
      assertThat(b[i]).as(id).isCloseTo(a[i], within(cell));
    }
    assertThat(actual.sites()).as(id).hasSameSizeAs(expected.sites());
    List<Site> left = new ArrayList<>(actual.sites());
    for (Site site : expected.sites()) {
      boolean found = false;
      for (int i = 0; i < left.size() && !found; i++) {
        if (isSame(site, left.get(i), place)) {
          left.remove(i);
          found = true;
        }
      }
      assertThat(found).as(id + ": " + site).isTrue();
    }
  }

  private static boolean isSame(Site a, Site b, double place) {
    if (!near(a.position().x(), b.position().x(), place)
        || !near(a.position().y(), b.position().y(), place)
        || !near(a.position().z(), b.position().z(), place)
        || !a.occupancies().keySet().equals(b.occupancies().keySet())) {
      return false;
    }
    for (Map.Entry<Element, Double> entry : a.occupancies().entrySet()) {
      double other = b.occupancies().getOrDefault(entry.getKey(), 0.0);
      if (Math.abs(other - entry.getValue()) > 1e-6) {
        return false;
      }
    }
    return true;
  }

  private static boolean near(double a, double b, double place) {
    double difference = a - b;
    return Math.abs(difference - Math.rint(difference)) < place;
  }
}
