package dev.athanor.models.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is written is read again, and nothing else is. */
final class WeightFileTest {
  private static byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new WeightFile("toy", "1", Map.of("width", 2.0), Map.of("a", new float[] {1.5f, -2, 1e-7f}))
        .write(out);
    return out.toByteArray();
  }

  private static WeightFile read(byte[] bytes, String model) {
    return WeightFile.read(new ByteArrayInputStream(bytes), model);
  }

  @Test
  void comesBackAsItWas() throws IOException {
    WeightFile file = read(bytes(), "toy");
    assertThat(file.version()).isEqualTo("1");
    assertThat(file.setting("width")).isEqualTo(2);
    assertThat(file.array("a", 3)).containsExactly(1.5f, -2, 1e-7f);
    assertCode(() -> file.array("a", 4), ModelErrors.WEIGHTS_MISMATCH);
    assertCode(() -> file.array("b"), ModelErrors.WEIGHTS_MISMATCH);
    assertCode(() -> file.setting("depth"), ModelErrors.WEIGHTS_MISMATCH);
  }

  @Test
  void anyCutIsNoticed() throws IOException {
    byte[] whole = bytes();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertCode(() -> read(cut, "toy"), ModelErrors.WEIGHTS_CORRUPTED);
    }
    byte[] longer = Arrays.copyOf(whole, whole.length + 1);
    assertCode(() -> read(longer, "toy"), ModelErrors.WEIGHTS_CORRUPTED);
  }

  @Test
  void anyChangeOfTheNumbersIsNoticed() throws IOException {
    byte[] whole = bytes();
    for (int at = whole.length - 12; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 4;
      assertCode(() -> read(changed, "toy"), ModelErrors.WEIGHTS_CORRUPTED);
    }
  }

  @Test
  void anotherModelOrFormatIsRefused() throws IOException {
    byte[] whole = bytes();
    assertCode(() -> read(whole, "other"), ModelErrors.WEIGHTS_MISMATCH);
    byte[] newer = whole.clone();
    newer[4] = 9;
    assertCode(() -> read(newer, "toy"), ModelErrors.WEIGHTS_MISMATCH);
  }

  private static void assertCode(Runnable action, ModelErrors code) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
