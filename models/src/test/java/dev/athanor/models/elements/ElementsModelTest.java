package dev.athanor.models.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCards;
import dev.athanor.models.weights.WeightFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped weights keep the contract, know some chemistry, and are checked when loaded. */
final class ElementsModelTest extends AtomicModelContract {
  private static final List<String> FILES =
      List.of("elements-e", "elements-t", "elements-c", "elements-d");
  private static final Path STATUS = Path.of("/proc/self/status");

  private static Optional<ElementsModel> loaded = Optional.empty();

  @BeforeAll
  static void load() {
    loaded = Optional.of(ElementsModel.load());
  }

  @AfterAll
  static void close() {
    loaded.ifPresent(ElementsModel::close);
  }

  @Override
  protected AtomicModel model() {
    return loaded.orElseThrow();
  }

  @Test
  void knowsSaltFromMetal() {
    Crystal salt = TestingCrystals.rockSalt(Element.Na, Element.Cl, 5.64);
    Crystal niobium = TestingCrystals.bodyCentred(Element.Nb, 3.3);
    // -2.1 eV/atom by calculation and measurement alike; an element has none
    assertThat(model().formationEnergy(List.of(salt)).get(0).value()).isCloseTo(-2.1, within(0.3));
    assertThat(model().formationEnergy(List.of(niobium)).get(0).value()).isCloseTo(0, within(0.15));
    double saltProbability = model().superconductorProbability(List.of(salt)).get(0).value();
    double niobiumProbability = model().superconductorProbability(List.of(niobium)).get(0).value();
    assertThat(niobiumProbability).isGreaterThan(saltProbability + 0.3);
  }

  @Test
  void bringsASwollenCellBack() {
    Crystal salt = TestingCrystals.rockSalt(Element.Na, Element.Cl, 5.64);
    Crystal swollen = salt.withLattice(salt.lattice().scaled(1.06));
    Relaxation relaxation = model().relax(swollen, RelaxationSettings.DEFAULT);
    double error = Math.abs(relaxation.crystal().lattice().volume() / salt.lattice().volume() - 1);
    assertThat(error).isLessThan(0.1);
  }

  @Test
  void namesItsWeights() {
    assertThat(model().version()).startsWith("elements-");
  }

  @Test
  void memoryStaysFlatOverManyPredictions() throws IOException {
    Assumptions.assumeTrue(Files.isReadable(STATUS), "resident memory is read from /proc");
    List<Crystal> crystals = Collections.nCopies(16, TestingCrystals.triclinic());
    for (int i = 0; i < 60; i++) {
      model().formationEnergy(crystals);
    }
    long before = residentKilobytes();
    for (int i = 0; i < 300; i++) {
      model().formationEnergy(crystals);
    }
    // one call uses tens of megabytes of arrays: were they kept, 300 calls would take gigabytes;
    // the heap of the Java machine itself may still settle by some hundred megabytes
    assertThat(residentKilobytes() - before).isLessThan(500_000);
  }

  private static long residentKilobytes() throws IOException {
    System.gc();
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmRSS"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void refusesAFolderWithoutWeights(@TempDir Path folder) {
    assertThatThrownBy(() -> ElementsModel.load(folder))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelErrors.WEIGHTS_MISSING));
  }

  @Test
  void refusesWeightsThatAreCutShortAlteredOrSwapped(@TempDir Path folder) throws IOException {
    for (String name : FILES) {
      for (String damage : List.of("cut", "altered", "swapped")) {
        copyAll(folder);
        Path file = folder.resolve(name + ".weights");
        byte[] bytes = Files.readAllBytes(file);
        switch (damage) {
          case "cut" -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 5));
          case "altered" -> {
            bytes[bytes.length - 100] ^= 1;
            Files.write(file, bytes);
          }
          default ->
              Files.copy(
                  folder.resolve(FILES.get((FILES.indexOf(name) + 1) % 4) + ".weights"),
                  file,
                  java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        ModelErrors expected =
            damage.equals("swapped") ? ModelErrors.WEIGHTS_MISMATCH : ModelErrors.WEIGHTS_CORRUPTED;
        assertThatThrownBy(() -> ElementsModel.load(folder))
            .isInstanceOfSatisfying(
                ModelException.class, e -> assertThat(e.code()).isEqualTo(expected));
      }
    }
  }

  @Test
  void refusesWeightsOfAnotherShapeOrFormat(@TempDir Path folder) throws IOException {
    for (String name : FILES) {
      copyAll(folder);
      Path path = folder.resolve(name + ".weights");
      byte[] newer = Files.readAllBytes(path);
      newer[4]++;
      Files.write(path, newer);
      assertRefused(folder, ModelErrors.WEIGHTS_MISMATCH, name, "format 2");
      copyAll(folder);
      WeightFile file;
      try (InputStream in = Files.newInputStream(path)) {
        file = WeightFile.read(in, name);
      }
      // an array that is too short, and sizes that are none or fit no array
      String last = List.copyOf(file.arrays().keySet()).get(file.arrays().size() - 1);
      Map<String, float[]> arrays = new LinkedHashMap<>(file.arrays());
      arrays.put(last, new float[1]);
      write(path, new WeightFile(name, file.version(), file.settings(), arrays));
      assertRefused(folder, ModelErrors.WEIGHTS_MISMATCH, name, "");
      for (String size : List.of("width", "layers", "neighbors", "cutoff")) {
        for (double wrong : new double[] {0, 7, 1e9, Double.NaN}) {
          if (file.settings().containsKey(size) && !(size.equals("cutoff") && wrong == 7)) {
            Map<String, Double> settings = new TreeMap<>(file.settings());
            settings.put(size, wrong);
            // other neighbours alone fit the same arrays
            if (!(size.equals("neighbors") && wrong == 7)) {
              write(path, new WeightFile(name, file.version(), settings, file.arrays()));
              assertRefused(folder, ModelErrors.WEIGHTS_MISMATCH, name, "");
            }
          }
        }
      }
    }
  }

  @Test
  void refusesWeightsThatTheirCardDoesNotDescribe(@TempDir Path folder) throws IOException {
    copyAll(folder);
    ModelCards.write(ModelCards.shipped("elements-e"), folder.resolve("elements-e.yaml"));
    ElementsModel.load(folder).close();
    Path path = folder.resolve("elements-e.weights");
    byte[] bytes = Files.readAllBytes(path);
    String header = new String(bytes, 0, 400, java.nio.charset.StandardCharsets.ISO_8859_1);
    // the factor of all standard deviations, which the digest of the numbers does not cover
    int digit = header.indexOf("\"factor\":") + "\"factor\":".length();
    bytes[digit] = (byte) (bytes[digit] == '9' ? '8' : bytes[digit] + 1);
    Files.write(path, bytes);
    assertRefused(folder, ModelErrors.WEIGHTS_CORRUPTED, "elements-e", "card");
  }

  private static void write(Path path, WeightFile file) throws IOException {
    try (OutputStream out = Files.newOutputStream(path)) {
      file.write(out);
    }
  }

  private static void assertRefused(Path folder, ModelErrors code, String model, String reason) {
    assertThatThrownBy(() -> ElementsModel.load(folder))
        .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(model)
        .hasMessageContaining(reason);
  }

  private static void copyAll(Path folder) throws IOException {
    for (String name : FILES) {
      try (InputStream in =
          ElementsModelTest.class.getResourceAsStream(
              "/dev/athanor/models/weights/" + name + ".weights")) {
        Files.write(folder.resolve(name + ".weights"), in.readAllBytes());
      }
    }
  }
}
