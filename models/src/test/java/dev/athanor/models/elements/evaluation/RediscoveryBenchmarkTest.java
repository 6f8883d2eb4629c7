package dev.athanor.models.elements.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.elements.heads.StructureDescriptor;
import dev.athanor.models.elements.training.HeadData;
import dev.athanor.models.elements.training.SuperconductorTrainer;
import dev.athanor.models.elements.training.TransitionDataset;
import dev.athanor.models.elements.training.TransitionSample;
import dev.athanor.models.learning.ProgressListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A world in which alloys of niobium superconduct, those of copper and salts do not. */
final class RediscoveryBenchmarkTest {
  private static final int WIDTH = 2;
  private static final List<String> PARTNERS =
      List.of("Al", "Ga", "In", "Si", "Ge", "Sn", "Ti", "Zr", "Hf", "Y", "La", "Sc");
  private static final List<String> ALKALI = List.of("Li", "Na", "K", "Rb", "Cs");
  private static final List<String> HALOGENS = List.of("F", "Cl", "Br", "I");

  private static float[] descriptor(String formula) {
    float[] descriptor = StructureDescriptor.of(Composition.parse(formula), WIDTH);
    for (int i = 0; i < descriptor.length; i++) {
      descriptor[i] = Float.isNaN(descriptor[i]) ? 1 : descriptor[i];
    }
    return descriptor;
  }

  private static TransitionSample sample(String formula, double temperature) {
    return new TransitionSample(
        formula,
        Composition.parse(formula).chemicalSystem(),
        "",
        descriptor(formula),
        temperature,
        1,
        true);
  }

  private static List<TransitionSample> measured() {
    List<TransitionSample> rows = new ArrayList<>();
    for (String partner : PARTNERS) {
      for (int amount = 1; amount <= 3; amount++) {
        rows.add(sample("Nb3" + partner + amount, 10));
        rows.add(sample("Cu3" + partner + amount, 0));
      }
      // not ordered: never hidden, since disorder alone would give it away
      rows.add(sample("Nb2.5" + partner, 10));
    }
    return rows;
  }

  private static List<TransitionSample> salts() {
    return ALKALI.stream()
        .flatMap(alkali -> HALOGENS.stream().map(halogen -> sample(alkali + halogen, 0)))
        .toList();
  }

  private static Benchmark measure(List<float[]> others) {
    List<TransitionSample> measured = measured();
    List<TransitionSample> salts = salts();
    HeadData data =
        new HeadData(measured, List.of(), salts, TransitionDataset.folds(measured, salts));
    SuperconductorTrainer.Fitted fitted =
        SuperconductorTrainer.fit(
            data.measured(), data.unmeasured(), data.folds(), ProgressListener.SILENT);
    Benchmark benchmark = new Benchmark();
    new RediscoveryBenchmark(data, fitted.blind()).run(others, benchmark);
    return benchmark;
  }

  private static ModelCard.Metric metric(Benchmark benchmark, String name) {
    return benchmark.metrics().stream()
        .filter(metric -> metric.metric().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void superconductorsOfSystemsThatWereNotSeenComeFirst() {
    List<float[]> others = new ArrayList<>();
    for (int copy = 0; copy < 20; copy++) {
      salts().forEach(salt -> others.add(salt.descriptor()));
    }
    Benchmark benchmark = measure(others);
    // three ordered alloys of each of twelve partners, spread over five folds: all of them found
    double mean = 3.0 * PARTNERS.size() / TransitionDataset.FOLDS;
    ModelCard.Metric first = metric(benchmark, "rediscovered among the first 50");
    assertThat(first.value()).isCloseTo(mean, within(1e-3));
    assertThat(first.baselines().get(0).value()).isLessThan(1);
    assertThat(metric(benchmark, "rediscovered among the first 500").value())
        .isCloseTo(mean, within(1e-3));
    double enrichment = metric(benchmark, "rediscovery, enrichment in the first hundred").value();
    assertThat(enrichment)
        .isCloseTo(mean / (100 * first.baselines().get(0).value() / 50), within(0.02));
  }

  @Test
  void aTieNeverFavoursTheHidden() {
    float[] like = descriptor("Nb3Al");
    float[][] others = new float[200][];
    Arrays.fill(others, like);
    Benchmark benchmark = measure(List.of(others));
    // what is drawn with the others has their probability, and comes after all of them
    assertThat(metric(benchmark, "rediscovered among the first 500").value())
        .isCloseTo(3.0 * PARTNERS.size() / TransitionDataset.FOLDS, within(1e-3));
    assertThat(metric(benchmark, "rediscovered among the first 100").value())
        .isLessThan(3.0 * PARTNERS.size() / TransitionDataset.FOLDS);
  }
}
