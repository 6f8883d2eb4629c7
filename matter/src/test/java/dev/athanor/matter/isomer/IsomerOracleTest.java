package dev.athanor.matter.isomer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.matter.oracle.OracleProcess;
import dev.athanor.matter.oracle.OracleReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether RDKit, too, finds that no isomer comes twice and every one is a molecule. */
@Tag("oracle")
class IsomerOracleTest {
  private static final List<String> FORMULAS =
      List.of("C6H6", "C5H8O", "C4H5NO", "C3H4N2O", "C4H6FNO", "C6H6O", "C2H3N3O2", "C7H12O");

  @Test
  void noneComesTwice() {
    IsomerSettings settings =
        IsomerSettings.plausible().without(Set.of()).within(1_000_000, Duration.ofMinutes(10));
    List<Map<String, Object>> requests = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (String formula : FORMULAS) {
      List<String> smiles =
          IsomerEnumeration.list(Composition.parse(formula), settings).isomers().stream()
              .map(Smiles::write)
              .toList();
      sizes.add(smiles.size());
      requests.add(Map.of("kind", "distinct", "smiles", smiles));
    }
    List<JsonNode> answers = OracleProcess.run("molecules", requests, Duration.ofMinutes(10));
    OracleReport report =
        OracleReport.section("molecules", "isomers", "Constitutional isomers")
            .compared(
                "canonical SMILES by RDKit of all our isomers of " + String.join(", ", FORMULAS),
                sizes.stream().mapToInt(Integer::intValue).sum())
            .note(
                "Drawings of one ring count as one here when the hydrogens agree, in RDKit when the"
                    + " ring is aromatic: bond-shifted rings of four and eight would differ.");
    int unsound = 0;
    int twice = 0;
    for (int i = 0; i < FORMULAS.size(); i++) {
      int sound = answers.get(i).path("sound").asInt();
      unsound += sizes.get(i) - sound;
      twice += sound - answers.get(i).path("distinct").asInt();
    }
    report
        .atMost("isomers that RDKit refuses", unsound, "1", 0)
        .atMost("isomers that RDKit has twice", twice, "1", 0)
        .conclude();
  }
}
