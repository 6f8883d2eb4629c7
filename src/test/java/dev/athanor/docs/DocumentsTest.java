package dev.athanor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The documents agree with what was measured and with the tree. To rewrite the tables after a
 * benchmark: {@code mvn -pl src/test -Dtest=DocumentsTest -Ddocuments.update=true test}.
 */
class DocumentsTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/models.md"})
  void tablesAreThoseOfTheBenchmarks(String document) throws IOException {
    Path page = ROOT.resolve(document);
    String written = Files.readString(page);
    String filled = BenchmarkTables.fill(written, ROOT.resolve("docs/benchmarks"));
    assertThat(written).as("%s has tables", document).contains("<!-- benchmarks:");
    if (Boolean.getBoolean("documents.update")) {
      Files.writeString(page, filled);
    } else {
      assertThat(written).isEqualTo(filled);
    }
  }

  @Test
  void aTableThatDiffersIsFilledAnew(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("toy.json"),
        "[{\"metric\":\"MAE\",\"dataset\":\"val\",\"value\":0.0523,\"unit\":\"eV/atom\",\"baseline\":0.8}]");
    assertThat(BenchmarkTables.fill("a\n<!-- benchmarks:toy -->\nold\n<!-- end -->\nb", folder))
        .isEqualTo(
            "a\n<!-- benchmarks:toy -->\n| what | data | value | baseline |\n|---|---|---:|---|\n"
                + "| MAE | val | 0.052 eV/atom | 0.800 eV/atom |\n<!-- end -->\nb");
  }

  @Test
  void aTableAcrossMetricsHasOneRowForEachDataSet(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("toy.json"),
        """
        [{"metric":"top-1","dataset":"lines, known","value":0.5,"unit":"1"},
         {"metric":"top-9","dataset":"lines, known","value":0.75,"unit":"1"},
         {"metric":"top-1","dataset":"curves, known","value":0.25,"unit":"1"},
         {"metric":"top-1","dataset":"curves, unknown","value":0.125,"unit":"1"},
         {"metric":"time","dataset":"lines, known","value":3,"unit":"s"}]
        """);
    String tag = "<!-- benchmarks:toy across top-1, top-9 where data has , known -->\n";

    assertThat(BenchmarkTables.fill(tag + "<!-- end -->", folder))
        .isEqualTo(
            tag
                + "| data | top-1 | top-9 |\n|---|---:|---:|\n| lines, known | 0.500 | 0.750 |\n"
                + "| curves, known | 0.250 |  |\n<!-- end -->");
  }

  @Test
  void everyLinkToAFileLeadsSomewhere() throws IOException {
    Pattern link = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> below = Files.walk(ROOT.resolve("docs"))) {
      List<Path> all =
          Stream.concat(top, below).filter(path -> path.toString().endsWith(".md")).toList();
      assertThat(all).isNotEmpty();
      for (Path page : all) {
        link.matcher(Files.readString(page))
            .results()
            .map(match -> match.group(1))
            .forEach(
                target ->
                    assertThat(page.resolveSibling(target).normalize())
                        .as("link in %s", ROOT.relativize(page))
                        .exists());
      }
    }
  }

  @Test
  void everyDependencyVersionStandsInTheRootPom() throws IOException {
    try (Stream<Path> poms = Files.walk(ROOT, 3).filter(path -> path.endsWith("pom.xml"))) {
      List<Path> modules =
          poms.filter(path -> !path.equals(ROOT.resolve("pom.xml")))
              .filter(
                  path ->
                      !path.toString().contains("/target/")
                          && !path.toString().contains("node_modules"))
              .toList();
      assertThat(modules).hasSizeGreaterThan(7);
      Pattern version = Pattern.compile("<version>(?!0\\.1\\.0-SNAPSHOT)[^<]*</version>");
      for (Path module : modules) {
        assertThat(version.matcher(Files.readString(module)).find())
            .as("a version in %s", ROOT.relativize(module))
            .isFalse();
      }
    }
  }
}
