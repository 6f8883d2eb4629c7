package dev.athanor.matter.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.spectroscopy.JcampReader;
import dev.athanor.matter.spectroscopy.JcampText;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumPoint;
import dev.athanor.matter.spectroscopy.SpectrumRecord;
import dev.athanor.matter.spectroscopy.SpectrumSink;
import java.util.ArrayList;
import java.util.List;

class JcampFuzzTest {
  private static final int MAX_WRITTEN = 2_000;
  private static final int PER_LINE = 7;

  @FuzzTest(maxDuration = "10m")
  @DictionaryFile(resourcePath = "jcamp.dict")
  void read(byte[] data) {
    check(Contract.text(data));
  }

  static void check(String text) {
    List<SpectrumRecord> accepted = new ArrayList<>();
    SpectrumSink sink =
        new SpectrumSink() {
          @Override
          public void accepted(SpectrumRecord entry) {
            accepted.add(entry);
          }

          @Override
          public void rejected(String id, MatterException why) {
            Contract.checkError(why);
            assertThat(why.line()).isPresent();
          }
        };
    Contract.read(
        () -> {
          JcampReader.read(text, "fuzz", sink);
          return true;
        });
    accepted.stream()
        .map(SpectrumRecord::spectrum)
        .filter(spectrum -> spectrum.points().size() <= MAX_WRITTEN)
        .forEach(JcampFuzzTest::writeAndRead);
  }

  /** The ordinates, made small whole numbers, in every form of table. */
  private static void writeAndRead(Spectrum spectrum) {
    int[] ordinates =
        spectrum.points().stream()
            .mapToInt(point -> (int) Math.rint(point.intensity() % 100_000))
            .toArray();
    for (JcampText.Form form : JcampText.Form.values()) {
      List<SpectrumRecord> again =
          JcampReader.read(JcampText.file(ordinates, form, PER_LINE), "again");
      assertThat(again.get(0).spectrum().points().stream().mapToDouble(SpectrumPoint::intensity))
          .containsExactlyElementsOf(
              java.util.Arrays.stream(ordinates).asDoubleStream().boxed().toList());
    }
  }
}
