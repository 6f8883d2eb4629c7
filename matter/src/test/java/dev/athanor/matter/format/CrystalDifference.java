package dev.athanor.matter.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What first tells a crystal of ours from one that an oracle read: cell (1e-5), composition, or an
 * atom that is not where the other has it (0.05 angstrom) as much as the other has it (0.011).
 */
final class CrystalDifference {
  private static final double CELL = 1e-5;
  private static final double PLACE = 0.05;
  private static final double OCCUPANCY = 0.011;

  private CrystalDifference() {}

  /** One element's share of one place, fractional coordinates. */
  record Atom(String symbol, double share, Vector3 place) {}

  /** In words, ours first; empty where the two are the same. */
  static Optional<String> of(Crystal ours, JsonNode theirs) {
    double[] cell = parameters(ours.lattice());
    for (int i = 0; i < 6; i++) {
      double other = theirs.path("cell").path(i).asDouble();
      if (!(Math.abs(cell[i] - other) <= CELL * Math.max(1, cell[i]))) {
        return Optional.of(
            String.format(Locale.ROOT, "cell parameter %d: %.6f, %.6f", i + 1, cell[i], other));
      }
    }
    List<Atom> mine = atoms(ours);
    List<Atom> others = atoms(theirs);
    String composition = composition(mine);
    if (differ(amounts(mine), amounts(others))) {
      return Optional.of(composition + " | " + composition(others));
    }
    for (Atom atom : mine) {
      double here = share(mine, atom, ours.lattice());
      double there = share(others, atom, ours.lattice());
      if (Math.abs(here - there) > OCCUPANCY) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "%s at %.4f %.4f %.4f: %.3f | %.3f",
                atom.symbol(),
                atom.place().x(),
                atom.place().y(),
                atom.place().z(),
                here,
                there));
      }
    }
    return Optional.empty();
  }

  static double[] parameters(Lattice lattice) {
    return new double[] {
      lattice.a().length(),
      lattice.b().length(),
      lattice.c().length(),
      lattice.alpha(),
      lattice.beta(),
      lattice.gamma()
    };
  }

  static String composition(Crystal crystal) {
    return composition(atoms(crystal));
  }

  static String composition(JsonNode theirs) {
    return composition(atoms(theirs));
  }

  private static List<Atom> atoms(Crystal crystal) {
    List<Atom> atoms = new ArrayList<>();
    for (Site site : crystal.sites()) {
      for (Map.Entry<Element, Double> entry : site.occupancies().entrySet()) {
        atoms.add(new Atom(entry.getKey().symbol(), entry.getValue(), site.position()));
      }
    }
    return atoms;
  }

  private static List<Atom> atoms(JsonNode theirs) {
    List<Atom> atoms = new ArrayList<>();
    for (JsonNode atom : theirs.path("atoms")) {
      String symbol = atom.path(0).asText();
      atoms.add(
          new Atom(
              symbol.equals("D") || symbol.equals("T") ? "H" : symbol,
              atom.path(1).asDouble(),
              new Vector3(
                  atom.path(2).asDouble(), atom.path(3).asDouble(), atom.path(4).asDouble())));
    }
    return atoms;
  }

  private static double share(List<Atom> atoms, Atom at, Lattice lattice) {
    double sum = 0;
    for (Atom atom : atoms) {
      if (atom.symbol().equals(at.symbol())
          && distance(atom.place(), at.place(), lattice) < PLACE) {
        sum += atom.share();
      }
    }
    return sum;
  }

  private static double distance(Vector3 a, Vector3 b, Lattice lattice) {
    Vector3 d = a.minus(b);
    return lattice
        .toCartesian(
            new Vector3(
                d.x() - Math.rint(d.x()), d.y() - Math.rint(d.y()), d.z() - Math.rint(d.z())))
        .length();
  }

  private static boolean differ(Map<String, Double> a, Map<String, Double> b) {
    TreeSet<String> symbols = new TreeSet<>(a.keySet());
    symbols.addAll(b.keySet());
    for (String symbol : symbols) {
      double mine = a.getOrDefault(symbol, 0.0);
      if (Math.abs(mine - b.getOrDefault(symbol, 0.0)) > 0.02 + 5e-4 * mine) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, Double> amounts(List<Atom> atoms) {
    Map<String, Double> amounts = new TreeMap<>();
    atoms.forEach(atom -> amounts.merge(atom.symbol(), atom.share(), Double::sum));
    return amounts;
  }

  private static String composition(List<Atom> atoms) {
    StringBuilder text = new StringBuilder();
    amounts(atoms)
        .forEach(
            (symbol, amount) ->
                text.append(text.isEmpty() ? "" : " ")
                    .append(symbol)
                    .append(
                        Math.abs(amount - Math.rint(amount)) < 5e-4
                            ? String.valueOf(Math.round(amount))
                            : String.format(Locale.ROOT, "%.3f", amount)));
    return text.toString();
  }
}
