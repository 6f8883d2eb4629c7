package dev.athanor.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.agent.investigation.Budget;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class BudgetTextTest {
  private final BudgetText text = new BudgetText();

  @Test
  void readsTimeAndCalls() {
    assertThat(text.convert("90s,15")).isEqualTo(new Budget(15, 90));
    assertThat(text.convert("20m")).isEqualTo(new Budget(40, 1200));
    assertThat(text.convert("1h,60")).isEqualTo(new Budget(60, 3600));
  }

  @Test
  void refusesAnythingElse() {
    for (String bad : new String[] {"", "20", "-5m", "20m,", "1d", "20m,x"}) {
      assertThatThrownBy(() -> text.convert(bad)).isInstanceOf(TypeConversionException.class);
    }
  }
}
