package dev.athanor.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.athanor.knowledge.files.KnowledgeFiles;
import dev.athanor.knowledge.files.Manifest;
import dev.athanor.knowledge.files.RowProblem;
import dev.athanor.knowledge.files.Sha256;
import dev.athanor.knowledge.notes.PassageResult;
import dev.athanor.knowledge.superconductors.Evidence;
import dev.athanor.knowledge.superconductors.KnownSuperconductor;
import dev.athanor.knowledge.superconductors.SuperconductorQuery;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeBaseTest {
  private static final long FIFTEEN_MEGABYTES = 15_000_000;

  @Test
  void everyShippedFileIsWhatTheManifestSays() {
    Manifest manifest = KnowledgeBase.load().manifest();
    KnowledgeFiles shipped = KnowledgeFiles.shipped();
    long total = 0;
    for (Manifest.BuiltFile file : manifest.files()) {
      byte[] bytes = shipped.read(file.name());
      assertThat(Sha256.of(bytes)).as(file.name()).isEqualTo(file.sha256());
      assertThat(bytes.length).as(file.name()).isEqualTo((int) file.bytes());
      total += bytes.length;
    }
    assertThat(manifest.files()).hasSize(6);
    assertThat(total).isLessThan(FIFTEEN_MEGABYTES);
  }

  @Test
  void shippedPartsHoldWhatTheManifestCounts() {
    KnowledgeBase base = KnowledgeBase.load();
    assertThat(base.referencePhases().size()).isEqualTo(records(base, "phases.tsv.gz"));
    assertThat(base.superconductors().all()).hasSize(records(base, "superconductors.tsv.gz"));
    assertThat(base.superconductors().motifs()).hasSize(records(base, "motifs.jsonl.gz"));
    assertThat(base.structures().size()).isEqualTo(records(base, "structures.bin"));
    assertThat(base.crystals()).hasSize(records(base, "crystals.jsonl.gz")).isNotEmpty();
    assertThat(base.problems()).isEmpty();
  }

  @Test
  void everyReferencePhaseHasItsElementsInTheDiagram() {
    KnowledgeBase base = KnowledgeBase.load();
    assertThat(base.referencePhases().all())
        .allSatisfy(
            phase ->
                assertThat(phase.composition().elements())
                    .allMatch(
                        e ->
                            !base.referencePhases().find(Composition.parse(e.symbol())).isEmpty()));
    assertThat(base.referencePhases().diagram().decompose(Composition.parse("ZrRe2")).hullEnergy())
        .isLessThan(0);
  }

  @Test
  void famousSuperconductorsAreKnownAndRheniumMotifsExist() {
    KnowledgeBase base = KnowledgeBase.load();
    assertThat(base.superconductors().highestMeasured(Composition.parse("Nb3Sn")))
        .hasValueSatisfying(s -> assertThat(s.criticalTemperatureKelvin()).isBetween(17.5, 19.0));
    assertThat(base.superconductors().highestMeasured(Composition.parse("MgB2")))
        .hasValueSatisfying(s -> assertThat(s.criticalTemperatureKelvin()).isBetween(38.0, 42.0));
    assertThat(
            base.superconductors()
                .motifs(
                    SuperconductorQuery.any()
                        .requiring(Set.of(Element.Re))
                        .between(2, 400)
                        .with(Evidence.MEASURED)))
        .hasSizeGreaterThan(5);
    assertThat(base.superconductors().find(SuperconductorQuery.any().between(1, 400).atMost(1)))
        .extracting(KnownSuperconductor::family)
        .containsExactly("cuprate");
  }

  @Test
  void mergesAUsersFilesAndReportsBadRows(@TempDir Path folder) throws IOException {
    write(folder, "phases/lab.csv", "formula,formation_energy_per_atom\nZrRe7,-0.9\nZr,x\n");
    write(
        folder,
        "superconductors/lab.csv",
        "formula,tc_K,family,source\nZrRe7,11,Laves,lab\nQq,1,,\n");
    write(
        folder,
        "superconductors/motifs.jsonl",
        "{\"id\":\"lab-1\",\"lattice\":[[3,0,0],[0,3,0],[0,0,3]],\"species\":[\"Zr\",\"Re\"],"
            + "\"frac_coords\":[[0,0,0],[0.5,0.5,0.5]],\"tc_K\":390}\n{}\n");
    write(folder, "superconductors/notatable.csv", "a,b\n");
    write(
        folder,
        "notes/lab.md",
        """
        ---
        title: Furnace seven
        tags: [lab]
        references:
          - Lab book 7
        ---

        The furnace called Vesuvius overshoots by forty kelvin.
        """);
    write(folder, "notes/bad.md", "no head");
    KnowledgeBase base = KnowledgeBase.load(folder);
    KnowledgeBase shipped = KnowledgeBase.load();

    assertThat(base.referencePhases().size()).isEqualTo(shipped.referencePhases().size() + 1);
    assertThat(base.referencePhases().find(Composition.parse("ZrRe7"))).hasSize(1);
    assertThat(base.superconductors().find(Composition.parse("ZrRe7")))
        .extracting(KnownSuperconductor::evidence)
        .containsExactly(Evidence.USER);
    assertThat(base.superconductors().motifs().get(0).id()).isEqualTo("lab-1");
    PassageResult found = base.notes().search("Vesuvius furnace", 1).get(0);
    assertThat(found.origin()).isEqualTo("user");
    assertThat(found.references()).containsExactly("Lab book 7");
    assertThat(base.problems())
        .extracting(RowProblem::file, RowProblem::line)
        .containsExactlyInAnyOrder(
            tuple("lab.csv", 3),
            tuple("lab.csv", 3),
            tuple("motifs.jsonl", 2),
            tuple("notatable.csv", 0),
            tuple("bad.md", 0));
  }

  @Test
  void aFolderThatDoesNotExistAddsNothing(@TempDir Path folder) {
    KnowledgeBase base = KnowledgeBase.load(folder.resolve("nothing"));
    assertThat(base.problems()).isEmpty();
    assertThat(base.notes().notes()).hasSameSizeAs(KnowledgeBase.load().notes().notes());
  }

  @Test
  void detectsDamagedMissingAndForeignFiles(@TempDir Path folder) throws IOException {
    KnowledgeFiles shipped = KnowledgeFiles.shipped();
    assertCode(KnowledgeErrors.MISSING_FILE, () -> KnowledgeBase.ofBuild(folder));

    byte[] manifest = shipped.read(Manifest.NAME);
    Files.write(folder.resolve(Manifest.NAME), manifest);
    KnowledgeBase incomplete = KnowledgeBase.ofBuild(folder);
    assertCode(KnowledgeErrors.MISSING_FILE, incomplete::referencePhases);

    byte[] phases = shipped.read("phases.tsv.gz");
    phases[phases.length / 2] ^= 1;
    Files.write(folder.resolve("phases.tsv.gz"), phases);
    assertCode(KnowledgeErrors.CORRUPT_FILE, incomplete::referencePhases);

    String newer =
        new String(manifest, StandardCharsets.UTF_8)
            .replace("\"format_version\" : 1", "\"format_version\" : 99");
    Files.writeString(folder.resolve(Manifest.NAME), newer);
    assertCode(KnowledgeErrors.UNSUPPORTED_VERSION, () -> KnowledgeBase.ofBuild(folder));
    Files.writeString(folder.resolve(Manifest.NAME), "[]");
    assertCode(KnowledgeErrors.CORRUPT_FILE, () -> KnowledgeBase.ofBuild(folder));
  }

  @Test
  void aUsersOwnBuildReplacesTheShippedOne(@TempDir Path folder) throws IOException {
    Path built = Files.createDirectories(folder.resolve("built"));
    KnowledgeFiles shipped = KnowledgeFiles.shipped();
    Files.write(built.resolve(Manifest.NAME), shipped.read(Manifest.NAME));
    KnowledgeBase base = KnowledgeBase.load(folder);
    assertCode(KnowledgeErrors.MISSING_FILE, base::structures);
  }

  private static void assertCode(KnowledgeErrors code, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            KnowledgeException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static int records(KnowledgeBase base, String name) {
    return base.manifest().files().stream()
        .filter(f -> f.name().equals(name))
        .mapToInt(Manifest.BuiltFile::records)
        .sum();
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
