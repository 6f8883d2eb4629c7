package dev.athanor.matter.matching;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import java.util.ArrayList;
import java.util.List;

/** Polytypes of tetrahedral compounds: layers of zinc and sulfur in one of three places each. */
final class Stackings {
  private Stackings() {}

  /**
   * The ideal polytype.
   *
   * @param layers places of the layers: AB is wurtzite, ABC sphalerite, ABAC the 4H polytype
   * @param exchanged sulfur for zinc and zinc for sulfur
   */
  static Crystal of(String layers, boolean exchanged) {
    double edge = 3.82;
    double height = edge * Math.sqrt(2 / 3.0);
    int count = layers.length();
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double place = (layers.charAt(i) - 'A') / 3.0;
      Element below = exchanged ? Element.S : Element.Zn;
      Element above = exchanged ? Element.Zn : Element.S;
      sites.add(Site.of(below, place, 2 * place, i / (double) count));
      sites.add(Site.of(above, place, 2 * place, (i + 0.75) / count));
    }
    return new Crystal(Lattice.ofParameters(edge, edge, height * count, 90, 90, 120), sites);
  }
}
