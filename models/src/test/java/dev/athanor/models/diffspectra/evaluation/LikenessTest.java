package dev.athanor.models.diffspectra.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.models.diffspectra.evaluation.RankingEvaluation.Answer;
import dev.athanor.models.diffspectra.evaluation.RankingEvaluation.Setting;
import dev.athanor.models.diffspectra.evaluation.RankingEvaluation.Shown;
import dev.athanor.models.diffspectra.evaluation.RankingEvaluation.Told;
import dev.athanor.models.diffspectra.ranking.training.RankingTraining;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.diffspectra.spectra.MoleculeSpectra;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** First answers are compared with the right ones, and no answer is like nothing. */
final class LikenessTest {
  @Test
  void theRightOneIsWhollyAlike() {
    Likeness likeness = Likeness.of(List.of(answer("CCO", 1, "CCO")));

    assertThat(likeness).isEqualTo(new Likeness(1, 0, 1));
  }

  @Test
  void anIsomerSharesSomeOfItsBonds() {
    Likeness likeness = Likeness.of(List.of(answer("CCO", 0, "COC")));

    assertThat(likeness.tanimoto()).isBetween(0.01, 0.9);
    assertThat(likeness.bonds()).isCloseTo(2, within(1e-9));
    assertThat(likeness.valid()).isEqualTo(1);
  }

  @Test
  void noAnswerLacksEveryBond() {
    assertThat(Likeness.of(List.of(answer("CCO", 0)))).isEqualTo(new Likeness(0, 2, 0));
  }

  @Test
  void anotherFormulaIsNotValid() {
    assertThat(Likeness.of(List.of(answer("CCO", 0, "CCN"))).valid()).isZero();
  }

  private static Answer answer(String right, int rank, String... first) {
    MolecularGraph graph = Smiles.parse(right);
    return new Answer(
        Setting.of(EnumSet.of(Modality.RAMAN), Shown.CURVES, Told.FORMULA),
        new RankingTraining.Known(
            graph,
            InchiKey.of(graph).value(),
            new MoleculeSpectra("a", Map.of(), Optional.empty(), Optional.empty())),
        List.of(first).stream().map(Smiles::parse).toList(),
        rank,
        rank > 0,
        0.5,
        7,
        0.1);
  }
}
