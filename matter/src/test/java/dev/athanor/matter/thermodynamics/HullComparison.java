package dev.athanor.matter.thermodynamics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.oracle.OracleReport;
import dev.athanor.matter.thermodynamics.HullOracleTest.HullCase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far our hulls and pymatgen's are apart. */
final class HullComparison {
  private static final double BAR = 1e-9;

  private final List<HullCase> cases;
  private final List<JsonNode> answers;
  private double distance;
  private double energy;
  private double separation;
  private double share;
  private int distances;
  private int separations;
  private int same;
  private int tied;
  private int different;

  HullComparison(List<HullCase> cases, List<JsonNode> answers) {
    this.cases = cases;
    this.answers = answers;
  }

  OracleReport addTo(OracleReport report) {
    for (int i = 0; i < cases.size(); i++) {
      JsonNode answer = answers.get(i);
      if (answer.has("error")) {
        throw new AssertionError("pymatgen failed on set " + i + ": " + answer.path("error"));
      }
      entries("set " + i, cases.get(i), answer, report);
      queries("set " + i, cases.get(i), answer, report);
    }
    return report
        .atMost(
            "largest difference of a hull distance (" + distances + ")", distance, "eV/atom", BAR)
        .atMost("largest difference of a hull energy between phases", energy, "eV/atom", BAR)
        .atMost(
            "largest difference of a decomposition energy of stable compounds ("
                + separations
                + ")",
            separation,
            "eV/atom",
            BAR)
        .figure("decompositions into the same phases", same, "")
        .atMost("largest difference of a share in these", share, "", 1e-8)
        .figure("decompositions into other phases of equal energy", tied, "")
        .atMost("decompositions into other phases of another energy", different, "", 0);
  }

  private void entries(String id, HullCase hull, JsonNode answer, OracleReport report) {
    for (int e = 0; e < hull.entries().size(); e++) {
      PhaseEntry entry = hull.entries().get(e);
      double ours = hull.diagram().energyAboveHull(entry);
      double theirs = answer.path("above").get(e).asDouble();
      distances++;
      distance = Math.max(distance, Math.abs(ours - theirs));
      if (Math.abs(ours - theirs) > BAR) {
        report.disagreement(
            id + ", " + entry.composition().formula(), "" + ours, "" + theirs, "hull distance");
      }
      shares(
          hull,
          hull.diagram().decompose(entry.composition()),
          answer.path("decompositions").get(e),
          0);
    }
    answer
        .path("separation")
        .properties()
        .forEach(
            stable -> {
              PhaseEntry entry = hull.entries().get(Integer.parseInt(stable.getKey()));
              double ours = hull.diagram().distanceToHullOfOthers(entry);
              separations++;
              separation = Math.max(separation, Math.abs(ours - stable.getValue().asDouble()));
              if (Math.abs(ours - stable.getValue().asDouble()) > BAR) {
                report.disagreement(
                    id + ", " + entry.composition().formula(),
                    "" + ours,
                    stable.getValue().asText(),
                    "decomposition energy");
              }
            });
  }

  private void queries(String id, HullCase hull, JsonNode answer, OracleReport report) {
    for (int q = 0; q < hull.queries().size(); q++) {
      Decomposition ours = hull.diagram().decompose(hull.queries().get(q));
      JsonNode theirs = answer.path("mixtures").get(q);
      double difference = Math.abs(ours.hullEnergy() - theirs.path("energy").asDouble());
      energy = Math.max(energy, difference);
      if (difference > BAR) {
        report.disagreement(
            id + ", " + hull.queries().get(q).formula(),
            "" + ours.hullEnergy(),
            theirs.path("energy").asText(),
            "hull energy");
      }
      shares(hull, ours, theirs.path("shares"), difference);
    }
  }

  /** Phases of one composition and energy are the same phase here. */
  private void shares(HullCase hull, Decomposition ours, JsonNode theirs, double difference) {
    Map<String, Double> mine = new TreeMap<>();
    ours.shares().forEach(s -> mine.merge(key(s.entry()), s.fraction(), Double::sum));
    Map<String, Double> other = new TreeMap<>();
    theirs
        .properties()
        .forEach(
            s ->
                other.merge(
                    key(hull.entries().get(Integer.parseInt(s.getKey()))),
                    s.getValue().asDouble(),
                    Double::sum));
    if (mine.keySet().equals(other.keySet())) {
      same++;
      mine.forEach(
          (phase, fraction) ->
              share = Math.max(share, Math.abs(fraction - other.getOrDefault(phase, 0.0))));
    } else if (difference <= BAR) {
      tied++;
    } else {
      different++;
    }
  }

  private static String key(PhaseEntry entry) {
    return entry.composition().reducedFormula() + " " + entry.formationEnergyPerAtom();
  }
}
