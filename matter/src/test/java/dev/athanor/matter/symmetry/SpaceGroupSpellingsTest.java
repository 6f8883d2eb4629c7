package dev.athanor.matter.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every setting is found by the spellings of its names that files use. */
class SpaceGroupSpellingsTest {
  @Test
  void blanksUnderscoresCaseAndMarkupDoNotMatter() {
    for (SpaceGroup group : SpaceGroup.all()) {
      for (String name : List.of(group.symbol(), group.fullSymbol())) {
        for (String spelling :
            List.of(
                name,
                name.replace(" ", ""),
                name.replace(' ', '_'),
                name.toUpperCase(java.util.Locale.ROOT),
                // screws as SHELX, the COD and web pages print them
                name.replaceAll("([2346])([1-5])", "$1($2)"),
                name.replaceAll("([2346])([1-5])", "$1~$2~"),
                name.replaceAll("([2346])([1-5])", "$1<sub>$2</sub>"),
                name.replaceAll("([2346])([1-5])", "$1_$2"))) {
          assertThat(SpaceGroup.ofName(spelling)).as(spelling).contains(group);
        }
      }
    }
  }

  @Test
  void hallSymbolsGiveTheOperationsOfTheirSetting() {
    for (SpaceGroup group : SpaceGroup.all()) {
      for (String spelling :
          List.of(
              group.hallSymbol(),
              group.hallSymbol().replace(' ', '_'),
              group.hallSymbol().toLowerCase(java.util.Locale.ROOT))) {
        assertThat(SpaceGroup.operationsOfHallSymbol(spelling))
            .as(spelling)
            .containsExactlyInAnyOrderElementsOf(group.operations());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Fd-3m:1, 525",
    "F d -3 m S, 525",
    "F d -3 m (origin choice 1), 525",
    "F 41/d -3 2/m {origin choice 2}, 526",
    "Fd3m Z, 526",
    "R -3 m H, 458",
    "R-3m:r, 459",
    "R -3 m {rhombohedral axes}, 459",
    "H 3 2, 444",
    "H-3m, 458",
    "I 41/a m d O2, 427",
    "C m m b, 317",
    "A b a m, 307",
    "B b a b :2, 333"
  })
  void aChoiceInTheNameLeavesOneSetting(String name, int row) {
    assertThat(SpaceGroup.ofName(name)).extracting(SpaceGroup::row).containsExactly(row);
  }
}
