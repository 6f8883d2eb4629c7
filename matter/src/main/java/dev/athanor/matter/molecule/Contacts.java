package dev.athanor.matter.molecule;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which atoms of a molecule are bonded, by distance alone. */
final class Contacts {
  /** Between stretched bonds (1.15) and the near miss across a bicyclo[1.1.1]pentane (1.25). */
  private static final double LONGEST = 1.22;

  private static final double SHORTEST = 0.5;

  private Contacts() {}

  /** The bonds by first and second index. */
  static List<Contact> bonded(Molecule molecule) {
    int size = molecule.atoms().size();
    int[] neighbours = new int[size];
    List<Contact> kept = new ArrayList<>();
    for (Contact contact : near(molecule)) {
      if (hasRoom(molecule, neighbours, contact.first())
          && hasRoom(molecule, neighbours, contact.second())) {
        neighbours[contact.first()]++;
        neighbours[contact.second()]++;
        kept.add(contact);
      }
    }
    kept.sort(Comparator.comparingInt(Contact::first).thenComparingInt(Contact::second));
    return kept;
  }

  /** All pairs that are near enough, the least stretched first. */
  private static List<Contact> near(Molecule molecule) {
    List<Contact> near = new ArrayList<>();
    for (int second = 1; second < molecule.atoms().size(); second++) {
      for (int first = 0; first < second; first++) {
        double radii =
            CovalentRadii.sum(
                molecule.atoms().get(first).element(), molecule.atoms().get(second).element(), 1);
        double stretch = molecule.distance(first, second) / radii;
        if (stretch < SHORTEST) {
          throw new MatterException(
              MatterErrors.BAD_COORDINATES,
              "the atoms " + (first + 1) + " and " + (second + 1) + " lie on each other");
        }
        if (stretch < LONGEST) {
          near.add(new Contact(first, second, molecule.distance(first, second), stretch));
        }
      }
    }
    near.sort(Comparator.comparingDouble(Contact::stretch));
    return near;
  }

  private static boolean hasRoom(Molecule molecule, int[] neighbours, int atom) {
    Element element = molecule.atoms().get(atom).element();
    return neighbours[atom] < Valences.mostNeighbours(element);
  }
}
