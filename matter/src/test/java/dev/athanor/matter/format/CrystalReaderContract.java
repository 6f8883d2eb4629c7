package dev.athanor.matter.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What every reader of crystals does with input that is right, wrong, cut off, or hostile. */
abstract class CrystalReaderContract {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Reads a whole text, failing with the first thing that is wrong. */
  abstract List<CrystalRecord> read(String text);

  /** Rock salt, two atoms or more. */
  abstract String valid();

  /** A number of the valid text that, when it is none, makes it wrong. */
  abstract String number();

  @Test
  void readsWhatIsRight() {
    List<CrystalRecord> entries = read(valid());
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).crystal().composition().reducedFormula()).isEqualTo("NaCl");
  }

  @Test
  void rejectsNothing() {
    assertRejectedWithLine("");
    assertRejectedWithLine("\n \n\t\n");
  }

  @Test
  void rejectsNoise() {
    Random random = new Random(20261123);
    for (int round = 0; round < 20; round++) {
      StringBuilder noise = new StringBuilder();
      for (int i = 0; i < 2_000; i++) {
        noise.append((char) random.nextInt(256));
      }
      assertRejectedWithLine(noise.toString());
    }
  }

  @Test
  void rejectsWhatIsCutOff() {
    String text = valid();
    int rejected = 0;
    for (int length = 0; length < text.length(); length++) {
      try {
        read(text.substring(0, length));
      } catch (MatterException e) {
        rejected++;
      }
    }
    assertThat(rejected).isGreaterThan(text.length() / 2);
  }

  @Test
  void namesTheLineOfAWrongNumber() {
    int at = valid().indexOf(number());
    assertThat(at).isPositive();
    String wrong = valid().replace(number(), "4.x1");
    long line = valid().substring(0, at).lines().count() + (valid().charAt(at - 1) == '\n' ? 1 : 0);
    assertThatThrownBy(() -> read(wrong))
        .isInstanceOfSatisfying(
            MatterException.class, e -> assertThat(e.line()).hasValue((int) line));
  }

  @Test
  void survivesMutations() {
    Random random = new Random(7);
    String text = valid();
    for (int round = 0; round < 2_000; round++) {
      StringBuilder mutated = new StringBuilder(text);
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        int at = random.nextInt(mutated.length());
        switch (random.nextInt(3)) {
          case 0 -> mutated.setCharAt(at, (char) random.nextInt(128));
          case 1 -> mutated.deleteCharAt(at);
          default -> mutated.insert(at, "'\";_-9.?#\n".charAt(random.nextInt(10)));
        }
      }
      try {
        read(mutated.toString());
      } catch (MatterException expected) {
        assertThat(expected.code()).isNotNull();
      }
    }
  }

  @Test
  void boundsTheTimeOnLargeInput() {
    for (String piece :
        List.of("1 ", "'a ", "[", "x\n", ";\n", "loop_\n_a ", "\"", "= ", "{\"a\":")) {
      String large = valid() + piece.repeat(4_000_000 / piece.length());
      Assertions.assertTimeoutPreemptively(
          PATIENCE,
          () -> {
            try {
              read(large);
            } catch (MatterException expected) {
              assertThat(expected.code()).isNotNull();
            }
          });
    }
  }

  private void assertRejectedWithLine(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(MatterException.class, e -> assertThat(e.line()).isPresent());
  }
}
