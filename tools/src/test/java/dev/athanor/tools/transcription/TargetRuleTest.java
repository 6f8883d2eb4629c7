package dev.athanor.tools.transcription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.tools.ToolException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TargetRuleTest {
  @Test
  void thresholdsTellNumbersApart() {
    TargetRule rule = new TargetRule.Thresholds("tc_K", List.of(0.0, 10.0, 40.5));
    assertThat(rule.labels())
        .containsExactly("at most 0", "above 0 to 10", "above 10 to 40.5000", "above 40.5000");
    assertThat(rule.labelOf("-1")).hasValue(0);
    assertThat(rule.labelOf("0")).hasValue(0);
    assertThat(rule.labelOf(" 0.1 ")).hasValue(1);
    assertThat(rule.labelOf("40.5")).hasValue(2);
    assertThat(rule.labelOf("1e3")).hasValue(3);
    assertThat(rule.labelOf("warm")).isEmpty();
    assertThat(rule.labelOf("NaN")).isEmpty();
  }

  @Test
  void wordsAreThoseThatWereDeclared() {
    TargetRule rule = new TargetRule.Words("class", List.of("metal ", "insulator"));
    assertThat(rule.labelOf("insulator")).hasValue(1);
    assertThat(rule.labelOf("glass")).isEmpty();
  }

  @Test
  void whatTellsNothingApartIsRefused() {
    assertThatThrownBy(() -> new TargetRule.Thresholds("x", List.of()))
        .isInstanceOf(ToolException.class);
    assertThatThrownBy(() -> new TargetRule.Thresholds("x", List.of(1.0, 1.0)))
        .isInstanceOf(ToolException.class);
    assertThatThrownBy(() -> new TargetRule.Words("x", List.of("a")))
        .isInstanceOf(ToolException.class);
    assertThatThrownBy(() -> new TargetRule.Words("x", List.of("a", "a ")))
        .isInstanceOf(ToolException.class);
    assertThatThrownBy(() -> new ColumnRange("x", 2, 2)).isInstanceOf(ToolException.class);
    assertThatThrownBy(() -> new ColumnRange("x", 0, Double.POSITIVE_INFINITY))
        .isInstanceOf(ToolException.class);
  }
}
