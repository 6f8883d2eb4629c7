package dev.athanor.matter.crystal;

import dev.athanor.matter.chemistry.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random crystals and what can be done to them without changing them. */
public final class Crystals {
  private Crystals() {}

  /** A cell of 1 to 8 atoms with 8 to 30 cubic angstrom each, skewed at random. */
  public static Crystal random(Random random) {
    int count = 1 + random.nextInt(8);
    double edge = Math.cbrt(count * (8 + 22 * random.nextDouble()));
    Lattice lattice =
        Lattice.ofParameters(
            edge * (0.6 + random.nextDouble()),
            edge * (0.6 + random.nextDouble()),
            edge * (0.6 + random.nextDouble()),
            60 + 60 * random.nextDouble(),
            65 + 50 * random.nextDouble(),
            60 + 55 * random.nextDouble());
    List<Site> sites = new ArrayList<>();
    Element[] elements = {Element.Re, Element.Zr, Element.Si};
    for (int i = 0; i < count; i++) {
      sites.add(
          Site.of(
              elements[random.nextInt(elements.length)],
              random.nextDouble() * 3 - 1,
              random.nextDouble(),
              random.nextDouble()));
    }
    return new Crystal(lattice, sites);
  }

  /** The same crystal turned in space. */
  public static Crystal rotated(Crystal crystal, Random random) {
    double a = random.nextDouble() * 6;
    double b = random.nextDouble() * 6;
    double[][] rows = crystal.lattice().rows();
    for (double[] row : rows) {
      double x = row[0] * Math.cos(a) - row[1] * Math.sin(a);
      double y = row[0] * Math.sin(a) + row[1] * Math.cos(a);
      double z = row[2];
      row[0] = x;
      row[1] = y * Math.cos(b) - z * Math.sin(b);
      row[2] = y * Math.sin(b) + z * Math.cos(b);
    }
    return crystal.withLattice(Lattice.ofRows(rows));
  }

  /** The same crystal described in another cell: b + a instead of b, the origin moved. */
  public static Crystal redescribed(Crystal crystal, Random random) {
    Lattice old = crystal.lattice();
    Lattice sheared = new Lattice(old.a(), old.b().plus(old.a()), old.c());
    Vector3 shift = new Vector3(random.nextDouble(), random.nextDouble(), random.nextDouble());
    return new Crystal(
        sheared,
        crystal.sites().stream()
            .map(
                site ->
                    site.movedTo(
                        sheared
                            .toFractional(old.toCartesian(site.position().plus(shift)))
                            .wrapped()))
            .toList());
  }

  /** Every atom moved by up to {@code amplitude} angstrom along each axis. */
  public static Crystal rattled(Crystal crystal, double amplitude, Random random) {
    return new Crystal(
        crystal.lattice(),
        crystal.sites().stream()
            .map(
                site ->
                    site.movedTo(
                        crystal
                            .lattice()
                            .toFractional(
                                crystal
                                    .lattice()
                                    .toCartesian(site.position())
                                    .plus(
                                        new Vector3(
                                            amplitude * (2 * random.nextDouble() - 1),
                                            amplitude * (2 * random.nextDouble() - 1),
                                            amplitude * (2 * random.nextDouble() - 1))))))
            .toList());
  }
}
