package dev.athanor.models.elements.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.elements.TestingCrystals;
import dev.athanor.models.elements.graph.GraphSettings;
import dev.athanor.models.elements.network.EnergyNetworkSettings;
import dev.athanor.models.elements.network.EnergyWeights;
import dev.athanor.models.learning.Checkpoint;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.learning.Schedule;
import dev.athanor.models.learning.TrainingIdentity;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training learns what it is shown, goes on where it stopped, and keeps its folds apart. */
final class TrainingTest {
  private static final EnergyNetworkSettings SMALL =
      new EnergyNetworkSettings(new GraphSettings(12, 6), 32, 16, 2, 16);

  /** How far parameters and errors of two runs with one seed may differ, on one machine. */
  private static final double TOLERANCE = 1e-5;

  private static List<EnergySample> samples() {
    List<EnergySample> samples = new ArrayList<>();
    double[] edges = {5.0, 5.4, 5.8, 6.2};
    for (double edge : edges) {
      for (Element anion : List.of(Element.Cl, Element.Br)) {
        Crystal crystal = TestingCrystals.rockSalt(Element.Na, anion, edge);
        // an energy with a minimum, as a function of the edge only
        double energy = -2 + 0.8 * (edge - 5.6) * (edge - 5.6);
        CrystalRecord entry =
            new CrystalRecord(
                "salt", crystal, Map.of("formation_energy_per_atom", energy), Map.of());
        samples.add(EnergySample.of(entry, SMALL.graph()));
      }
    }
    return samples;
  }

  /** Many rounds to an epoch, so that little time goes into checkpoints. */
  private static List<EnergySample> rounds() {
    return Collections.nCopies(50, samples()).stream().flatMap(List::stream).toList();
  }

  private static EnergyWeights train(List<EnergySample> training, Path checkpoint) {
    return train(training, checkpoint, ProgressListener.SILENT);
  }

  private static EnergyWeights train(
      List<EnergySample> training, Path checkpoint, ProgressListener listener) {
    return new EnergyTrainer(SMALL, new Schedule(2e-3, 20, 600), 8, 1, listener)
        .train(training, samples(), checkpoint);
  }

  /** Four passes of 20 batches: enough to tell one run from another. */
  private static EnergyWeights brief(long seed, Path checkpoint, ProgressListener listener) {
    List<EnergySample> training =
        Collections.nCopies(20, samples()).stream().flatMap(List::stream).toList();
    return new EnergyTrainer(SMALL, new Schedule(2e-3, 10, 80), 8, seed, listener)
        .train(training, samples(), checkpoint);
  }

  @Test
  void fitsATinySetAndGoesOnWhereItStopped(@TempDir Path folder) {
    EnergyWeights weights = train(rounds(), folder.resolve("whole"));
    assertThat(EnergyTrainer.error(weights, samples())).isLessThan(0.05);
    // the schedule is over: nothing more is learned
    assertThat(train(rounds(), folder.resolve("whole")).values())
        .containsExactly(weights.values(), within(0f));

    Path half = folder.resolve("half");
    assertThatThrownBy(
            () ->
                train(
                    rounds(),
                    half,
                    (stage, share, message) -> {
                      if (message.startsWith("epoch 5,") && message.contains("validation")) {
                        throw new IllegalStateException("the machine stops here");
                      }
                    }))
        .hasMessage("the machine stops here");
    assertThat(train(rounds(), half).values()).containsExactly(weights.values(), within(1e-5f));
  }

  @Test
  void aTransferredEnergyThatCannotBeTrueDoesNotPull(@TempDir Path folder) {
    List<EnergySample> training = new ArrayList<>(rounds());
    for (EnergySample sample : rounds()) {
      training.add(
          new EnergySample(
              sample.graph(), sample.fractions(), sample.energy() + 3, Optional.empty(), true));
    }
    EnergyWeights weights = train(training, folder.resolve("checkpoint"));
    assertThat(EnergyTrainer.error(weights, samples())).isLessThan(0.05);
  }

  @Test
  void refusesACheckpointOfAnotherNetwork(@TempDir Path folder) throws IOException {
    Path checkpoint = folder.resolve("checkpoint");
    TrainingIdentity own =
        new EnergyTrainer(SMALL, new Schedule(2e-3, 20, 600), 8, 1, ProgressListener.SILENT)
            .identity(rounds());
    new Checkpoint(own, new float[4][7], 1, 1, 1, List.of()).write(checkpoint);
    assertThatThrownBy(() -> train(rounds(), checkpoint))
        .isInstanceOfSatisfying(
            ModelException.class,
            e -> assertThat(e.code()).isEqualTo(ModelErrors.WEIGHTS_MISMATCH));
    Files.write(checkpoint, new byte[] {1, 2, 3});
    assertThatThrownBy(() -> train(rounds(), checkpoint))
        .isInstanceOfSatisfying(
            ModelException.class,
            e -> assertThat(e.code()).isEqualTo(ModelErrors.WEIGHTS_CORRUPTED));
  }

  @Test
  void anInterruptedTrainingKeepsItsHistory(@TempDir Path folder) {
    Path whole = folder.resolve("whole");
    brief(1, whole, ProgressListener.SILENT);
    List<ModelCard.LearningPoint> history = Checkpoint.progress(whole).history();
    assertThat(history).extracting(ModelCard.LearningPoint::epoch).startsWith(1, 2, 3);
    assertThat(history).hasSize(Checkpoint.progress(whole).epoch());
    assertThat(history.get(history.size() - 1).validation())
        .isLessThan(history.get(0).validation());
    Path half = folder.resolve("half");
    assertThatThrownBy(
            () ->
                brief(
                    1,
                    half,
                    (stage, share, message) -> {
                      if (message.startsWith("epoch 2,") && message.contains("validation error")) {
                        throw new IllegalStateException("the machine stops here");
                      }
                    }))
        .hasMessage("the machine stops here");
    brief(1, half, ProgressListener.SILENT);
    List<ModelCard.LearningPoint> resumed = Checkpoint.progress(half).history();
    assertThat(resumed).hasSameSizeAs(history);
    for (int i = 0; i < resumed.size(); i++) {
      assertThat(resumed.get(i).training()).isCloseTo(history.get(i).training(), within(TOLERANCE));
      assertThat(resumed.get(i).validation())
          .isCloseTo(history.get(i).validation(), within(TOLERANCE));
    }
  }

  @Test
  void theSameSeedGivesTheSameWeightsAndAnotherSeedOthers(@TempDir Path folder) {
    float[] first = brief(1, folder.resolve("first"), ProgressListener.SILENT).values();
    float[] second = brief(1, folder.resolve("second"), ProgressListener.SILENT).values();
    assertThat(second).containsExactly(first, within((float) TOLERANCE));
    float[] other = brief(2, folder.resolve("other"), ProgressListener.SILENT).values();
    double most = 0;
    for (int i = 0; i < first.length; i++) {
      most = Math.max(most, Math.abs(first[i] - other[i]));
    }
    assertThat(most).isGreaterThan(1000 * TOLERANCE);
  }

  @Test
  void aCheckpointThatDoesNotSayOfWhichTrainingIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("checkpoint");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeInt(0x41544B32);
      out.writeLong(12);
    }
    assertThatThrownBy(() -> train(rounds(), file))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelErrors.WEIGHTS_MISMATCH))
        .hasMessageContaining("earlier version");
  }

  @Test
  void aTrainingIsNotFinishedWithOtherDataAnotherSeedOrOtherSettings(@TempDir Path folder) {
    Path checkpoint = folder.resolve("checkpoint");
    brief(1, checkpoint, ProgressListener.SILENT);
    assertThatThrownBy(() -> brief(2, checkpoint, ProgressListener.SILENT))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelErrors.TRAINING_BEGUN))
        .hasMessageContaining("its seed is 1, not 2")
        .hasMessageNotContaining("data");
    List<EnergySample> others =
        new ArrayList<>(Collections.nCopies(20, samples()).stream().flatMap(List::stream).toList());
    Collections.swap(others, 0, 1);
    assertThatThrownBy(
            () ->
                new EnergyTrainer(SMALL, new Schedule(2e-3, 10, 90), 8, 1, ProgressListener.SILENT)
                    .train(others, samples(), checkpoint))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelErrors.TRAINING_BEGUN))
        .hasMessageContaining("other data")
        .hasMessageContaining("steps=80")
        .hasMessageContaining("steps=90");
  }

  @Test
  void aTrainingThatWasBegunIsNotOverwritten(@TempDir Path folder) throws IOException {
    Path work = Files.createDirectories(folder.resolve("work"));
    new Checkpoint(new TrainingIdentity(1, "", ""), new float[4][7], 1, 1, 5, List.of())
        .write(work.resolve("energy.checkpoint"));
    assertThatThrownBy(
            () ->
                ElementsTraining.run(
                    settings(folder, false, TrainingStage.ENERGY), "x", ProgressListener.SILENT))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelErrors.TRAINING_BEGUN))
        .hasMessageContaining("pass 5");
    // resumed, it gets as far as the data, which are not there
    assertThatThrownBy(
            () ->
                ElementsTraining.run(
                    settings(folder, true, TrainingStage.ENERGY), "x", ProgressListener.SILENT))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelErrors.BAD_DATA));
  }

  private static TrainingSettings settings(Path folder, boolean resume, TrainingStage... stages) {
    return new TrainingSettings(
        folder,
        folder.resolve("out"),
        folder.resolve("work"),
        resume,
        Set.of(stages),
        Optional.empty(),
        1,
        1,
        1);
  }

  @Test
  void theWayBackFromAPerturbationIsTheWayBack() {
    Crystal crystal = TestingCrystals.triclinic();
    Perturbation perturbation = Perturbation.of(crystal, 0.2, 0.06, 0.03, new Random(9));
    float[] s = perturbation.strain();
    double[][] back = {{1 + s[0], s[5], s[4]}, {s[5], 1 + s[1], s[3]}, {s[4], s[3], 1 + s[2]}};
    Lattice cell = perturbation.crystal().lattice();
    assertThat(product(cell.a(), back).minus(crystal.lattice().a()).length()).isLessThan(1e-5);
    assertThat(product(cell.c(), back).minus(crystal.lattice().c()).length()).isLessThan(1e-5);
    Vector3 first = back(perturbation, 0).minus(crystal.sites().get(0).position());
    for (int i = 1; i < crystal.sites().size(); i++) {
      Vector3 difference = back(perturbation, i).minus(crystal.sites().get(i).position());
      assertThat(difference.minus(first).length()).isLessThan(1e-5);
    }
  }

  private static Vector3 back(Perturbation perturbation, int site) {
    float[] d = perturbation.displacements();
    Vector3 move = new Vector3(d[3 * site], d[3 * site + 1], d[3 * site + 2]);
    Crystal crystal = perturbation.crystal();
    return crystal.sites().get(site).position().plus(crystal.lattice().toFractional(move));
  }

  private static Vector3 product(Vector3 row, double[][] m) {
    return new Vector3(
        row.x() * m[0][0] + row.y() * m[1][0] + row.z() * m[2][0],
        row.x() * m[0][1] + row.y() * m[1][1] + row.z() * m[2][1],
        row.x() * m[0][2] + row.y() * m[1][2] + row.z() * m[2][2]);
  }

  @Test
  void aChemicalSystemIsInOneFoldWhateverItsSource() {
    List<TransitionSample> measured = new ArrayList<>();
    for (String system : List.of("B-Mg", "Nb", "Nb-Sn", "Cu-La-O-Sr", "Pb", "Hg", "V", "Ga-V")) {
      measured.add(sample(system, true));
      measured.add(sample(system, false));
    }
    List<TransitionSample> others = List.of(sample("Cl-Na", true), sample("Nb", true));
    Map<String, Integer> folds = TransitionDataset.folds(measured, others);
    assertThat(folds).hasSize(9);
    assertThat(folds.values()).containsOnly(0, 1, 2, 3, 4);
    // what is added to the others moves no measured system
    assertThat(folds).containsAllEntriesOf(TransitionDataset.folds(measured, List.of()));
  }

  private static TransitionSample sample(String system, boolean structured) {
    return new TransitionSample(system, system, "", new float[0], 1, 1, structured);
  }

  @Test
  void theRateEndsAtNothing() {
    Schedule schedule = new Schedule(1e-3, 10, 100);
    assertThat(schedule.rate(0)).isCloseTo(1e-4, within(1e-9));
    assertThat(schedule.rate(50)).isCloseTo(5e-4, within(1e-9));
    assertThat(schedule.rate(500)).isCloseTo(0, within(1e-12));
    assertThat(schedule.over(100)).isTrue();
  }

  @Test
  void missingDataIsNamed(@TempDir Path folder) {
    TrainingSettings settings = settings(folder, false, TrainingStage.values());
    assertThatThrownBy(() -> ElementsTraining.run(settings, "x", ProgressListener.SILENT))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelErrors.BAD_DATA))
        .hasMessageContaining("mp2018/train.jsonl.gz");
  }
}
