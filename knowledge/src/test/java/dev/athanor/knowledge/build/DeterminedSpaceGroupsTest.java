package dev.athanor.knowledge.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeterminedSpaceGroupsTest {
  private final SpaceGroups spaceGroups = new DeterminedSpaceGroups();

  @Test
  void caesiumChlorideIsPrimitiveCubic() {
    Crystal crystal =
        new Crystal(
            Lattice.cubic(4.12),
            List.of(Site.of(Element.Cs, 0, 0, 0), Site.of(Element.Cl, 0.5001, 0.5, 0.5)));
    assertThat(spaceGroups.of(crystal)).hasValue(221);
  }

  @Test
  void whatCannotBeToldStaysUnknown() {
    Crystal doubled =
        new Crystal(
            Lattice.cubic(4), List.of(Site.of(Element.Cs, 0, 0, 0), Site.of(Element.Cs, 0, 0, 1)));
    assertThat(spaceGroups.of(doubled)).isEmpty();
  }
}
