package dev.athanor.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTraitsTest {
  @Test
  void readsWhatTheLauncherSays() {
    TerminalTraits traits = TerminalTraits.of("02", Map.of("COLUMNS", "120"));
    assertThat(traits.inputIsTerminal()).isTrue();
    assertThat(traits.outputIsTerminal()).isFalse();
    assertThat(traits.errorIsTerminal()).isTrue();
    assertThat(traits.width()).isEqualTo(120);
    assertThat(traits.outputColour()).isFalse();
    assertThat(traits.errorColour()).isTrue();
  }

  @Test
  void withoutALauncherNothingIsATerminal() {
    assertThat(TerminalTraits.of("", Map.of()))
        .isEqualTo(new TerminalTraits(false, false, false, true, 80));
  }

  @Test
  void coloursCanBeDeclined() {
    assertThat(TerminalTraits.of("012", Map.of("NO_COLOR", "1")).outputColour()).isFalse();
    assertThat(TerminalTraits.of("012", Map.of("NO_COLOR", "")).outputColour()).isTrue();
    assertThat(TerminalTraits.of("012", Map.of("TERM", "dumb")).outputColour()).isFalse();
  }

  @Test
  void aWidthThatIsNoNumberIsIgnored() {
    assertThat(TerminalTraits.of("", Map.of("COLUMNS", "wide")).width()).isEqualTo(80);
  }
}
