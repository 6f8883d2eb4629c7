package dev.athanor.matter.prototype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Element;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubstitutionTest {
  private static final Substitution TABLE = Substitution.standard();

  @ParameterizedTest
  @EnumSource(Element.class)
  void probabilitiesAddUpToOne(Element from) {
    double sum =
        Arrays.stream(Element.values()).mapToDouble(to -> TABLE.probability(from, to)).sum();
    assertThat(sum).isCloseTo(1, within(1e-9));
    assertThat(TABLE.probability(from, from)).isZero();
    assertThat(TABLE.likely(from, 5)).hasSize(5).doesNotContain(from);
  }

  /** What every inorganic chemist would write down first. */
  @ParameterizedTest
  @CsvSource({
    "Cl,Br", "Nb,Ta", "La,Ce", "K,Rb", "Sr,Ba", "S,Se", "Zr,Hf", "Re,Os", "Re,Ru", "Mo,W", "Ni,Co",
    "Rh,Ir", "Si,Ge", "Y,Ho", "Al,Ga"
  })
  void neighboursInChemistryComeEarly(Element from, Element to) {
    assertThat(TABLE.likely(from, 8)).contains(to);
    assertThat(TABLE.logOdds(from, to)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"Cl,Na", "O,La", "Re,K", "Cs,C", "F,Zr"})
  void strangersDoNotReplaceEachOther(Element from, Element to) {
    assertThat(TABLE.logOdds(from, to)).isNegative();
    assertThat(TABLE.logOdds(from, from)).isGreaterThan(TABLE.logOdds(from, to));
  }
}
