package dev.athanor.models.diffspectra.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.molecule.Bond;
import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumPoint;
import dev.athanor.models.diffspectra.Elucidation;
import dev.athanor.models.diffspectra.SpectralConsistency;
import dev.athanor.models.diffspectra.SpectralQuestion;
import dev.athanor.models.diffspectra.evaluation.AnswerFigures;
import dev.athanor.models.diffspectra.evaluation.RankingEvaluation;
import dev.athanor.models.diffspectra.evaluation.SettingNames;
import dev.athanor.models.diffspectra.ranking.candidates.EnumeratedIsomers;
import dev.athanor.models.diffspectra.ranking.candidates.FormulaGuess;
import dev.athanor.models.diffspectra.ranking.likelihood.Evidence;
import dev.athanor.models.diffspectra.ranking.training.RankingTraining;
import dev.athanor.models.diffspectra.spectra.Broadening;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.diffspectra.spectra.MoleculeSpectra;
import dev.athanor.models.learning.ProgressListener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A world in which every bond has a line that its two atoms decide: small enough to be learned in a
 * moment, and the elucidator must find its molecules in it.
 */
final class RankedElucidatorTest {
  private static final List<String> FORMULAS =
      List.of("C4H8O", "C4H10O", "C5H10", "C3H7NO", "C4H9N", "C5H12", "C3H6O2", "C5H8");

  private static final List<RankingTraining.Known> UNSEEN = new ArrayList<>();
  private static RankingModel model = train();
  private static RankedElucidator elucidator = RankedElucidator.of(model);

  private static RankingModel train() {
    List<RankingTraining.Known> known = new ArrayList<>();
    int[] count = new int[1];
    for (String formula : FORMULAS) {
      new EnumeratedIsomers()
          .forEach(
              Composition.parse(formula),
              Duration.ofSeconds(20),
              graph -> {
                RankingTraining.Known one = known(graph);
                (count[0]++ % 9 == 4 ? UNSEEN : known).add(one);
                return true;
              });
    }
    return new RankingTraining(new EnumeratedIsomers(), 1, ProgressListener.SILENT).fit(known);
  }

  @BeforeAll
  static void isThere() {
    assertThat(UNSEEN).hasSizeGreaterThan(10);
    assertThat(model.forward().molecules()).hasSizeGreaterThan(100);
  }

  @Test
  void findsMostMoleculesThatItHasNotSeen() {
    int first = 0;
    int ten = 0;
    for (RankingTraining.Known one : UNSEEN) {
      Elucidation answer = elucidator.elucidate(question(one, Optional.of(formula(one))));
      List<String> keys =
          answer.candidates().stream().map(c -> c.inchiKey().substring(0, 14)).toList();
      int rank = keys.indexOf(InchiKey.of(one.graph()).firstBlock());
      first += rank == 0 ? 1 : 0;
      ten += rank >= 0 ? 1 : 0;
    }
    assertThat(first).isGreaterThanOrEqualTo(UNSEEN.size() / 2);
    assertThat(ten).isGreaterThanOrEqualTo(UNSEEN.size() * 2 / 3);
  }

  @Test
  void candidatesHavePositionsAndSharesOfOne() {
    RankingTraining.Known one = UNSEEN.get(0);
    Elucidation answer = elucidator.elucidate(question(one, Optional.of(formula(one))));

    assertThat(answer.outside()).isEmpty();
    assertThat(answer.complete()).isTrue();
    assertThat(answer.candidates()).hasSizeBetween(1, 10);
    assertThat(answer.candidates().get(0).probability()).isEqualTo(answer.topIsRight());
    assertThat(answer.candidates().stream().mapToDouble(c -> c.probability()).sum())
        .isLessThanOrEqualTo(1 + 1e-9);
    answer
        .candidates()
        .forEach(
            c -> {
              assertThat(c.molecule().bonds()).isNotEmpty();
              assertThat(c.molecule().composition().formula()).isEqualTo(formula(one));
              assertThat(c.molecule().distance(0, 1)).isGreaterThan(0.5);
            });
  }

  @Test
  void withoutFormulaTheFormulaIsAmongThoseLookedAt() {
    int right = 0;
    for (RankingTraining.Known one : UNSEEN) {
      Elucidation answer =
          elucidator.elucidate(
              new SpectralQuestion(
                  one.spectra().spectra(),
                  Optional.empty(),
                  OptionalInt.of(one.graph().atomCount()),
                  10,
                  Duration.ofSeconds(30)));
      right += answer.formulas().contains(formula(one)) ? 1 : 0;
    }
    assertThat(right).isGreaterThanOrEqualTo(UNSEEN.size() * 2 / 3);
  }

  @Test
  void aFormulaThatTheTrainingLacksIsLookedAtToo() {
    MolecularGraph unlike = Smiles.parse("CC(=O)CCO");
    Map<Modality, Spectrum> spectra = known(unlike).spectra().spectra();
    float[] latents = model.forward().encode(spectra, Evidence.blocks(spectra), 1);
    List<Composition> guesses =
        model
            .formulas()
            .rank(latents, Evidence.blocks(spectra), CompleteLines.atomCounts(spectra))
            .stream()
            .map(FormulaGuess.Guess::composition)
            .toList();

    assertThat(FORMULAS).doesNotContain("C4H8O2");
    assertThat(guesses)
        .contains(unlike.composition())
        .allMatch(guess -> guess.atomCount() == unlike.atomCount());
  }

  @Test
  void spectraOfNothingThatItKnowsAreOutside() {
    RankingTraining.Known one = UNSEEN.get(0);
    Map<Modality, Spectrum> moved = new EnumMap<>(Modality.class);
    one.spectra()
        .spectra()
        .forEach(
            (modality, spectrum) ->
                moved.put(
                    modality,
                    new Spectrum(
                        spectrum.kind(),
                        spectrum.axis(),
                        spectrum.intensityUnit(),
                        spectrum.form(),
                        spectrum.points().stream()
                            .map(p -> new SpectrumPoint(p.position() * 0.7, p.intensity() * 20))
                            .toList())));

    Elucidation answer = elucidator.elucidate(SpectralQuestion.of(moved, Optional.empty()));

    assertThat(answer.outside()).isPresent();
    assertThat(answer.topIsRight()).isZero();
  }

  @Test
  void aListThatLacksVibrationsIsTakenForPeaks() {
    RankingTraining.Known one = UNSEEN.get(0);
    Spectrum all = Objects.requireNonNull(one.spectra().spectra().get(Modality.INFRARED));
    Spectrum strong =
        new Spectrum(
            all.kind(),
            all.axis(),
            all.intensityUnit(),
            all.form(),
            all.points().stream().filter(p -> p.position() > 500).toList());
    Map<Modality, Spectrum> peaks = Map.of(Modality.INFRARED, strong);

    Elucidation answer =
        elucidator.elucidate(SpectralQuestion.of(peaks, Optional.of(formula(one))));
    Elucidation whole =
        elucidator.elucidate(
            SpectralQuestion.of(Map.of(Modality.INFRARED, all), Optional.of(formula(one))));

    Elucidation unknown = elucidator.elucidate(SpectralQuestion.of(peaks, Optional.empty()));

    assertThat(unknown.outside().isPresent() || unknown.remarks().toString().contains("below 500"))
        .isTrue();
    assertThat(strong.points().size()).isLessThan(all.points().size() - 2);
    assertThat(answer.remarks()).anyMatch(remark -> remark.contains("peaks"));
    assertThat(whole.remarks()).isEmpty();
  }

  @Test
  void whatIsMeasuredOnAPowderIsOutside() {
    RankingTraining.Known one = UNSEEN.get(0);
    Spectrum curve =
        Broadening.USUAL.curve(
            Objects.requireNonNull(one.spectra().spectra().get(Modality.INFRARED)),
            Modality.INFRARED);
    for (String unit : List.of("reflectance", "kubelka-munk")) {
      Spectrum powder =
          new Spectrum(curve.kind(), curve.axis(), unit, curve.form(), curve.points());
      SpectralQuestion question =
          SpectralQuestion.of(Map.of(Modality.INFRARED, powder), Optional.of(formula(one)));

      assertThat(elucidator.elucidate(question).outside().orElseThrow()).contains("powder");
    }
  }

  @Test
  void whatIsBeyondReachIsSaidToBe() {
    RankingTraining.Known one = UNSEEN.get(0);
    assertThat(elucidator.elucidate(question(one, Optional.of("C20H42"))).outside()).isPresent();
    assertThat(elucidator.elucidate(question(one, Optional.of("NaCl"))).outside()).isPresent();
    assertThat(elucidator.elucidate(question(one, Optional.of("nonsense"))).outside()).isPresent();
    assertThat(elucidator.elucidate(SpectralQuestion.of(Map.of(), Optional.empty())).outside())
        .isPresent();
  }

  @Test
  void aMoleculeIsConsistentWithItsOwnSpectra() {
    RankingTraining.Known one = UNSEEN.get(0);
    SpectralQuestion question = question(one, Optional.empty());
    SpectralConsistency own = elucidator.consistency(question, drawn(one.graph()));
    SpectralConsistency other = elucidator.consistency(question, drawn(Smiles.parse("CC(C)(C)C")));

    assertThat(own.outside()).isEmpty();
    assertThat(own.pValue()).isGreaterThan(0.01);
    assertThat(other.mismatch()).isGreaterThan(2 * own.mismatch());
    assertThat(other.pValue()).isLessThan(own.pValue());
    assertThat(elucidator.predictedSpectra(drawn(one.graph()))).hasSize(3);
  }

  @Test
  void anEvaluationCountsWhatIsNotFoundAsWrong() {
    RankingEvaluation.Setting given =
        RankingEvaluation.Setting.of(
            EnumSet.allOf(Modality.class),
            RankingEvaluation.Shown.LINES,
            RankingEvaluation.Told.FORMULA);
    RankingEvaluation.Setting withheld =
        RankingEvaluation.Setting.of(
            EnumSet.allOf(Modality.class),
            RankingEvaluation.Shown.LINES,
            RankingEvaluation.Told.NOTHING_AND_WITHHELD);
    List<RankingTraining.Known> asked = UNSEEN.subList(0, 6);
    List<RankingEvaluation.Answer> answers =
        new RankingEvaluation(model, ProgressListener.SILENT)
            .ask(asked, List.of(given, withheld, given.judged(RankingEvaluation.Judged.BY_PRIOR)));

    List<RankingEvaluation.Answer> found = to(given, answers);
    List<RankingEvaluation.Answer> without = to(withheld, answers);
    assertThat(answers).hasSize(18);
    assertThat(AnswerFigures.of(found).top10()).isGreaterThan(0.5);
    assertThat(found).filteredOn(a -> a.rank() > 0).allMatch(RankingEvaluation.Answer::sameKey);
    assertThat(AnswerFigures.of(without).top10()).isZero();
    assertThat(without)
        .allSatisfy(
            a ->
                assertThat(a.first())
                    .noneMatch(g -> g.composition().equals(a.molecule().graph().composition())));
    assertThat(AnswerFigures.of(List.of()).asked()).isZero();
    assertThat(SettingNames.of(given)).isEqualTo("IR + Raman + UV-Vis as lines, formula given");
  }

  private static List<RankingEvaluation.Answer> to(
      RankingEvaluation.Setting setting, List<RankingEvaluation.Answer> answers) {
    return answers.stream().filter(a -> a.setting().equals(setting)).toList();
  }

  @Test
  void survivesBeingWrittenAndRead() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.toFile("test").write(out);
    RankingModel back =
        RankingModel.read(
            dev.athanor.models.weights.WeightFile.read(
                new ByteArrayInputStream(out.toByteArray()), RankingModel.NAME));
    RankingTraining.Known one = UNSEEN.get(1);
    float[] before = model.forward().predict(one.graph()).latents();
    float[] after = back.forward().predict(one.graph()).latents();
    double error = 0;
    double size = 0;
    for (int i = 0; i < before.length; i++) {
      error += Math.pow(before[i] - after[i], 2);
      size += Math.pow(before[i], 2);
    }
    assertThat(error).isLessThan(0.01 * size);
  }

  private static dev.athanor.matter.molecule.Molecule drawn(MolecularGraph graph) {
    return new DrawnConformers().apply(graph);
  }

  private static String formula(RankingTraining.Known one) {
    return one.graph().composition().formula();
  }

  private static SpectralQuestion question(RankingTraining.Known one, Optional<String> formula) {
    return SpectralQuestion.of(one.spectra().spectra(), formula);
  }

  private static RankingTraining.Known known(MolecularGraph graph) {
    Map<Modality, Spectrum> spectra = new EnumMap<>(Modality.class);
    for (Modality modality : Modality.values()) {
      List<SpectrumPoint> lines = new ArrayList<>();
      for (Bond bond : graph.bonds()) {
        lines.add(line(graph, bond, modality));
      }
      // the other vibrations of so many atoms are the same everywhere
      while (modality != Modality.ULTRAVIOLET_VISIBLE && lines.size() < 3 * graph.atomCount() - 6) {
        lines.add(new SpectrumPoint(100 + 2 * lines.size(), 1));
      }
      spectra.put(
          modality,
          new Spectrum(
              modality.kind(), modality.axis(), modality.lineUnit(), Spectrum.Form.LINES, lines));
    }
    String key = InchiKey.of(graph).value();
    return new RankingTraining.Known(
        graph, key, new MoleculeSpectra(key, spectra, Optional.empty(), Optional.empty()));
  }

  /** Where a bond absorbs: told by its atoms, their neighbours and its order. */
  private static SpectrumPoint line(MolecularGraph graph, Bond bond, Modality modality) {
    boolean hydrogen =
        graph.elements().get(bond.first()) == Element.H
            || graph.elements().get(bond.second()) == Element.H;
    int surroundings = surroundings(graph, bond.first()) + surroundings(graph, bond.second());
    double place =
        (hydrogen ? 2700 : 700)
            + 9.0 * surroundings
            + 300 * bond.order().compareTo(Bond.Order.SINGLE);
    double strength = 5 + surroundings % 11;
    return switch (modality) {
      case INFRARED -> new SpectrumPoint(place, strength);
      case RAMAN -> new SpectrumPoint(place, 40 - strength);
      case ULTRAVIOLET_VISIBLE -> new SpectrumPoint(3 + place / 500, strength / 50);
    };
  }

  private static int surroundings(MolecularGraph graph, int atom) {
    int sum = graph.elements().get(atom).atomicNumber();
    for (Bond bond : graph.bonds()) {
      if (bond.first() == atom || bond.second() == atom) {
        int other = bond.first() == atom ? bond.second() : bond.first();
        sum += graph.elements().get(other).atomicNumber();
      }
    }
    return sum;
  }
}
