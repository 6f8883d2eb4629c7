package dev.athanor.tools.generation;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.GeometryCheck;
import dev.athanor.matter.crystal.VolumeEstimate;

/**
 * The cell of a template for other atoms: its shape is kept, its volume is that of the new atoms
 * times how openly the template is packed, and grows by up to a third where atoms would touch.
 */
final class Sizing {
  private static final double LOWEST_PACKING = 0.75;
  private static final double HIGHEST_PACKING = 1.6;
  private static final double CONTACT_SLACK = 0.92;
  private static final double LARGEST_CONTACT = 0.90;
  private static final double LARGEST_STRETCH = 1.10;

  private Sizing() {}

  /**
   * The decorated crystal in a cell of its own size.
   *
   * @param decorated new elements in the cell of the template
   * @param templateContact shortest distance in the template over the sum of radii
   */
  static Crystal sized(Crystal decorated, Crystal template, double templateContact) {
    double packing = template.lattice().volume() / VolumeEstimate.of(template.composition());
    double volume =
        VolumeEstimate.of(decorated.composition())
            * Math.max(LOWEST_PACKING, Math.min(HIGHEST_PACKING, packing));
    Crystal scaled =
        decorated.withLattice(
            decorated.lattice().scaled(Math.cbrt(volume / decorated.lattice().volume())));
    double wanted = Math.min(LARGEST_CONTACT, CONTACT_SLACK * templateContact);
    double contact = GeometryCheck.of(scaled).shortestDistanceRatio();
    return contact >= wanted
        ? scaled
        : scaled.withLattice(scaled.lattice().scaled(Math.min(LARGEST_STRETCH, wanted / contact)));
  }
}
