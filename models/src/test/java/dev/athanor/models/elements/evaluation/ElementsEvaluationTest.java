package dev.athanor.models.elements.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.elements.TestingCrystals;
import dev.athanor.models.elements.training.ProgressListener;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measures themselves; the figures come from a run over the real data. */
final class ElementsEvaluationTest {
  @Test
  void displacementIgnoresDriftAndCellBorders() {
    Crystal crystal = TestingCrystals.triclinic();
    Crystal shifted = TestingCrystals.translated(crystal, new Vector3(0.4, 0.3, 0.2));
    assertThat(RelaxationBenchmark.displacement(crystal, shifted)).isCloseTo(0, within(1e-9));
  }

  @Test
  void missingDataIsSaid(@TempDir Path folder) {
    assertThatThrownBy(
            () ->
                ElementsEvaluation.run(
                    folder.resolve("nowhere"),
                    Optional.empty(),
                    folder.resolve("figures.json"),
                    "none",
                    ProgressListener.SILENT))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelErrors.BAD_DATA));
  }
}
