package dev.athanor.matter.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CifReader;
import dev.athanor.matter.format.CrystalJsonLines;
import dev.athanor.matter.format.ExtendedXyzReader;
import dev.athanor.matter.format.PoscarReader;
import dev.athanor.matter.format.StructureSink;
import dev.athanor.matter.spectroscopy.JcampReader;
import dev.athanor.matter.spectroscopy.SpectrumRecord;
import dev.athanor.matter.spectroscopy.SpectrumSink;
import dev.athanor.matter.spectroscopy.SpectrumTextReader;
import dev.athanor.matter.spectroscopy.SpectrumTraits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Readers against texts that were made to be dear to read: nothing but the module's exception
 * leaves them. In every build with a quarter of a mebibyte; with 64 MiB, the most that is read at
 * all, in the profile {@code fuzz}, whose heap of 1 GiB every reader must do with.
 */
class LargeInputTest {
  private static final int SMALL = 1 << 18;
  private static final int LOOKED_AT = 100;

  /** A hang lasts longer than this on any machine. */
  private static final Duration HANG = Duration.ofMinutes(5);

  @TestFactory
  Stream<DynamicTest> aSmallerTextIsReadOrRejected() {
    return tests(new LargeInputs(SMALL));
  }

  @TestFactory
  @Tag("large")
  Stream<DynamicTest> theLargestTextIsReadOrRejectedWithinAGibibyte() {
    return tests(new LargeInputs(LargeInputs.LARGEST));
  }

  private static Stream<DynamicTest> tests(LargeInputs inputs) {
    List<DynamicTest> tests = new ArrayList<>();
    add(tests, "CIF", inputs.cif(), text -> CifReader.read(text, "x"));
    add(tests, "POSCAR", inputs.poscar(), text -> PoscarReader.read(text, "x"));
    add(
        tests,
        "extended XYZ",
        inputs.extendedXyz(),
        text -> ExtendedXyzReader.read(text, "x", new ForgettingStructures()));
    add(tests, "crystal JSON", inputs.json(), CrystalJsonLines::parse);
    add(
        tests,
        "JCAMP-DX",
        inputs.jcamp(),
        text -> JcampReader.read(text, "x", new ForgettingSpectra()));
    add(
        tests,
        "columns",
        inputs.columns(),
        text -> SpectrumTextReader.read(text, "x", SpectrumTraits.INFRARED_CURVE));
    return tests.stream();
  }

  private static void add(
      List<DynamicTest> tests,
      String format,
      Map<String, Supplier<String>> inputs,
      Consumer<String> reader) {
    inputs.forEach(
        (name, input) ->
            tests.add(
                DynamicTest.dynamicTest(
                    format + ": " + name,
                    () -> {
                      String text = input.get();
                      assertTimeoutPreemptively(HANG, () -> readOrReject(reader, text));
                    })));
  }

  private static void readOrReject(Consumer<String> reader, String text) {
    try {
      reader.accept(text);
    } catch (MatterException e) {
      Contract.checkError(e);
    }
  }

  /** What callers keep is theirs to bound; of millions of errors the first few are looked at. */
  private static final class ForgettingStructures implements StructureSink {
    private int looked;

    @Override
    public void accepted(CrystalRecord entry) {}

    @Override
    public void rejected(String id, MatterException why) {
      if (looked++ < LOOKED_AT) {
        Contract.checkError(why);
      }
    }
  }

  private static final class ForgettingSpectra implements SpectrumSink {
    private int looked;

    @Override
    public void accepted(SpectrumRecord entry) {}

    @Override
    public void rejected(String id, MatterException why) {
      if (looked++ < LOOKED_AT) {
        Contract.checkError(why);
      }
    }
  }
}
