package dev.athanor.models.diffspectra.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Element;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Samplers end where a perfect predictor says, and are as accurate as their order. */
final class SamplerTest {
  private static final double VARIANCE = 0.3;

  /** The exact predictor of data that are normal with this variance. */
  private static final DataPredictor NORMAL =
      (noisy, time, previous) -> {
        double a = NoiseSchedule.signal(time);
        double sigma = NoiseSchedule.noise(time);
        return noisy.plus(a * VARIANCE / (a * a * VARIANCE + sigma * sigma), noisy, 0);
      };

  private static Sampler sampler(DataPredictor predictor, SamplerSettings settings) {
    return new Sampler(predictor, settings, Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void endsAtTheMoleculeThatIsPredicted(SamplerSettings.Method method) {
    MoleculeState target = MoleculeState.noise(2, 3, new Random(5));
    MoleculeState drawn =
        sampler((noisy, time, previous) -> target, new SamplerSettings(method, 10, 1)).sample(2, 3);
    assertThat(drawn.positions()).containsExactly(target.positions(), within(1e-6f));
    assertThat(drawn.bonds()).containsExactly(target.bonds(), within(1e-6f));
  }

  @ParameterizedTest
  @EnumSource
  void drawsWithTheSpreadOfTheData(SamplerSettings.Method method) {
    MoleculeState drawn = sampler(NORMAL, new SamplerSettings(method, 400, 2)).sample(300, 6);
    double squares = 0;
    for (float value : drawn.features()) {
      squares += value * value;
    }
    // 300 x 6 x 7 values: the standard error of the variance is 1.3 %
    assertThat(squares / drawn.features().length).isCloseTo(VARIANCE, within(0.06 * VARIANCE));
  }

  @Test
  void equalSeedsDrawEqualMoleculesAndOthersOthers() {
    SamplerSettings settings = new SamplerSettings(SamplerSettings.Method.ANCESTRAL, 5, 7);
    float[] first = sampler(NORMAL, settings).sample(1, 4).positions();
    assertThat(sampler(NORMAL, settings).sample(1, 4).positions()).isEqualTo(first);
    SamplerSettings other = new SamplerSettings(SamplerSettings.Method.ANCESTRAL, 5, 8);
    assertThat(sampler(NORMAL, other).sample(1, 4).positions()).isNotEqualTo(first);
  }

  /** Largest departure from the exact path, which for normal data is a scaling of the noise. */
  private static double error(SamplerSettings.Method method, int steps) {
    MoleculeState start = MoleculeState.noise(4, 5, new Random(3));
    double a = NoiseSchedule.signal(NoiseSchedule.LARGEST_TIME);
    double spread = Math.sqrt(a * a * VARIANCE + 1 - a * a);
    MoleculeState drawn = sampler(NORMAL, new SamplerSettings(method, steps, 3)).sample(4, 5);
    double worst = 0;
    for (int i = 0; i < drawn.positions().length; i++) {
      double exact = Math.sqrt(VARIANCE) / spread * start.positions()[i];
      worst = Math.max(worst, Math.abs(drawn.positions()[i] - exact));
    }
    return worst;
  }

  @Test
  void theSecondOrderIsCloserInAsManySteps() {
    double first = error(SamplerSettings.Method.DDIM, 20);
    double second = error(SamplerSettings.Method.DPM_SOLVER, 20);
    assertThat(second).isLessThan(first / 3);
    assertThat(error(SamplerSettings.Method.DDIM, 1000)).isLessThan(0.01);
  }

  @Test
  void positionsStayCentredAndBondsSymmetric() {
    MoleculeState drawn =
        sampler(NORMAL, new SamplerSettings(SamplerSettings.Method.ANCESTRAL, 30, 4)).sample(1, 4);
    for (int axis = 0; axis < 3; axis++) {
      double sum = 0;
      for (int i = 0; i < 4; i++) {
        sum += drawn.positions()[3 * i + axis];
      }
      assertThat(sum).isCloseTo(0, within(1e-5));
    }
    assertThat(drawn.bonds()[drawn.bondAt(0, 1, 3)])
        .isEqualTo(drawn.bonds()[drawn.bondAt(0, 3, 1)]);
  }

  @Test
  void aKnownFormulaIsKept() {
    MoleculeCoding coding = new MoleculeCoding(Hydrogens.IMPLICIT);
    List<Element> elements = List.of(Element.O, Element.C, Element.F);
    SamplerSettings settings = new SamplerSettings(SamplerSettings.Method.DDIM, 4, 1);
    MoleculeState drawn =
        new Sampler(NORMAL, settings, Optional.of(coding.formula(elements))).sample(5, 3);
    for (DecodedMolecule molecule : coding.decode(drawn)) {
      assertThat(molecule.graph().elements().subList(0, 3)).isEqualTo(elements);
    }
  }

  @Test
  void stepsAreBounded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SamplerSettings(SamplerSettings.Method.DDIM, 1001, 1));
  }
}
