package dev.athanor.tools.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CrystalJsonLines;
import dev.athanor.tools.TestingCrystals;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolContract;
import dev.athanor.tools.ToolErrors;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReadStructureToolTest extends ToolContract {
  private static final String CIF =
      """
      data_iron
      _cell_length_a 2.87
      _cell_length_b 2.87
      _cell_length_c 2.87
      _cell_angle_alpha 90
      _cell_angle_beta 90
      _cell_angle_gamma 90
      _symmetry_space_group_name_H-M 'I m -3 m'
      loop_
      _atom_site_label
      _atom_site_fract_x
      _atom_site_fract_y
      _atom_site_fract_z
      Fe1 0 0 0
      """;

  @Override
  protected Tool<?, ?> tool() {
    return new ReadStructureTool();
  }

  @Override
  protected JsonNode sample() {
    return json("{}").put("text", lines()).put("name", "two.jsonl");
  }

  @Override
  protected int checksOfSample() {
    return 3;
  }

  @Test
  void readsEveryCrystalAndSaysWhatIsWrongWithTheOthers() {
    JsonNode result =
        run(json("{}").put("text", lines() + "{\"lattice\": 3}\n").put("name", "x.jsonl"));

    assertThat(result.path("count").asInt()).isEqualTo(2);
    assertThat(result.at("/crystals/0/formula").asText()).isEqualTo("Nb3Sn");
    assertThat(result.at("/crystals/0/geometry").asText()).isEqualTo("PLAUSIBLE");
    assertThat(result.at("/rejected/0/code").asText()).isEqualTo("MISSING_CELL");
    assertThat(result.at("/rejected/0/reason").asText()).contains("line 3");
  }

  @Test
  void readsAStoredCifWithItsSymmetry() {
    String address = artifacts.put(CIF.getBytes(StandardCharsets.UTF_8));

    JsonNode result = run(json("{}").put("file", address.substring(0, 20)));

    assertThat(result.at("/crystals/0/formula").asText()).isEqualTo("Fe");
    assertThat(result.at("/crystals/0/atoms").asDouble()).isEqualTo(2);
    assertThat(result.at("/crystals/0/density").asDouble()).isBetween(7.5, 8.2);
  }

  @Test
  void wantsExactlyOneSource() {
    assertThat(failure(json("{}")).code()).isEqualTo(ToolErrors.INVALID_ARGUMENTS);
    assertThat(failure(json("{'file':'0123456789abcdef','text':'x'}")).code())
        .isEqualTo(ToolErrors.INVALID_ARGUMENTS);
    assertThat(failure(json("{'file':'0123456789abcdef'}")).code()).isEqualTo(ToolErrors.NOT_FOUND);
  }

  private static String lines() {
    return CrystalJsonLines.format(
            CrystalRecord.of("one", TestingCrystals.a15(Element.Nb, Element.Sn)))
        + "\n"
        + CrystalJsonLines.format(
            CrystalRecord.of("two", TestingCrystals.laves(Element.Zr, Element.Re)))
        + "\n";
  }
}
