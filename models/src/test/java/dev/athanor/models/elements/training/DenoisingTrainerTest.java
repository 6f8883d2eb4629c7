package dev.athanor.models.elements.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.elements.TestingCrystals;
import dev.athanor.models.elements.graph.GraphSettings;
import dev.athanor.models.elements.network.DenoisingNetworkSettings;
import dev.athanor.models.learning.Checkpoint;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.learning.Schedule;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The equivariant network learns, keeps its history, and some crystals it sees are at rest. */
final class DenoisingTrainerTest {
  private static final DenoisingNetworkSettings SMALL =
      new DenoisingNetworkSettings(new GraphSettings(8, 5), 8, 2, 8, 4);

  private static final List<Crystal> SALTS =
      List.of(
          TestingCrystals.rockSalt(Element.Na, Element.Cl, 5.64),
          TestingCrystals.rockSalt(Element.K, Element.Br, 6.6));

  @Test
  void learnsAndKeepsItsHistory(@TempDir Path folder) {
    Path checkpoint = folder.resolve("checkpoint");
    Schedule schedule = new Schedule(3e-3, 20, 2L * DenoisingTrainer.ROUND);
    DenoisingTrainer trainer = new DenoisingTrainer(SMALL, schedule, 2, 1, ProgressListener.SILENT);
    float[] values = trainer.train(SALTS, SALTS, checkpoint);

    Checkpoint saved = Checkpoint.read(checkpoint, trainer.identity(SALTS), values.length);
    assertThat(saved.history()).hasSize(2);
    assertThat(saved.history().get(1).training()).isLessThan(saved.history().get(0).training());
    // a training that is over gives its weights again
    assertThat(
            new DenoisingTrainer(SMALL, schedule, 2, 1, ProgressListener.SILENT)
                .train(SALTS, SALTS, checkpoint))
        .containsExactly(values, within(0f));
    assertThatThrownBy(() -> trainer.train(SALTS.subList(0, 1), SALTS, checkpoint))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelErrors.TRAINING_BEGUN))
        .hasMessageContaining("other data");
  }

  @Test
  void someCrystalsAreAtRestAndNoneIsFarOff() {
    Random random = new Random(8);
    int still = 0;
    for (int i = 0; i < 400; i++) {
      Disturbance disturbance = Disturbance.draw(SALTS.get(0), random);
      boolean rest = disturbance.level().rattle() == 0 && disturbance.level().strain() == 0;
      still += rest ? 1 : 0;
      assertThat(disturbance.level().rattle()).isBetween(0.0, 0.3);
      assertThat(disturbance.level().strain()).isBetween(0.0, 0.09);
      if (rest) {
        assertThat(disturbance.perturbation().strain()).containsOnly(0f);
      }
    }
    assertThat(still).isBetween(5, 80);
  }
}
