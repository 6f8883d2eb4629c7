package dev.athanor.matter.molecule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Vector3;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoleculeTest {
  private static final List<Atom> WATER =
      List.of(
          Atom.of(Element.O, 0, 0, 0),
          Atom.of(Element.H, .96, 0, 0),
          Atom.of(Element.H, -.24, .93, 0));

  @Test
  void knowsItsCompositionAndGeometry() {
    Molecule water = Molecule.of(WATER);
    assertThat(water.composition().amount(Element.H)).isEqualTo(2);
    assertThat(water.distance(0, 1)).isCloseTo(.96, within(1e-12));
    Vector3 moved = water.movedBy(new Vector3(1, 2, 3)).centerOfMass();
    assertThat(moved.minus(water.centerOfMass()).z()).isCloseTo(3, within(1e-12));
  }

  @Test
  void whatIsNoMoleculeIsRejected() {
    Bond bond = new Bond(2, 0, Bond.Order.SINGLE);
    assertThat(bond.first()).isZero();
    assertThatThrownBy(() -> Molecule.of(List.of())).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> new Molecule(WATER, List.of(bond, bond), 0))
        .isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> new Molecule(WATER, List.of(new Bond(0, 3, Bond.Order.SINGLE)), 0))
        .isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> new Bond(1, 1, Bond.Order.DOUBLE)).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> Atom.of(Element.H, Double.NaN, 0, 0))
        .isInstanceOf(MatterException.class);
  }
}
