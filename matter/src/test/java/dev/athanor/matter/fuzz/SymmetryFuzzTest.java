package dev.athanor.matter.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.athanor.matter.symmetry.SpaceGroup;
import dev.athanor.matter.symmetry.SymmetryGroups;
import dev.athanor.matter.symmetry.SymmetryOperation;
import java.util.List;

/** Triplets, Hall symbols and Hermann-Mauguin names, each input tried as all three. */
class SymmetryFuzzTest {
  @FuzzTest(maxDuration = "10m")
  @DictionaryFile(resourcePath = "symmetry.dict")
  void read(byte[] data) {
    check(Contract.text(data));
  }

  static void check(String text) {
    Contract.read(() -> SymmetryOperation.parse(text))
        .ifPresent(
            operation ->
                assertThat(SymmetryOperation.parse(operation.triplet())).isEqualTo(operation));
    Contract.read(() -> SpaceGroup.operationsOfHallSymbol(text))
        .ifPresent(SymmetryFuzzTest::checkGroup);
    for (SpaceGroup group : SpaceGroup.ofName(text)) {
      checkGroup(group.operations());
    }
  }

  private static void checkGroup(List<SymmetryOperation> operations) {
    assertThat(operations)
        .contains(SymmetryOperation.IDENTITY)
        .hasSizeLessThanOrEqualTo(SymmetryGroups.MAX_OPERATIONS);
    for (SymmetryOperation operation : operations) {
      assertThat(operations).contains(operation.inverse());
    }
  }
}
