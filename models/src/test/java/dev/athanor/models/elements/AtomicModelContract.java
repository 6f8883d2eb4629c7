package dev.athanor.models.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.models.Applicability;
import dev.athanor.models.Estimate;
import dev.athanor.models.ModelException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every atomic model must do, however it is made. */
public abstract class AtomicModelContract {
  /** The model under test; not closed by the tests. */
  protected abstract AtomicModel model();

  private List<Function<List<Crystal>, List<Estimate>>> questions() {
    return List.of(
        model()::formationEnergy, model()::criticalTemperature, model()::superconductorProbability);
  }

  @Test
  void answersInOrderWithUnitsAndDeviations() {
    List<Crystal> crystals = TestingCrystals.all();
    List<String> units = List.of("eV/atom", "K", "1");
    for (int q = 0; q < 3; q++) {
      List<Estimate> answers = questions().get(q).apply(crystals);
      assertThat(answers).hasSameSizeAs(crystals);
      for (Estimate answer : answers) {
        assertThat(answer.unit()).isEqualTo(units.get(q));
        assertThat(answer.standardDeviation()).isGreaterThan(0);
      }
      assertThat(answers.stream().map(Estimate::value).distinct().count()).isGreaterThan(1);
    }
  }

  @Test
  void probabilitiesAndTemperaturesStayInRange() {
    for (Estimate p : model().superconductorProbability(TestingCrystals.all())) {
      assertThat(p.value()).isBetween(0.0, 1.0);
    }
    for (Estimate t : model().criticalTemperature(TestingCrystals.all())) {
      assertThat(t.value()).isBetween(0.0, 500.0);
    }
  }

  @Test
  void aBatchAnswersLikeSingleQuestions() {
    List<Crystal> crystals = TestingCrystals.all();
    for (Function<List<Crystal>, List<Estimate>> question : questions()) {
      List<Estimate> together = question.apply(crystals);
      for (int i = 0; i < crystals.size(); i++) {
        Estimate alone = question.apply(List.of(crystals.get(i))).get(0);
        assertThat(alone.value()).isCloseTo(together.get(i).value(), within(1e-5));
      }
    }
  }

  @Test
  void theWayACrystalIsWrittenDoesNotMatter() {
    for (Crystal crystal : TestingCrystals.all()) {
      List<Crystal> same =
          List.of(
              crystal,
              TestingCrystals.rotated(crystal, TestingCrystals.rotation(7)),
              TestingCrystals.translated(crystal, new Vector3(0.137, 0.291, 0.411)),
              TestingCrystals.reversed(crystal),
              crystal.supercell(2, 1, 1),
              crystal.supercell(1, 2, 2));
      List<Estimate> energies = model().formationEnergy(same);
      for (Estimate energy : energies) {
        assertThat(energy.value()).isCloseTo(energies.get(0).value(), within(1e-4));
      }
    }
  }

  @Test
  void onePassAnswersLikeThreeQuestions() {
    List<Crystal> crystals = TestingCrystals.all();
    List<CrystalEstimates> together = model().all(crystals);
    assertThat(together).hasSameSizeAs(crystals);
    List<Function<CrystalEstimates, Estimate>> parts =
        List.of(
            CrystalEstimates::formationEnergy,
            CrystalEstimates::criticalTemperature,
            CrystalEstimates::superconductorProbability);
    for (int q = 0; q < 3; q++) {
      List<Estimate> apart = questions().get(q).apply(crystals);
      for (int i = 0; i < crystals.size(); i++) {
        Estimate one = parts.get(q).apply(together.get(i));
        assertThat(one.value()).isCloseTo(apart.get(i).value(), within(1e-5));
        assertThat(one.standardDeviation())
            .isCloseTo(apart.get(i).standardDeviation(), within(1e-5));
        assertThat(one.unit()).isEqualTo(apart.get(i).unit());
        assertThat(one.applicability()).isEqualTo(apart.get(i).applicability());
      }
    }
  }

  @Test
  void nothingAskedNothingAnswered() {
    for (Function<List<Crystal>, List<Estimate>> question : questions()) {
      assertThat(question.apply(List.of())).isEmpty();
    }
    assertThat(model().all(List.of())).isEmpty();
  }

  @Test
  void overlappingAtomsAreOutOfDomain() {
    Crystal overlapping =
        new Crystal(
            Lattice.cubic(4),
            List.of(Site.of(Element.Nb, 0, 0, 0), Site.of(Element.Nb, 0.01, 0, 0)));
    assertThat(level(overlapping)).isEqualTo(Applicability.Level.OUT_OF_DOMAIN);
  }

  @Test
  void aLonelyAtomIsOutOfDomain() {
    Crystal lonely = new Crystal(Lattice.cubic(30), List.of(Site.of(Element.Fe, 0, 0, 0)));
    assertThat(level(lonely)).isEqualTo(Applicability.Level.OUT_OF_DOMAIN);
  }

  private Applicability.Level level(Crystal crystal) {
    Applicability found = model().formationEnergy(List.of(crystal)).get(0).applicability();
    assertThat(found.reason()).isNotBlank();
    return found.level();
  }

  @Test
  void refusesCrystalsBeyondItsLimit() {
    Crystal large = TestingCrystals.rutile().supercell(10, 10, 10);
    assertThatThrownBy(() -> model().formationEnergy(List.of(large)))
        .isInstanceOf(ModelException.class);
    assertThatThrownBy(() -> model().relax(large, RelaxationSettings.DEFAULT))
        .isInstanceOf(ModelException.class);
  }

  @Test
  void relaxationKeepsWhatIsThereAndReportsItsSteps() {
    Crystal start = TestingCrystals.triclinic();
    Relaxation relaxation = model().relax(start, new RelaxationSettings(30, 0.02));
    assertThat(relaxation.steps()).isBetween(1, 30);
    assertThat(relaxation.crystal().composition()).isEqualTo(start.composition());
    // a last step that is small is necessary, a model may ask for more
    assertThat(relaxation.converged() && relaxation.lastStep() >= 0.02).isFalse();
    assertThat(relaxation.volumeChange())
        .isCloseTo(
            relaxation.crystal().lattice().volume() / start.lattice().volume() - 1, within(1e-9));
  }

  @Test
  void relaxationThatIsCutShortSaysSo() {
    Relaxation relaxation =
        model().relax(TestingCrystals.triclinic(), new RelaxationSettings(1, 1e-9));
    assertThat(relaxation.converged()).isFalse();
    assertThat(relaxation.steps()).isEqualTo(1);
  }

  @Test
  void severalThreadsGetTheSameAnswers() throws Exception {
    List<Crystal> crystals = TestingCrystals.all();
    List<Estimate> expected = model().formationEnergy(crystals);
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<Estimate>>> tasks =
          Collections.nCopies(8, () -> model().formationEnergy(crystals));
      List<List<Estimate>> answers = new ArrayList<>();
      for (Future<List<Estimate>> future : executor.invokeAll(tasks)) {
        answers.add(future.get());
      }
      for (List<Estimate> answer : answers) {
        for (int i = 0; i < expected.size(); i++) {
          assertThat(answer.get(i).value()).isCloseTo(expected.get(i).value(), within(1e-5));
        }
      }
    } finally {
      executor.shutdownNow();
    }
  }
}
