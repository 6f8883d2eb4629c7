package dev.athanor.matter.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The CIFs of pymatgen's and cod-tools' tests, against what pymatgen and gemmi read from them. */
class RecordedCifTest {
  private static final Map<String, byte[]> FILES = new TreeMap<>();

  @BeforeAll
  static void load() throws IOException {
    FILES.putAll(CifFiles.load());
  }

  @Test
  void everythingIsReadOrRejectedWithCodeAndLine() {
    int read = 0;
    for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
      long start = System.nanoTime();
      try {
        CifReading reading = CifReader.read(BoundedText.decode(file.getValue()), file.getKey());
        assertThat(reading.structures()).isNotEmpty();
        read++;
      } catch (MatterException e) {
        assertThat(e.line()).as(file.getKey() + ": " + e.getMessage()).isPresent();
      }
      assertThat(System.nanoTime() - start).as(file.getKey()).isLessThan(30_000_000_000L);
    }
    assertThat(FILES).hasSizeGreaterThan(300);
    assertThat(read).isGreaterThanOrEqualTo(250);
  }

  @Test
  void readsWhatPymatgenAndGemmiRead() throws IOException {
    int checked = 0;
    for (String line : recorded()) {
      String[] columns = line.split("\t", -1);
      byte[] bytes = FILES.get(columns[0]);
      assertThat(bytes).as(columns[0]).isNotNull();
      Crystal crystal =
          CifReader.read(BoundedText.decode(Objects.requireNonNull(bytes)), columns[0])
              .records()
              .get(Integer.parseInt(columns[1]))
              .crystal();
      assertThat(crystal.sites()).as(line).hasSize(Integer.parseInt(columns[3]));
      assertComposition(
          crystal.composition(), Composition.parse(columns[4].replace(" ", "")), line);
      assertCell(crystal.lattice(), columns[5], line);
      checked++;
    }
    assertThat(checked).isGreaterThan(250);
  }

  private static void assertComposition(Composition actual, Composition expected, String line) {
    assertThat(actual.elements()).as(line).isEqualTo(expected.elements());
    for (Element element : expected.elements()) {
      assertThat(actual.amount(element))
          .as(line)
          .isCloseTo(expected.amount(element), within(0.02 + 5e-4 * expected.amount(element)));
    }
  }

  private static void assertCell(Lattice lattice, String recorded, String line) {
    double[] actual = {
      lattice.a().length(),
      lattice.b().length(),
      lattice.c().length(),
      lattice.alpha(),
      lattice.beta(),
      lattice.gamma()
    };
    String[] expected = recorded.split(" ", -1);
    for (int i = 0; i < 6; i++) {
      assertThat(actual[i])
          .as(line)
          .isCloseTo(Double.parseDouble(expected[i]), within(5e-5 * Math.abs(actual[i])));
    }
  }

  private static List<String> recorded() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    RecordedCifTest.class.getResourceAsStream("recorded_cif.tsv")),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toList());
    }
  }
}
