package dev.athanor.models.elements.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.ModelException;
import dev.athanor.models.weights.WeightFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the head for superconductors is made of: blocks of rows, neighbours, joined odds. */
final class SuperconductorPartsTest {
  private static final long SEED = 7;
  private static final int FIRST = CompositionDescriptor.SIZE;
  private static final int DENSITY = 2;
  private static final int NEAREST = 9;
  private static final int NEAREST_LABEL = 10;

  @Test
  void manyRowsGetTheAnswersOfSingleRows() {
    Random random = new Random(SEED);
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < 203; i++) {
      float[] row = {random.nextFloat(), random.nextFloat(), random.nextFloat()};
      row[random.nextInt(3)] = random.nextBoolean() ? Float.NaN : 0.5f;
      rows.add(row);
    }
    float[] targets = new float[rows.size()];
    float[] weights = new float[rows.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = Float.isNaN(rows.get(i)[1]) ? 2 : rows.get(i)[0] > 0.5f ? 1 : 0;
      weights[i] = 1;
    }
    BoostedTrees trees =
        BoostedTrees.fit(
            rows,
            targets,
            weights,
            BoostedTrees.Objective.SQUARED,
            new BoostingSettings(40, 4, 0.2, 1, 0.8, 1, 1),
            SEED);
    double[] together = trees.predict(rows);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(together[i]).isEqualTo(trees.predict(rows.get(i)));
    }
    double[][] ensemble = new TreeEnsemble(List.of(trees, trees)).predict(rows);
    assertThat(ensemble).isDeepEqualTo(new double[][] {together, together});
    assertThat(trees.predict(List.of())).isEmpty();
  }

  @Test
  void joinedOddsAreThoseThatMadeTheClasses() {
    Random random = new Random(SEED);
    int count = 20_000;
    double[] x = new double[count];
    double[] y = new double[count];
    double[] weights = new double[count];
    boolean[] positive = new boolean[count];
    LogisticStack truth = new LogisticStack(1.5, -0.7, 0.3);
    for (int i = 0; i < count; i++) {
      x[i] = random.nextGaussian();
      y[i] = random.nextGaussian();
      weights[i] = 1;
      positive[i] = random.nextDouble() < truth.probability(x[i], y[i]);
    }
    LogisticStack found = LogisticStack.fit(x, y, positive, weights);
    assertThat(found.first()).isCloseTo(1.5, within(0.1));
    assertThat(found.second()).isCloseTo(-0.7, within(0.1));
    assertThat(found.offset()).isCloseTo(0.3, within(0.1));
  }

  private static float[] descriptor(String formula) {
    return CompositionDescriptor.of(Composition.parse(formula));
  }

  private static MeasuredNeighbours neighbours() {
    List<MeasuredNeighbours.Measured> rows = new ArrayList<>();
    rows.add(new MeasuredNeighbours.Measured(descriptor("Nb3Sn"), true, Math.log1p(18), 1, 0));
    rows.add(new MeasuredNeighbours.Measured(descriptor("Nb6Sn2"), true, Math.log1p(18), 1, 0));
    rows.add(new MeasuredNeighbours.Measured(descriptor("Nb3Ge"), true, Math.log1p(23), 1, 1));
    rows.add(new MeasuredNeighbours.Measured(descriptor("NaCl"), false, 0, 1, 2));
    return MeasuredNeighbours.of(rows);
  }

  @Test
  void neighboursAreThoseWithTheSameElementsInTheSameAmounts() {
    MeasuredNeighbours neighbours = neighbours();
    assertThat(neighbours.count()).isEqualTo(3);
    float[] exact = neighbours.extend(descriptor("Nb3Sn"));
    assertThat(exact).hasSize(CompositionDescriptor.SIZE + MeasuredNeighbours.SIZE);
    assertThat(Arrays.copyOf(exact, FIRST)).containsExactly(descriptor("Nb3Sn"), within(0f));
    assertThat(exact[FIRST + NEAREST]).isCloseTo(0, within(1e-5f));
    assertThat(exact[FIRST + NEAREST_LABEL]).isEqualTo(1);
    float[] potassium = neighbours.extend(descriptor("KCl"));
    assertThat(potassium[FIRST + NEAREST]).isCloseTo(1, within(1e-5f));
    assertThat(potassium[FIRST + NEAREST_LABEL]).isZero();
    float[] alone = neighbours.extend(descriptor("Fe"));
    assertThat(alone[FIRST + NEAREST_LABEL]).isNaN();
  }

  @Test
  void aGroupThatIsLeftOutIsNotSeen() {
    MeasuredNeighbours neighbours = neighbours();
    float[] without = neighbours.extend(descriptor("Nb3Sn"), 0);
    // three quarters niobium are shared with Nb3Ge: 2 - 2 * 0.75
    assertThat(without[FIRST + NEAREST]).isCloseTo(0.5f, within(1e-5f));
    float[] nothing = neighbours.extend(descriptor("Nb3Sn"), 0, 1);
    assertThat(nothing[FIRST + NEAREST_LABEL]).isNaN();
    assertThat(nothing[FIRST + DENSITY]).isLessThan(without[FIRST + DENSITY]);
  }

  @Test
  void neighboursSurviveTheirFileAndDamageIsRefused() {
    MeasuredNeighbours neighbours = neighbours();
    Map<String, float[]> arrays = new HashMap<>();
    neighbours.store(arrays);
    MeasuredNeighbours again = MeasuredNeighbours.of(new WeightFile("toy", "1", Map.of(), arrays));
    assertThat(again.extend(descriptor("Nb3Al"), 1))
        .containsExactly(neighbours.extend(descriptor("Nb3Al"), 1), within(0f));
    float[] places = Objects.requireNonNull(arrays.get("neighbours.places"));
    arrays.put("neighbours.places", Arrays.copyOf(places, places.length - 2));
    assertThatThrownBy(() -> MeasuredNeighbours.of(new WeightFile("toy", "1", Map.of(), arrays)))
        .isInstanceOf(IllegalArgumentException.class);
    arrays.remove("neighbours.places");
    assertThatThrownBy(() -> MeasuredNeighbours.of(new WeightFile("toy", "1", Map.of(), arrays)))
        .isInstanceOf(ModelException.class);
  }
}
