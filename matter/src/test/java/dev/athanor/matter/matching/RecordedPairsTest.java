package dev.athanor.matter.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The recorded answers of pymatgen 2022.11.7 (StructureMatcher, default settings). */
class RecordedPairsTest {
  @Test
  void agreesWithPymatgenOnTwoHundredPairs() {
    StructureMatcher matcher = StructureMatcher.standard();
    List<MatchingPair> pairs = RecordedPairs.pairs();
    List<String> answers = RecordedPairs.lines(RecordedPairs.TABLE);
    assertThat(answers).hasSize(pairs.size());
    int same = 0;
    for (int i = 0; i < pairs.size(); i++) {
      MatchingPair pair = pairs.get(i);
      String[] answer = answers.get(i).split("\t", -1);
      ReducedCrystal first = matcher.reduced(pair.first());
      ReducedCrystal second = matcher.reduced(pair.second());
      boolean fits = answer[1].equals("true");
      assertThat(matcher.fits(first, second, SpeciesRule.SAME)).as(pair.id()).isEqualTo(fits);
      assertThat(matcher.fits(first, second, SpeciesRule.ANONYMOUS))
          .as(pair.id())
          .isEqualTo(answer[2].equals("true"));
      if (fits) {
        StructureMatch match = matcher.match(first, second, SpeciesRule.SAME).orElseThrow();
        assertThat(match.rms())
            .as(pair.id())
            .isCloseTo(Double.parseDouble(answer[3]), within(1e-5));
        assertThat(match.maxDistance())
            .as(pair.id())
            .isCloseTo(Double.parseDouble(answer[4]), within(1e-4));
        same++;
      }
    }
    assertThat(same).isBetween(60, 160);
  }
}
