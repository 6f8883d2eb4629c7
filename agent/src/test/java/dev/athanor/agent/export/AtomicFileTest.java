package dev.athanor.agent.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void appearsWhole() throws IOException {
    Path target = folder.resolve("new/a.txt");
    try (AtomicFile file = AtomicFile.create(target)) {
      file.stream().write("whole".getBytes(StandardCharsets.UTF_8));
      assertThat(target).doesNotExist();
      file.commit();
    }
    assertThat(target).hasContent("whole");
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void leavesNothingWithoutCommit() throws IOException {
    Path target = Files.writeString(folder.resolve("a.txt"), "earlier");
    try (AtomicFile file = AtomicFile.create(target)) {
      file.stream().write('x');
    }
    assertThat(target).hasContent("earlier");
    assertThat(count()).isEqualTo(1);
  }

  private long count() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
