package dev.athanor.models.elements.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.elements.heads.StructureDescriptor;
import dev.athanor.models.elements.heads.SuperconductorHead;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.weights.WeightFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A world in which alloys of niobium superconduct, those of copper do not, and salts are random.
 */
final class SuperconductorTrainerTest {
  private static final int WIDTH = 2;
  private static final List<String> PARTNERS =
      List.of("Al", "Ga", "In", "Si", "Ge", "Sn", "Ti", "Zr", "Hf", "Y", "La", "Sc");
  private static final List<String> ALKALI = List.of("Li", "Na", "K", "Rb", "Cs");
  private static final List<String> HALOGENS = List.of("F", "Cl", "Br", "I");

  private final List<TransitionSample> measured = new ArrayList<>();
  private final List<TransitionSample> unmeasured = new ArrayList<>();

  private SuperconductorTrainer.Fitted fit() {
    for (String partner : PARTNERS) {
      for (int amount = 1; amount <= 3; amount++) {
        measured.add(sample("Nb3" + partner + amount, 10, false));
        measured.add(sample("Cu3" + partner + amount, 0, false));
        measured.add(sample("Nb3" + partner + amount, 10, true));
        measured.add(sample("Cu3" + partner + amount, 0, true));
      }
    }
    for (String alkali : ALKALI) {
      for (String halogen : HALOGENS) {
        unmeasured.add(sample(alkali + halogen, 0, true));
        unmeasured.add(sample(alkali + "2" + halogen, 0, true));
      }
    }
    return SuperconductorTrainer.fit(
        measured,
        unmeasured,
        TransitionDataset.folds(measured, unmeasured),
        ProgressListener.SILENT);
  }

  private static float[] descriptor(String formula, boolean structured) {
    float[] descriptor = StructureDescriptor.of(Composition.parse(formula), WIDTH);
    if (structured) {
      for (int i = 0; i < descriptor.length; i++) {
        descriptor[i] = Float.isNaN(descriptor[i]) ? 1 : descriptor[i];
      }
    }
    return descriptor;
  }

  private static TransitionSample sample(String formula, double temperature, boolean structured) {
    return new TransitionSample(
        formula,
        Composition.parse(formula).chemicalSystem(),
        "",
        descriptor(formula, structured),
        temperature,
        1,
        structured);
  }

  @Test
  void headsTellClassesOfSystemsThatTheyHaveNotSeen() {
    SuperconductorTrainer.Fitted fitted = fit();
    for (List<SuperconductorTrainer.HeldOut> rows :
        List.of(fitted.crystals(), fitted.compositions())) {
      assertThat(rows).hasSize(2 * 3 * PARTNERS.size() + unmeasured.size());
      double positives =
          rows.stream()
              .filter(r -> SuperconductorTrainer.isPositive(r.sample()))
              .mapToDouble(SuperconductorTrainer.HeldOut::probability)
              .min()
              .orElse(0);
      double negatives =
          rows.stream()
              .filter(r -> !SuperconductorTrainer.isPositive(r.sample()))
              .mapToDouble(SuperconductorTrainer.HeldOut::probability)
              .max()
              .orElse(1);
      assertThat(positives).isGreaterThan(negatives);
      assertThat(Reliability.of(rows)).isLessThan(0.2);
    }
  }

  @Test
  void theHeadSurvivesItsFileAndAnswersCompositionsToo() {
    SuperconductorHead head = fit().head();
    WeightFile file = head.toFile("test", Map.of(), new HashMap<>());
    SuperconductorHead again = SuperconductorHead.of(file, StructureDescriptor.size(WIDTH));
    List<float[]> rows =
        List.of(descriptor("Nb3Pb", true), descriptor("Nb3Pb", false), descriptor("NaI3", false));
    for (int i = 0; i < rows.size(); i++) {
      double stated = head.predict(rows).get(i).probability();
      assertThat(again.predict(rows.get(i)).probability()).isCloseTo(stated, within(1e-6));
    }
    assertThat(head.predict(rows.get(1)).probability())
        .isGreaterThan(head.predict(rows.get(2)).probability());
  }
}
