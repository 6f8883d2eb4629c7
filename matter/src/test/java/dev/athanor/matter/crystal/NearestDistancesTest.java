package dev.athanor.matter.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Element;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestDistancesTest {
  @Test
  void everySiteHasItsOwn() {
    Crystal crystal =
        new Crystal(
            Lattice.cubic(10),
            List.of(
                Site.of(Element.H, 0, 0, 0),
                Site.of(Element.H, 0.95, 0, 0),
                Site.of(Element.O, 0.5, 0.5, 0.5)));
    List<Double> distances = NearestDistances.of(crystal);
    assertThat(distances.get(0)).isCloseTo(0.5, within(1e-9));
    assertThat(distances.get(1)).isCloseTo(0.5, within(1e-9));
    assertThat(distances.get(2)).isCloseTo(Math.sqrt(4.5 * 4.5 + 50), within(1e-9));
  }

  @Test
  void aLoneSiteSeesItsOwnImages() {
    Crystal crystal = new Crystal(Lattice.cubic(80), List.of(Site.of(Element.Ar, 0.1, 0.2, 0.3)));
    assertThat(NearestDistances.of(crystal)).singleElement().isEqualTo(80.0);
    Crystal remote = new Crystal(Lattice.cubic(120), List.of(Site.of(Element.Ar, 0, 0, 0)));
    assertThat(NearestDistances.of(remote)).containsExactly(Double.POSITIVE_INFINITY);
  }
}
