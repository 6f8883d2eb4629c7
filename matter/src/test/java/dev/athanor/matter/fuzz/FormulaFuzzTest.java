package dev.athanor.matter.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.athanor.matter.chemistry.Composition;

class FormulaFuzzTest {
  /** Amounts are printed with six decimals; below this, nothing of them is left. */
  private static final double SMALLEST_PRINTED = 1e-3;

  private static final double LARGEST_READ = 1e6;

  @FuzzTest(maxDuration = "10m")
  @DictionaryFile(resourcePath = "formula.dict")
  void read(byte[] data) {
    check(Contract.text(data));
  }

  static void check(String text) {
    Contract.read(() -> Composition.parse(text)).ifPresent(FormulaFuzzTest::writeAndRead);
  }

  private static void writeAndRead(Composition composition) {
    assertThat(composition.anonymousFormula()).isNotEmpty();
    assertThat(composition.reducedFormula()).isNotEmpty();
    assertThat(composition.mass()).isPositive();
    boolean printable =
        composition.amounts().values().stream()
            .allMatch(amount -> amount > SMALLEST_PRINTED && amount < LARGEST_READ);
    if (printable) {
      Composition again = Composition.parse(composition.formula());
      assertThat(again.elements()).isEqualTo(composition.elements());
      assertThat(again.atomCount()).isCloseTo(composition.atomCount(), within(.1));
      assertThat(again.formula()).isEqualTo(composition.formula());
    }
  }
}
