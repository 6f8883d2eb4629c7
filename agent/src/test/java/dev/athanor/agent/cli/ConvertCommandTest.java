package dev.athanor.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.StructureFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertCommandTest {
  @TempDir Path folder;

  private int convert(TestingCommandLine cli, Path from, String to) {
    return cli.run("convert", from.toString(), folder.resolve(to).toString());
  }

  private Path lines(String... lines) throws IOException {
    return Files.write(folder.resolve("in.jsonl"), List.of(lines));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.cif", "a.vasp", "a.extxyz", "a.jsonl", "a.jsonl.gz", "a.cif.gz"})
  void keepsTheStructure(String name) throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(convert(cli, lines(Structures.SALT), name)).isEqualTo(ExitCodes.OK);
    List<CrystalRecord> read = StructureFiles.readAll(folder.resolve(name));
    assertThat(read).hasSize(1);
    assertThat(read.get(0).crystal().composition().reducedFormula()).isEqualTo("NaCl");
    assertThat(read.get(0).crystal().volumePerAtom())
        .isCloseTo(2.82 * 2.82 * 2.82, org.assertj.core.api.Assertions.within(1e-3));
  }

  @Test
  void namesWhatTheFormatCannotHold() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    int exit = convert(cli, lines(Structures.SALT, Structures.ALLOY), "a.extxyz");
    assertThat(exit).isEqualTo(ExitCodes.SOME_ROWS_BAD);
    assertThat(cli.err()).contains("error DISORDERED: alloy");
    assertThat(StructureFiles.readAll(folder.resolve("a.extxyz"))).hasSize(1);
  }

  @Test
  void aPoscarHoldsOne() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    int exit = convert(cli, lines(Structures.SALT, Structures.TUNGSTEN), "POSCAR");
    assertThat(exit).isEqualTo(ExitCodes.SOME_ROWS_BAD);
    assertThat(cli.err()).contains("tungsten");
  }

  @Test
  void nothingConvertedLeavesNoFile() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(convert(cli, lines(Structures.CUT), "a.cif")).isEqualTo(ExitCodes.NOTHING_USABLE);
    assertThat(folder.resolve("a.cif")).doesNotExist();
  }

  @Test
  void anUnknownEndingIsExitCodeTwo() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(convert(cli, lines(Structures.SALT), "a.docx")).isEqualTo(ExitCodes.USAGE);
    assertThat(cli.err()).startsWith("error UNKNOWN_FORMAT:");
  }
}
