package dev.athanor.agent.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLinesTest {
  @Test
  void quotesWhatNeedsIt() throws IOException {
    StringBuilder text = new StringBuilder();
    new CsvLines(text).write(List.of("a", "b,c", "say \"so\"", "two\nlines", ""));
    assertThat(text.toString()).isEqualTo("a,\"b,c\",\"say \"\"so\"\"\",\"two\nlines\",\n");
  }
}
