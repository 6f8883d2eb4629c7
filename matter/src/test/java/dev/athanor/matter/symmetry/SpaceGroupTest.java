package dev.athanor.matter.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceGroupTest {
  /**
   * The counts and fingerprints of rows 1 to 530 were compared, operation by operation, with the
   * database of spglib 2.8.0 when they were recorded.
   */
  @Test
  void theCrystalSystemFollowsFromTheNumber() {
    int[] last = {2, 15, 74, 142, 167, 194, 230};
    String[] systems = {
      "triclinic", "monoclinic", "orthorhombic", "tetragonal", "trigonal", "hexagonal", "cubic"
    };
    int first = 1;
    for (int i = 0; i < last.length; i++) {
      assertThat(SpaceGroup.ofNumber(first).orElseThrow().crystalSystem()).isEqualTo(systems[i]);
      assertThat(SpaceGroup.ofNumber(last[i]).orElseThrow().crystalSystem()).isEqualTo(systems[i]);
      first = last[i] + 1;
    }
  }

  @Test
  void everySettingHasTheRecordedOperations() throws IOException {
    int checked = 0;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(SpaceGroup.class.getResourceAsStream("settings.tsv")),
                StandardCharsets.UTF_8))) {
      for (String line : reader.lines().filter(l -> !l.startsWith("#")).toList()) {
        String[] columns = line.split("\t", -1);
        List<SymmetryOperation> operations = HallSymbol.operations(columns[4]);
        assertThat(operations)
            .as(line)
            .hasSize(Integer.parseInt(columns[5]))
            .doesNotHaveDuplicates();
        assertThat(Long.toHexString(SymmetryGroups.fingerprint(operations)))
            .as(line)
            .isEqualTo(columns[6]);
        checked++;
      }
    }
    assertThat(checked).isEqualTo(563);
  }

  @Test
  void theTableHoldsAllTypesAndFindsEachSettingByItsOperations() {
    assertThat(SpaceGroup.all().stream().filter(g -> g.row() <= 530).mapToInt(g -> g.number()))
        .hasSize(530);
    assertThat(SpaceGroup.all().stream().map(SpaceGroup::number).distinct()).hasSize(230);
    assertThat(SpaceGroup.all().stream().filter(g -> g.row() <= 530))
        .allSatisfy(
            group -> {
              SpaceGroup found = SpaceGroup.ofOperations(group.operations()).orElseThrow();
              assertThat(found.number()).isEqualTo(group.number());
              assertThat(new HashSet<>(found.operations()))
                  .isEqualTo(new HashSet<>(group.operations()));
            });
  }

  @Test
  void standardSettingsAreClosedGroupsWithInverses() {
    for (int number : new int[] {1, 2, 14, 62, 88, 122, 141, 166, 194, 198, 221, 230}) {
      List<SymmetryOperation> operations = SpaceGroup.ofNumber(number).orElseThrow().operations();
      assertThat(SymmetryGroups.isClosed(operations)).isTrue();
      assertThat(operations.get(0)).isEqualTo(SymmetryOperation.IDENTITY);
      for (SymmetryOperation operation : operations) {
        assertThat(operation.after(operation.inverse())).isEqualTo(SymmetryOperation.IDENTITY);
      }
    }
    assertThat(SymmetryGroups.isClosed(List.of(SymmetryOperation.parse("-x,y,-z+1/2")))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "F d -3 m :1| 227| 1",
        "F d -3 m :2| 227| 2",
        "Fd-3m S| 227| 1",
        "F d -3 m Z| 227| 2",
        "Fd3m| 227| 2",
        "Fm3m| 225| ''",
        "F m 3 m| 225| ''",
        "Pm3n| 223| ''",
        "Ia3d| 230| ''",
        "Pa3| 205| ''",
        "P6_3/mmc| 194| ''",
        "P 63/m m c| 194| ''",
        "P63/MMC| 194| ''",
        "P2(1)/c| 14| b1",
        "P 1 21/n 1| 14| b2",
        "P21/n| 14| b2",
        "P 21/a| 14| b3",
        "R -3 m :H| 166| H",
        "R -3 m R| 166| R",
        "R-3mH| 166| H",
        "Cmce| 64| ''",
        "Cmca| 64| ''",
        "Pbnm| 62| cab",
        "Pnma| 62| ''",
        "P 21/n 21/m 21/a| 62| ''",
        "I41/amd| 141| 2",
        "I 41/a m d :1| 141| 1",
        "C 1 2/c 1| 15| b1",
        "A 1 2/n 1| 15| b2",
        "B 1 1 2/b| 15| -c1",
        "P n -3 n (origin choice 1)| 222| 1",
        "C -1| 2| ''"
      })
  void namesAreFound(String name, int number, String choice) {
    List<SpaceGroup> found = SpaceGroup.ofName(name);
    assertThat(found).isNotEmpty();
    assertThat(found.get(0).number()).isEqualTo(number);
    assertThat(found.get(0).choice()).startsWith(choice);
  }

  @Test
  void everyPrintedSymbolFindsItsType() {
    assertThat(SpaceGroup.all())
        .allSatisfy(
            group -> {
              assertThat(SpaceGroup.ofName(group.fullSymbol())).contains(group);
              assertThat(SpaceGroup.ofName(group.fullSymbol().replace(" ", ""))).contains(group);
              assertThat(SpaceGroup.ofHallSymbol(group.hallSymbol())).isPresent();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "P 7",
    "Q 1",
    "''",
    "Fd-3m:3",
    "nonsense of a name that is much too long to be one at all xx"
  })
  void whatIsNoNameFindsNothing(String name) {
    assertThat(SpaceGroup.ofName(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-P 2 9", "X 2", "P 5", "P 61'", "P 2 2 2 2 2 2", "P 2 (1 2)", "P 2 (1 2 3", "-"})
  void whatIsNoHallSymbolIsRejected(String symbol) {
    assertThatThrownBy(() -> SpaceGroup.operationsOfHallSymbol(symbol))
        .isInstanceOfSatisfying(
            MatterException.class, e -> assertThat(e.code()).isEqualTo(MatterErrors.BAD_SYMMETRY));
  }

  @Test
  void aHallSymbolMayShiftTheOriginOrChangeTheBasis() {
    assertThat(SpaceGroup.operationsOfHallSymbol("-P 2ybc (x+1/4,y,z)"))
        .contains(SymmetryOperation.parse("-x+1/2,-y,-z"));
    assertThat(SpaceGroup.operationsOfHallSymbol("-R 3 2 \""))
        .containsExactlyInAnyOrderElementsOf(
            SpaceGroup.ofHallSymbol("-R 3 2\"").orElseThrow().operations());
  }
}
