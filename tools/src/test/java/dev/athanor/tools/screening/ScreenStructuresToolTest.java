package dev.athanor.tools.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CrystalJsonLines;
import dev.athanor.screening.FolderCheckpoints;
import dev.athanor.tools.TestingAtomicModel;
import dev.athanor.tools.TestingCrystals;
import dev.athanor.tools.TestingKnowledge;
import dev.athanor.tools.TestingToolContext;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolCatalogue;
import dev.athanor.tools.ToolContract;
import dev.athanor.tools.ToolException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenStructuresToolTest extends ToolContract {
  private final TestingAtomicModel model = new TestingAtomicModel();

  @TempDir Path campaigns;

  @Override
  protected Tool<?, ?> tool() {
    return new ScreenStructuresTool(
        model,
        TestingKnowledge.knowledge(),
        campaign -> new FolderCheckpoints(campaigns.resolve(campaign)));
  }

  @Override
  protected JsonNode sample() {
    String address = artifacts.put(file(600).getBytes(StandardCharsets.UTF_8));
    return json("{'name':'many.jsonl','max_energy_above_hull':0.05,'forbidden_elements':['Hg'],"
            + "'min_superconductor_probability':0.2}")
        .put("file", address);
  }

  @Test
  void everyCrystalIsAccountedFor() {
    JsonNode result = run(sample());
    JsonNode funnel = result.path("funnel");

    assertThat(funnel.at("/0/entered").asInt()).isEqualTo(600);
    for (int i = 1; i < funnel.size(); i++) {
      assertThat(funnel.get(i).path("entered")).isEqualTo(funnel.get(i - 1).path("left"));
    }
    assertThat(funnel.get(funnel.size() - 1).path("left").asInt())
        .isEqualTo(result.path("survivors").asInt())
        .isPositive();
    // unreadable line, and the crystals with astatine that the model cannot handle
    assertThat(result.path("rejected").toString())
        .contains("MISSING_CELL")
        .contains("energy_above_hull: no weights for astatine");
    assertThat(result.at("/rows/0/critical_temperature/value").asDouble())
        .isGreaterThanOrEqualTo(result.at("/rows/1/critical_temperature/value").asDouble());
  }

  @Test
  void aCancelledCampaignResumesWithoutAskingTwice() {
    JsonNode whole = ToolCatalogue.of(List.of(other())).run(name(), sample(), context(1_000));
    int asked = model.asked();
    Throwable cancelled =
        catchThrowable(() -> ToolCatalogue.of(List.of(tool())).run(name(), sample(), context(3)));
    assertThat(cancelled).isInstanceOf(ToolException.class);
    int before = model.asked() - asked;

    JsonNode resumed = run(sample());

    assertThat(before).isPositive().isLessThan(asked);
    assertThat(model.asked() - asked).as("asked in both parts together").isEqualTo(asked);
    assertThat(resumed.toString()).isEqualTo(whole.toString());
  }

  private Tool<?, ?> other() {
    return new ScreenStructuresTool(
        model,
        TestingKnowledge.knowledge(),
        campaign -> dev.athanor.screening.Checkpoints.inMemory());
  }

  private TestingToolContext context(int checks) {
    return new TestingToolContext(artifacts, checks);
  }

  private String name() {
    return tool().description().name();
  }

  private static String file(int count) {
    Element[] elements = Element.values();
    StringBuilder lines = new StringBuilder("{\"species\":[]}\n");
    for (int i = 0; i < count; i++) {
      lines
          .append(
              CrystalJsonLines.format(
                  CrystalRecord.of(
                      "c" + i,
                      TestingCrystals.b2(elements[20 + i % 66], elements[21 + (i * 7) % 60]))))
          .append('\n');
    }
    return lines.toString();
  }
}
