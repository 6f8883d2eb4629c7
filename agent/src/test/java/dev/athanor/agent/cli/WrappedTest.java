package dev.athanor.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTest {
  @Test
  void breaksBetweenWords() {
    assertThat(Wrapped.lines("one two three four", 9)).containsExactly("one two", "three", "four");
  }

  @Test
  void keepsParagraphsAndIndentsItems() {
    assertThat(Wrapped.lines("a\n\n- one two three\n1. four five", 9))
        .containsExactly("a", "", "- one two", "  three", "1. four", "   five");
  }

  @Test
  void aWordLongerThanTheLineStandsAlone() {
    assertThat(Wrapped.lines("see /a/very/long/pointer", 8))
        .containsExactly("see", "/a/very/long/pointer");
  }

  @Test
  void cutsWithASign() {
    assertThat(Wrapped.cut("rhenium", 5)).isEqualTo("rhen…");
    assertThat(Wrapped.cut("Re", 5)).isEqualTo("Re");
  }

  @Test
  void saysTimesAsPeopleDo() {
    assertThat(Wrapped.duration(420)).isEqualTo("0.4 s");
    assertThat(Wrapped.duration(12_300)).isEqualTo("12 s");
    assertThat(Wrapped.duration(125_000)).isEqualTo("2 min 5 s");
  }
}
