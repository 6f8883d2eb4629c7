package dev.athanor.matter.diffraction;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Crystals;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Crystals of our own making, for recorded patterns: textbook types, and skew cells of anything.
 */
final class DiffractionCases {
  private static final int COUNT = 56;

  private DiffractionCases() {}

  static List<CrystalRecord> crystals() {
    List<CrystalRecord> all = new ArrayList<>();
    add(all, "Cu, fcc", cubic(3.615, Element.Cu, "0 0 0;.5 .5 0;.5 0 .5;0 .5 .5"));
    add(all, "W, bcc", cubic(3.165, Element.W, "0 0 0;.5 .5 .5"));
    add(all, "CsCl", cubic(4.12, Element.Cs, "0 0 0", Element.Cl, ".5 .5 .5"));
    add(all, "NaCl", cubic(5.64, Element.Na, FCC, Element.Cl, ".5 0 0;0 .5 0;0 0 .5;.5 .5 .5"));
    add(
        all,
        "ZnS, zincblende",
        cubic(5.41, Element.Zn, FCC, Element.S, ".25 .25 .25;.75 .75 .25;.75 .25 .75;.25 .75 .75"));
    add(
        all,
        "Si",
        cubic(5.431, Element.Si, FCC + ";.25 .25 .25;.75 .75 .25;.75 .25 .75;.25 .75 .75"));
    add(all, "SrTiO3", cubic(3.905, Element.Sr, "0 0 0", Element.Ti, ".5 .5 .5", Element.O, FACES));
    add(all, "Cu3Au", cubic(3.75, Element.Au, "0 0 0", Element.Cu, FACES));
    add(
        all,
        "Nb3Sn, A15",
        cubic(
            5.29,
            Element.Sn,
            "0 0 0;.5 .5 .5",
            Element.Nb,
            ".25 0 .5;.75 0 .5;.5 .25 0;.5 .75 0;0 .5 .25;0 .5 .75"));
    Lattice hexagonal = Lattice.ofParameters(3.086, 3.086, 3.524, 90, 90, 120);
    add(
        all,
        "MgB2",
        new Crystal(
            hexagonal,
            List.of(
                Site.of(Element.Mg, 0, 0, 0),
                Site.of(Element.B, 1 / 3.0, 2 / 3.0, 0.5),
                Site.of(Element.B, 2 / 3.0, 1 / 3.0, 0.5))));
    add(
        all,
        "Re, hcp",
        new Crystal(
            Lattice.ofParameters(2.761, 2.761, 4.458, 90, 90, 120),
            List.of(
                Site.of(Element.Re, 1 / 3.0, 2 / 3.0, 0.25),
                Site.of(Element.Re, 2 / 3.0, 1 / 3.0, 0.75))));
    Random random = new Random(20261123);
    while (all.size() < COUNT) {
      add(all, "random " + all.size(), disordered(Crystals.random(random), random));
    }
    return all;
  }

  /** X-ray tubes in turn, and every sixth crystal in a beam of neutrons. */
  static Radiation radiation(int number) {
    List<Radiation> tubes = Radiation.tubes();
    return number % 6 == 5
        ? Radiation.neutrons(1 + number % 4 * 0.5)
        : tubes.get(number % tubes.size());
  }

  /** Where a pattern ends, degrees of 2 theta: short waves show thousands of lines soon. */
  static double end(Radiation radiation) {
    return radiation.wavelength() < 1 ? 45 : 90;
  }

  private static final String FCC = "0 0 0;.5 .5 0;.5 0 .5;0 .5 .5";
  private static final String FACES = ".5 .5 0;.5 0 .5;0 .5 .5";

  private static void add(List<CrystalRecord> all, String id, Crystal crystal) {
    all.add(CrystalRecord.of(id, crystal));
  }

  private static Crystal cubic(double edge, Object... elementsAndPlaces) {
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < elementsAndPlaces.length; i += 2) {
      for (String place : ((String) elementsAndPlaces[i + 1]).split(";", -1)) {
        String[] numbers = place.split(" ", -1);
        sites.add(
            Site.of(
                (Element) elementsAndPlaces[i],
                new Vector3(
                    Double.parseDouble(numbers[0]),
                    Double.parseDouble(numbers[1]),
                    Double.parseDouble(numbers[2]))));
      }
    }
    return new Crystal(Lattice.cubic(edge), sites);
  }

  /** Other elements, and half of the sites shared or partly empty; numbers with few digits. */
  private static Crystal disordered(Crystal crystal, Random random) {
    Element[] elements = Element.values();
    List<Site> sites = new ArrayList<>();
    for (Site site : crystal.sites()) {
      EnumMap<Element, Double> shares = new EnumMap<>(Element.class);
      Element first = elements[random.nextInt(83)];
      if (random.nextBoolean()) {
        shares.put(first, 1.0);
      } else {
        shares.put(first, 0.55);
        shares.putIfAbsent(elements[random.nextInt(83)], 0.35);
      }
      Vector3 place = site.position();
      sites.add(
          new Site(
              Map.copyOf(shares),
              new Vector3(rounded(place.x()), rounded(place.y()), rounded(place.z()))));
    }
    double[][] rows = crystal.lattice().rows();
    for (double[] row : rows) {
      for (int i = 0; i < 3; i++) {
        row[i] = rounded(row[i]);
      }
    }
    return new Crystal(Lattice.ofRows(rows), sites);
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e4) / 1e4;
  }
}
