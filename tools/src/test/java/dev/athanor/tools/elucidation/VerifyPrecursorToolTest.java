package dev.athanor.tools.elucidation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.tools.TestingCrystals;
import dev.athanor.tools.TestingElucidator;
import dev.athanor.tools.TestingToolContext;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolCatalogue;
import dev.athanor.tools.ToolContract;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.synthesis.DraftSynthesisListTool;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifyPrecursorToolTest extends ToolContract {
  @Override
  protected Tool<?, ?> tool() {
    return new VerifyPrecursorTool(new TestingElucidator());
  }

  @Override
  protected JsonNode sample() {
    return spectra().put("smiles", "OCC");
  }

  @Override
  protected int checksOfSample() {
    return 2;
  }

  private static ObjectNode spectra() {
    return json("{}").put("text", TestingSpectra.LINE).put("name", "one.jsonl");
  }

  @Test
  void givesAPValueAndAVerdict() {
    JsonNode ethanol = run(sample());
    assertThat(ethanol.path("verdict").asText()).isEqualTo("CONSISTENT");
    assertThat(ethanol.path("p_value").asDouble()).isEqualTo(0.4);
    assertThat(ethanol.path("smiles").asText()).isEqualTo("CCO");
    JsonNode ethane = run(spectra().put("smiles", "CC"));
    assertThat(ethane.path("verdict").asText()).isEqualTo("INCONSISTENT");
    assertThat(ethane.path("formula").asText()).isEqualTo("C2H6");
    SpectralReport report = SpectralReport.load(ethane.path("report").asText(), artifacts);
    assertThat(report.molecules()).hasSize(1);
    assertThat(report.molecules().get(0).probability()).isEmpty();
    assertThat(report.molecules().get(0).atoms()).hasSize(8);
  }

  @Test
  void whatTheModelCannotSayIsOutside() {
    JsonNode result = run(spectra().put("smiles", "CCCl"));
    assertThat(result.path("verdict").asText()).isEqualTo("OUTSIDE");
    assertThat(result.path("outside").asText()).isEqualTo("there is chlorine in it");
    assertThat(result.has("p_value")).isFalse();
  }

  @Test
  void anotherFormulaThanTheMoleculesIsRemarked() {
    JsonNode result =
        run(json("{'smiles':'CO'}").put("text", TestingSpectra.MEASURED).put("name", "a.jdx"));
    assertThat(result.path("remarks")).anyMatch(remark -> remark.asText().contains("C2H6O"));
  }

  @Test
  void theMoleculesOfASynthesisListCanBeChecked() {
    String list = list();
    JsonNode gas = run(spectra().put("list", list).put("species", "CO2"));
    assertThat(gas.path("smiles").asText()).isEqualTo("O=C=O");
    assertThat(gas.path("role").asText()).startsWith("carbon dioxide: leaves BaCO3");
    assertThat(run(spectra().put("list", list)).path("formula").asText()).isEqualTo("CO2");

    ToolException salt = failure(spectra().put("list", list).put("species", "BaCO3"));
    assertThat(salt.code()).isEqualTo(ToolErrors.UNSUPPORTED);
    assertThat(salt.whatToDo()).contains("CO2");
    assertThat(failure(spectra().put("list", list).put("item", 2)).code())
        .isEqualTo(ToolErrors.NOT_FOUND);
  }

  @Test
  void oneMoleculeIsNeeded() {
    assertThat(failure(spectra()).code()).isEqualTo(ToolErrors.INVALID_ARGUMENTS);
    assertThat(failure(spectra().put("smiles", "C.C")).code()).isEqualTo(ToolErrors.BAD_INPUT);
    assertThat(failure(spectra().put("smiles", "not a molecule")).code())
        .isEqualTo(ToolErrors.BAD_INPUT);
  }

  private String list() {
    String crystal = TestingCrystals.address(artifacts, TestingCrystals.b2(Element.Ba, Element.O));
    ToolCatalogue catalogue = ToolCatalogue.of(List.of(new DraftSynthesisListTool()));
    ObjectNode arguments = json("{}");
    arguments.putArray("crystals").add(crystal);
    return catalogue
        .run("draft_synthesis_list", arguments, new TestingToolContext(artifacts))
        .path("list")
        .asText();
  }
}
