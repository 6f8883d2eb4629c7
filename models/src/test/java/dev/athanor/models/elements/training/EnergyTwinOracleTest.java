package dev.athanor.models.elements.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.models.elements.TestingCrystals;
import dev.athanor.models.elements.graph.GraphSettings;
import dev.athanor.models.elements.network.EnergyNetwork;
import dev.athanor.models.elements.network.EnergyNetworkSettings;
import dev.athanor.models.elements.network.EnergyOutput;
import dev.athanor.models.elements.network.EnergyPredictor;
import dev.athanor.models.elements.network.EnergyWeights;
import dev.athanor.models.weights.WeightFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network in PyTorch under Python answers as the one here, from the same files. */
@Tag("oracle")
final class EnergyTwinOracleTest {
  private static final EnergyNetworkSettings SETTINGS =
      new EnergyNetworkSettings(new GraphSettings(24, 6), 128, 64, 4, 40);

  @Test
  void agreesOnEveryAnswerAndOnTheWeightsThatItWrites(@TempDir Path folder) throws Exception {
    List<EnergySample> samples = new ArrayList<>();
    for (Crystal crystal : TestingCrystals.all()) {
      samples.add(
          EnergySample.of(
              new CrystalRecord(
                  "crystal", crystal, Map.of("formation_energy_per_atom", -1.5), Map.of()),
              SETTINGS.graph()));
    }
    float[] references = new float[104];
    for (int i = 1; i < references.length; i++) {
      references[i] = -0.01f * i;
    }
    EnergyWeights weights =
        new EnergyWeights(
            SETTINGS, new EnergyNetwork(SETTINGS).layout().initial(7), references, 0.8);
    Path graphs = folder.resolve("graphs.athg");
    EnergyGraphFile.write(
        graphs, samples, Collections.nCopies(samples.size(), EnergyGraphFile.Kind.OWN), weights, 0);
    Path original = folder.resolve("original.weights");
    WeightFile file =
        new WeightFile(EnergyWeights.MODEL, "test", weights.fileSettings(), weights.fileArrays());
    try (OutputStream out = Files.newOutputStream(original)) {
      file.write(out);
    }
    Path copy = folder.resolve("copy.weights");
    JsonNode answer = python(graphs, original, copy);
    try (EnergyPredictor predictor = new EnergyPredictor(weights)) {
      List<EnergyOutput> outputs =
          predictor.predict(samples.stream().map(EnergySample::graph).toList());
      for (int i = 0; i < outputs.size(); i++) {
        EnergyOutput ours = outputs.get(i);
        assertThat(answer.path("energy").path(i).asDouble()).isCloseTo(ours.energy(), within(1e-5));
        assertThat(answer.path("gap").path(i).asDouble()).isCloseTo(ours.gap(), within(1e-5));
        assertThat(answer.path("scale").path(i).asDouble()).isCloseTo(ours.scale(), within(1e-5));
      }
    }
    try (InputStream in = Files.newInputStream(copy)) {
      WeightFile again = WeightFile.read(in, EnergyWeights.MODEL);
      assertThat(again.settings()).isEqualTo(file.settings());
      assertThat(EnergyWeights.of(again).values()).containsExactly(weights.values(), within(0f));
    }
    assertThat(answer.path("loss").asDouble()).isPositive();
    assertThat(answer.path("gradient").asDouble()).isPositive();
  }

  private static JsonNode python(Path... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("oracles.python", "/usr/bin/python3"));
    command.add("src/test/python/energy_twin.py");
    for (Path argument : arguments) {
      command.add(argument.toString());
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    JsonNode answer;
    try (InputStream in = process.getInputStream()) {
      answer = new ObjectMapper().readTree(in.readAllBytes());
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as("python3-torch must be installed").isZero();
    return answer;
  }
}
