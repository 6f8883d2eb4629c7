package dev.athanor.models.elements.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.models.elements.TestingCrystals;
import org.junit.jupiter.api.Test;

/** Quotient graphs hold each kind of site once, whatever cell they come from. */
final class CrystalGraphTest {
  private static final GraphSettings SETTINGS = new GraphSettings(24, 6);

  @Test
  void rockSaltHasTwoKindsOfSite() {
    CrystalGraph graph =
        CrystalGraphBuilder.build(TestingCrystals.rockSalt(Element.Na, Element.Cl, 5.64), SETTINGS);
    assertThat(graph.nodeCount()).isEqualTo(2);
    assertThat(graph.share(0)).isCloseTo(0.5f, within(1e-6f));
    // six of the other kind first, then twelve of the same; the third shell is not kept whole
    assertThat(graph.edgeStart(1) - graph.edgeStart(0)).isEqualTo(2);
    assertThat(graph.distance(0)).isCloseTo(2.82f, within(1e-4f));
    assertThat(graph.neighbor(0)).isEqualTo(1);
    assertThat(graph.weight(0)).isBetween(3f, 6f);
  }

  @Test
  void aSupercellHasTheSameQuotient() {
    CrystalGraph small = CrystalGraphBuilder.build(TestingCrystals.rutile(), SETTINGS);
    CrystalGraph large =
        CrystalGraphBuilder.build(TestingCrystals.rutile().supercell(2, 3, 2), SETTINGS);
    assertThat(small.nodeCount()).isEqualTo(2);
    assertThat(large.nodeCount()).isEqualTo(2);
    assertThat(large.edgeCount()).isEqualTo(small.edgeCount());
  }

  @Test
  void sitesThatDifferStayApart() {
    assertThat(CrystalGraphBuilder.build(TestingCrystals.triclinic(), SETTINGS).nodeCount())
        .isEqualTo(4);
  }

  @Test
  void sharesOfPartlyEmptySitesAddUp() {
    CrystalGraph graph = CrystalGraphBuilder.build(TestingCrystals.disordered(), SETTINGS);
    double sum = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      sum += graph.share(node);
    }
    assertThat(sum).isCloseTo(1, within(1e-6));
  }
}
