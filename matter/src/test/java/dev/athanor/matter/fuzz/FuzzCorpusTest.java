package dev.athanor.matter.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Replays the committed inputs of every fuzz target, without Jazzer, whose agent would change and
 * slow every class that is loaded after it.
 */
class FuzzCorpusTest {
  private static final Map<Class<?>, Consumer<String>> TARGETS =
      Map.of(
          CifFuzzTest.class, CifFuzzTest::check,
          JcampFuzzTest.class, JcampFuzzTest::check,
          PoscarFuzzTest.class, PoscarFuzzTest::check,
          ExtendedXyzFuzzTest.class, ExtendedXyzFuzzTest::check,
          FormulaFuzzTest.class, FormulaFuzzTest::check,
          CrystalJsonFuzzTest.class, CrystalJsonFuzzTest::check,
          SymmetryFuzzTest.class, SymmetryFuzzTest::check);

  @TestFactory
  Stream<DynamicTest> everyInputKeepsThePromises() {
    Map<String, DynamicTest> tests = new TreeMap<>();
    TARGETS.forEach(
        (target, check) ->
            tests.put(
                target.getSimpleName(),
                DynamicTest.dynamicTest(target.getSimpleName(), () -> replay(target, check))));
    return tests.values().stream();
  }

  private static void replay(Class<?> target, Consumer<String> check)
      throws IOException, URISyntaxException {
    List<Path> inputs = inputs(target);
    assertThat(inputs).isNotEmpty();
    for (Path input : inputs) {
      String text = Contract.text(Files.readAllBytes(input));
      try {
        check.accept(text);
      } catch (RuntimeException | Error e) {
        throw new AssertionError("input " + input.getFileName() + " breaks a promise", e);
      }
    }
  }

  /** Where Jazzer looks for them: beside the class, in a folder for the method. */
  private static List<Path> inputs(Class<?> target) throws IOException, URISyntaxException {
    URL folder = target.getResource(target.getSimpleName() + "Inputs/read");
    try (Stream<Path> files = Files.walk(Path.of(Objects.requireNonNull(folder).toURI()))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
