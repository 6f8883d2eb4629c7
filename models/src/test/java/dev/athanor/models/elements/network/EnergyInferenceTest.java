package dev.athanor.models.elements.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import dev.athanor.models.elements.TestingCrystals;
import dev.athanor.models.elements.graph.CrystalGraph;
import dev.athanor.models.elements.graph.CrystalGraphBuilder;
import dev.athanor.models.elements.graph.GraphSettings;
import dev.athanor.models.learning.TorchEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers are what the network that is trained would say. */
final class EnergyInferenceTest {
  private static final EnergyNetworkSettings SETTINGS =
      new EnergyNetworkSettings(new GraphSettings(16, 6), 32, 16, 3, 20);

  @Test
  void agreesWithTheNetworkThatIsTrained() {
    EnergyNetwork network = new EnergyNetwork(SETTINGS);
    float[] values = network.layout().initial(20261123);
    List<CrystalGraph> graphs =
        TestingCrystals.all().stream()
            .map(crystal -> CrystalGraphBuilder.build(crystal, SETTINGS.graph()))
            .toList();
    for (List<CrystalGraph> part : List.of(graphs, graphs.subList(1, 2))) {
      GraphBatch batch = GraphBatch.of(part);
      try (NDManager manager = TorchEngine.newManager()) {
        EnergyNetwork.Result trained = network.forward(manager.create(values), batch, manager);
        EnergyInference inference = new EnergyInference(network, values, manager);
        EnergyInference.Answers first = inference.forward(batch, manager);
        EnergyInference.Answers again = inference.forward(batch, manager);
        assertClose(first.outputs(), trained.outputs().toFloatArray());
        assertClose(first.features(), trained.pooling().matMul(trained.nodes()).toFloatArray());
        // nothing that is shared between calls was changed in place
        assertClose(again.outputs(), first.outputs());
      }
    }
  }

  private static void assertClose(float[] found, float[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).isCloseTo(expected[i], within(1e-5f));
    }
  }
}
