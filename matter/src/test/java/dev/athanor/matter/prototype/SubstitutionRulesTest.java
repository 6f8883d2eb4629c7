package dev.athanor.matter.prototype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.prototype.RuleVerdict.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstitutionRulesTest {
  /** Pairs that form full series of solid solutions or isotypic salts, and pairs that do not. */
  @ParameterizedTest
  @CsvSource({
    "BaTiO3,Ba,Sr,''",
    "PbTiO3,Ti,Zr,''",
    "SrTiO3,Ti,Ce,IONIC_RADIUS",
    "BaTiO3,Ba,Mg,IONIC_RADIUS",
    "BaTiO3,Ba,Na,CHARGE_BALANCE",
    "LaAlO3,La,Nd,''",
    "NaCl,Na,Ag,ELECTRONEGATIVITY",
    "NaCl,Cl,Br,''",
    "MgO,Mg,Fe,''",
    "CaO,Ca,Na,CHARGE_BALANCE",
    "V3Si,Si,Ge,''",
    "Nb3Sn,Nb,Ta,''",
    "ZrRe2,Re,Os,''",
    "ZrRe2,Zr,Be,METALLIC_RADIUS",
    "Nb3Sn,Nb,Cs,METALLIC_RADIUS",
    "CuAu,Au,Cs,ELECTRONEGATIVITY"
  })
  void whichRuleFails(String parent, Element from, Element to, String broken) {
    List<RuleVerdict> verdicts =
        SubstitutionRules.replace(Composition.parse(parent), Map.of(from, to));
    assertThat(verdicts).isNotEmpty();
    List<Rule> failed = verdicts.stream().filter(v -> !v.kept()).map(RuleVerdict::rule).toList();
    if (broken.isEmpty()) {
      assertThat(failed).isEmpty();
      assertThat(SubstitutionRules.allKept(verdicts)).isTrue();
    } else {
      assertThat(failed).contains(Rule.valueOf(broken));
      assertThat(SubstitutionRules.allKept(verdicts)).isFalse();
    }
  }

  @Test
  void verdictsShowTheirNumbers() {
    List<RuleVerdict> verdicts =
        SubstitutionRules.replace(
            Composition.parse("BaTiO3"), Map.of(Element.Ba, Element.Mg), Map.of(Element.Ba, 12));
    assertThat(find(verdicts, Rule.CHARGE_BALANCE).explanation()).contains("Mg +2", "O -2");
    // Shannon: Ba 2+ with twelve neighbours 1.75, Mg 2+ at most with eight 1.03
    assertThat(find(verdicts, Rule.IONIC_RADIUS).explanation())
        .contains("Mg 1.030 angstrom")
        .contains("Ba 1.750 angstrom")
        .contains("41.1 %");
    RuleVerdict ratio = find(verdicts, Rule.RADIUS_RATIO);
    assertThat(ratio.kept()).isFalse();
    assertThat(ratio.explanation()).contains("12 neighbours");
  }

  /** A mean state counts: holes in a cuprate keep the balance, and its radius lies between. */
  @Test
  void fractionsOfElementsAreBalanced() {
    List<RuleVerdict> verdicts =
        SubstitutionRules.replace(
            Composition.parse("La1.85Sr0.15CuO4"), Map.of(Element.Sr, Element.Ba));
    assertThat(find(verdicts, Rule.CHARGE_BALANCE).explanation()).contains("Cu +2.15");
    assertThat(SubstitutionRules.allKept(verdicts)).isTrue();
  }

  @Test
  void humeRotheryForMixtures() {
    assertThat(
            SubstitutionRules.allKept(
                SubstitutionRules.mix(Map.of(Element.Cu, 1.0, Element.Ni, 1.0))))
        .isTrue();
    // the senary alloy of Cantor's kind mixes; one with hafnium and beryllium does not
    assertThat(
            find(
                    SubstitutionRules.mix(
                        Map.of(Element.Cr, 1.0, Element.Fe, 1.0, Element.Co, 1.0, Element.Ni, 1.0)),
                    Rule.RADIUS_SCATTER)
                .kept())
        .isTrue();
    List<RuleVerdict> bad = SubstitutionRules.mix(Map.of(Element.Hf, 0.5, Element.Be, 0.5));
    assertThat(find(bad, Rule.METALLIC_RADIUS).kept()).isFalse();
    assertThat(find(bad, Rule.RADIUS_SCATTER).kept()).isFalse();
    assertThatThrownBy(() -> SubstitutionRules.mix(Map.of(Element.Cu, 1.0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anElementThatStaysIsNotJudged() {
    List<RuleVerdict> verdicts =
        SubstitutionRules.replace(
            Composition.parse("NaCl"), Map.of(Element.Na, Element.Na, Element.Fe, Element.Co));
    assertThat(verdicts).extracting(RuleVerdict::rule).containsExactly(Rule.CHARGE_BALANCE);
  }

  private static RuleVerdict find(List<RuleVerdict> verdicts, Rule rule) {
    Optional<RuleVerdict> found = verdicts.stream().filter(v -> v.rule() == rule).findFirst();
    assertThat(found).as(rule + " in " + verdicts).isPresent();
    return found.orElseThrow();
  }
}
