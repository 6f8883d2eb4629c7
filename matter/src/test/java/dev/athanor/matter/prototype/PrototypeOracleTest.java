package dev.athanor.matter.prototype;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.oracle.OracleProcess;
import dev.athanor.matter.oracle.OracleReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Structure types beside spglib (symmetry) and the AFLOW list (names). */
@Tag("oracle")
class PrototypeOracleTest {
  private static final double TOLERANCE = 1e-3;

  @Test
  void theTypesAreWhatSpglibAndAflowSay() {
    List<Prototype> types = PrototypeLibrary.standard().all();
    List<JsonNode> answers =
        OracleProcess.run(
            "prototypes",
            types.stream().map(PrototypeOracleTest::request).toList(),
            Duration.ofMinutes(30));
    OracleReport report =
        OracleReport.section("prototypes", "types", "Structure types")
            .compared(
                "space group and occupied positions against spglib, names and Pearson symbols"
                    + " against the AFLOW prototypes that pymatgen's matcher finds",
                types.size());
    int otherSymmetry = 0;
    int otherCell = 0;
    int otherSymbol = 0;
    int named = 0;
    for (int i = 0; i < types.size(); i++) {
      Prototype type = types.get(i);
      JsonNode answer = answers.get(i);
      if (answer.path("number").asInt() != type.spaceGroupNumber()
          || !multiplicities(answer.path("multiplicities")).equals(multiplicities(type))) {
        otherSymmetry++;
        report.disagreement(type.name(), type.occupation(), answer.toString(), "symmetry");
      }
      if (!answer.path("aflow").isEmpty()) {
        named++;
        if (!agrees(type, answer.path("aflow"), false)) {
          otherCell++;
          report.disagreement(
              type.name(), type.pearson(), answer.path("aflow").toString(), "another cell");
        } else if (!agrees(type, answer.path("aflow"), true)) {
          otherSymbol++;
          report.disagreement(
              type.name(),
              type.strukturbericht().orElse("-"),
              answer.path("aflow").toString(),
              "the list has a type of the same group and positions, not this one");
        }
      }
    }
    report
        .atMost("types with another space group or other positions", otherSymmetry, "", 0)
        .figure("types that AFLOW has", named, "")
        .atMost("of them with another Pearson symbol or space group", otherCell, "", 0)
        .atMost("of them with another Strukturbericht symbol", otherSymbol, "", 1)
        .conclude();
  }

  /**
   * One of the matches has our Pearson symbol and space group, and our Strukturbericht if asked.
   * La2O3 (D5_2) is not in the list, but Ni2Al3 (D5_13) is, on the same positions.
   */
  private static boolean agrees(Prototype type, JsonNode matches, boolean symbols) {
    for (JsonNode tags : matches) {
      String[] label = tags.path("aflow").asText().split("_", -1);
      String symbol = tags.path("strukturbericht").asText();
      boolean cell =
          tags.path("pearson").asText().equals(type.pearson())
              && label.length > 2
              && label[2].equals(Integer.toString(type.spaceGroupNumber()));
      boolean same =
          !symbols
              || symbol.equals("None")
              || type.strukturbericht().isEmpty()
              || type.strukturbericht().get().equals(symbol);
      if (cell && same) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, List<Integer>> multiplicities(Prototype type) {
    Map<String, List<Integer>> result = new TreeMap<>();
    for (WyckoffOrbit orbit : type.orbits()) {
      String element = String.valueOf(type.reference().get(orbit.slot()));
      result.computeIfAbsent(element, e -> new ArrayList<>()).add(orbit.multiplicity());
    }
    result.values().forEach(list -> list.sort(null));
    return result;
  }

  private static Map<String, List<Integer>> multiplicities(JsonNode node) {
    Map<String, List<Integer>> result = new TreeMap<>();
    node.properties()
        .forEach(
            field -> {
              List<Integer> counts = new ArrayList<>();
              field.getValue().forEach(count -> counts.add(count.asInt()));
              result.put(field.getKey(), counts);
            });
    return result;
  }

  private static Map<String, Object> request(Prototype type) {
    Crystal crystal = type.referenceCrystal();
    return Map.of(
        "id",
        type.name(),
        "tolerance",
        TOLERANCE,
        "lattice",
        crystal.lattice().rows(),
        "species",
        crystal.sites().stream().map(site -> site.majorElement().symbol()).toList(),
        "frac_coords",
        crystal.sites().stream()
            .map(s -> List.of(s.position().x(), s.position().y(), s.position().z()))
            .toList());
  }
}
