package dev.athanor.matter.prototype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Element;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
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

  @Test
  void metalsHaveATableOfTheirOwn() {
    Substitution metals = Substitution.intermetallic();
    // silver replaces sodium in salts more than in alloys
    assertThat(metals.logOdds(Element.Na, Element.Ag))
        .isLessThan(TABLE.logOdds(Element.Na, Element.Ag) + 1);
    assertThat(metals.likely(Element.Rh, 6)).contains(Element.Ir, Element.Co);
    assertThat(metals.likely(Element.Sn, 8)).contains(Element.Pb, Element.In);
  }

  @ParameterizedTest
  @CsvSource({"Ti4+,Zr4+", "Ba2+,Sr2+", "O2-,S2-", "Fe3+,Cr3+", "La3+,Nd3+", "Cl-,Br-", "K+,Rb+"})
  void ionsOfOneKindReplaceEachOther(String from, String to) {
    IonSubstitution table = IonSubstitution.standard();
    Ion a = Ion.parse(from).orElseThrow();
    Ion b = Ion.parse(to).orElseThrow();
    assertThat(table.likely(a, 10)).contains(b);
    assertThat(table.logOdds(a, b).orElseThrow()).isPositive();
    double sum = table.ions().stream().mapToDouble(i -> table.probability(a, i).orElse(0)).sum();
    assertThat(sum).isCloseTo(1, within(1e-9));
  }

  @Test
  void cationsDoNotReplaceAnions() {
    IonSubstitution table = IonSubstitution.standard();
    Ion oxide = Ion.parse("O2-").orElseThrow();
    Ion barium = Ion.parse("Ba2+").orElseThrow();
    assertThat(table.logOdds(oxide, barium).orElseThrow()).isLessThan(-2);
    assertThat(table.logOdds(oxide, oxide)).isEmpty();
    assertThat(table.probability(oxide, new Ion(Element.O, 7))).isEmpty();
    assertThat(table.likely(new Ion(Element.O, 7), 3)).isEmpty();
  }

  @Test
  void ionsAreReadAsTheyArePrinted() {
    for (Ion ion : IonSubstitution.standard().ions()) {
      assertThat(Ion.parse(ion.toString())).contains(ion);
    }
    assertThat(Ion.parse("Cl-")).contains(new Ion(Element.Cl, -1));
    assertThat(Ion.parse("Nb")).contains(new Ion(Element.Nb, 0));
    assertThat(Ion.parse("3+")).isEmpty();
    assertThat(Ion.parse("Xx2+")).isEmpty();
  }
}
