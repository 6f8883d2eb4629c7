package dev.athanor.knowledge.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.knowledge.KnowledgeBase;
import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.knowledge.crystals.KnownCrystal;
import dev.athanor.knowledge.files.Manifest;
import dev.athanor.knowledge.files.Sha256;
import dev.athanor.knowledge.notes.SentenceEmbedder;
import dev.athanor.knowledge.phases.ReferencePhase;
import dev.athanor.knowledge.superconductors.Evidence;
import dev.athanor.knowledge.superconductors.KnownSuperconductor;
import dev.athanor.knowledge.superconductors.Motif;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeBuilderTest {
  @TempDir private Path folder;
  private Path source = Path.of("");

  @BeforeEach
  void writeData() throws IOException {
    source = SmallDataSets.write(folder.resolve("data"));
  }

  @Test
  void keepsTheLowestStructureAndPutsElementsAtZero() {
    KnowledgeBase base = build(request("out", Optional.empty(), false));
    assertThat(base.manifest().energySource()).isEqualTo(Manifest.DFT_ENERGIES);
    List<ReferencePhase> found = base.referencePhases().find(Composition.parse("ZrRe"));
    assertThat(found).extracting(ReferencePhase::id).containsExactly("mp-2");
    assertThat(base.referencePhases().find(Composition.parse("Re")))
        .extracting(ReferencePhase::formationEnergyPerAtom)
        .containsExactly(0.0);
    assertThat(base.referencePhases().find(Composition.parse("NbN"))).isEmpty();
    assertThat(base.manifest().counts())
        .containsEntry("phases_without_energy", 1)
        .containsEntry("defective_lines mp2018/train.jsonl.gz", 1);
    double hull =
        base.referencePhases().diagram().decompose(Composition.parse("Zr2Re2")).hullEnergy();
    assertThat(hull).isCloseTo(-0.3, within(1e-9));
  }

  @Test
  void takesEnergiesFromTheModelAndKeepsThoseOfTheTableBeside() {
    KnowledgeBase base = build(request("out", Optional.of(model()), true));
    assertThat(base.manifest().energySource()).isEqualTo("testing-model-1");
    ReferencePhase phase = base.referencePhases().find(Composition.parse("HfRe")).get(0);
    assertThat(phase.formationEnergyPerAtom()).isCloseTo(-0.72, within(1e-9));
    assertThat(phase.dftFormationEnergyPerAtom()).hasValue(-0.25);
    assertThat(phase.spaceGroup()).hasValue(221);
    assertThat(base.referencePhases().find(Composition.parse("TaRe")))
        .as("judged by the model although it has no published energy")
        .hasSize(1);
    assertThat(base.referencePhases().find(Composition.parse("Re")).get(0).formationEnergyPerAtom())
        .as("elements stand at zero whatever the model says")
        .isZero();
  }

  @Test
  void putsReportsTogetherAndRefusesWhatCannotBe() {
    KnowledgeBase base = build(request("out", Optional.empty(), false));
    List<KnownSuperconductor> reports = base.superconductors().find(Composition.parse("ZrRe"));
    assertThat(reports)
        .extracting(KnownSuperconductor::evidence)
        .containsExactly(Evidence.COMPUTED, Evidence.MEASURED);
    KnownSuperconductor measured = reports.get(1);
    assertThat(measured.criticalTemperatureKelvin()).isEqualTo(6.1);
    assertThat(measured.sources()).containsExactly("3dsc_mp", "supercon");
    assertThat(measured.reports()).isEqualTo(3);
    assertThat(base.superconductors().highestMeasured(Composition.parse("V3Si")))
        .as("the textbook value outranks the zero of the source")
        .hasValueSatisfying(s -> assertThat(s.criticalTemperatureKelvin()).isEqualTo(17));
    assertThat(base.superconductors().find(Composition.parse("YBa2Cu3OY"))).isEmpty();
    assertThat(base.superconductors().find(Composition.parse("CrCuO2"))).isEmpty();
    assertThat(base.superconductors().find(Composition.parse("ZrHf"))).isEmpty();
    assertThat(base.superconductors().find(Composition.parse("NbTi"))).hasSize(1);
    // OY, no family, Xx2, Ba-1, CuCrO2
    assertThat(base.manifest().counts()).containsEntry("superconductor_reports_refused", 5);
  }

  @Test
  void choosesOrderedMotifsAndPrefersThePublishedOrder() {
    KnowledgeBase base = build(request("out", Optional.empty(), false));
    assertThat(base.superconductors().motifs()).extracting(Motif::id).containsExactly("s1", "J-1");
    Motif motif = base.superconductors().motifs().get(0);
    assertThat(motif.orderedFromDisorder()).isFalse();
    assertThat(motif.prototype()).isEqualTo("CsCl");
    assertThat(base.superconductors().motifs().get(1).evidence()).isEqualTo(Evidence.COMPUTED);
  }

  @Test
  void ofEveryStructureTypeAStableCompoundIsKnownForEachAnion() {
    KnowledgeBase base = build(request("out", Optional.empty(), false));
    // ZrRe above the hull, an element, and one of unknown energy stand for nothing
    assertThat(base.crystals()).hasSize(1);
    KnownCrystal known = base.crystals().get(0);
    assertThat(known.id()).isEqualTo("mp-2");
    assertThat(known.prototype()).isEqualTo("CsCl");
    assertThat(known.compounds()).isEqualTo(3);
    assertThat(known.spaceGroup()).hasValue(221);
  }

  @Test
  void knowsTheStructuresOfEverySet() {
    KnowledgeBase base = build(request("out", Optional.empty(), false));
    // seven labelled less the broken one, one each of validation and unlabelled, four ordered of
    // 3DSC
    assertThat(base.structures().size()).isEqualTo(6 + 1 + 1 + 4);
  }

  @Test
  void keepsAnIndexOfStructuresOnlyWhileItsInputsAreTheSame() throws IOException {
    build(request("out", Optional.empty(), false));
    byte[] first = Files.readAllBytes(folder.resolve("out/structures.bin"));
    build(request("out", Optional.empty(), false));
    assertThat(Files.readAllBytes(folder.resolve("out/structures.bin"))).isEqualTo(first);

    Files.copy(
        source.resolve(DataSets.JARVIS),
        source.resolve(DataSets.UNLABELLED),
        StandardCopyOption.REPLACE_EXISTING);
    KnowledgeBase changed = build(request("out", Optional.empty(), false));
    assertThat(changed.structures().size()).isEqualTo(6 + 1 + 2 + 4);
  }

  @Test
  void theSameInputGivesTheSameBytes() throws IOException {
    build(request("one", Optional.of(model()), true));
    build(request("two", Optional.of(model()), true));
    for (String name : names("one")) {
      assertThat(Files.readAllBytes(folder.resolve("two").resolve(name)))
          .as(name)
          .isEqualTo(Files.readAllBytes(folder.resolve("one").resolve(name)));
    }
    assertThat(names("two")).isEqualTo(names("one")).contains(Manifest.NAME).hasSize(7);
  }

  @Test
  void theManifestNamesEveryFileSourceAndInput() throws IOException {
    Manifest manifest = build(request("out", Optional.empty(), false)).manifest();
    for (Manifest.BuiltFile file : manifest.files()) {
      Path written = folder.resolve("out").resolve(file.name());
      assertThat(Sha256.of(written)).isEqualTo(file.sha256());
      assertThat(Files.size(written)).isEqualTo(file.bytes());
    }
    assertThat(manifest.command()).isEqualTo("test");
    assertThat(manifest.sources()).allMatch(s -> !s.licence().isBlank() && !s.citation().isBlank());
    assertThat(manifest.sources().stream().mapToInt(s -> s.inputs().size()).sum()).isEqualTo(6);
    assertThat(new String(manifest.toBytes(), java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain(folder.toString());
  }

  @Test
  void embedsTheNotesOnceAndForAll() {
    CountingEmbedder embedder = new CountingEmbedder();
    KnowledgeBase base =
        build(
            new BuildRequest(
                source,
                folder.resolve("out"),
                "test",
                Optional.empty(),
                SpaceGroups.unknown(),
                Optional.of(embedder),
                false));
    assertThat(base.manifest().embedder()).isEqualTo("counting");
    int atBuild = embedder.calls;
    base.notes().search("rhenium", 3, embedder);
    assertThat(embedder.calls - atBuild).isEqualTo(1);
  }

  @Test
  void aCancelledBuildWritesNothing() {
    BuildListener cancelling =
        new BuildListener() {
          @Override
          public void progress(String stage, long done) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(
            () -> KnowledgeBuilder.build(request("out", Optional.empty(), false), cancelling))
        .isInstanceOfSatisfying(
            KnowledgeException.class,
            e -> assertThat(e.code()).isEqualTo(KnowledgeErrors.CANCELLED));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void refusesAModelThatAnswersTooLittle() {
    FormationEnergies broken =
        new FormationEnergies() {
          @Override
          public String source() {
            return "broken";
          }

          @Override
          public double[] of(List<Crystal> crystals) {
            return new double[crystals.size() - 1];
          }
        };
    assertThatThrownBy(() -> build(request("out", Optional.of(broken), false)))
        .isInstanceOfSatisfying(
            KnowledgeException.class,
            e -> assertThat(e.code()).isEqualTo(KnowledgeErrors.BAD_ANSWER));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void saysWhichDataSetIsMissing() throws IOException {
    Files.delete(source.resolve(DataSets.SUPERCON));
    assertThatThrownBy(() -> build(request("out", Optional.empty(), false)))
        .hasMessageContaining(DataSets.SUPERCON)
        .isInstanceOfSatisfying(
            KnowledgeException.class,
            e -> assertThat(e.code()).isEqualTo(KnowledgeErrors.MISSING_INPUT));
  }

  private KnowledgeBase build(BuildRequest request) {
    KnowledgeBuilder.build(request, BuildListener.silent());
    return KnowledgeBase.ofBuild(request.output());
  }

  private BuildRequest request(
      String output, Optional<FormationEnergies> energies, boolean withUnlabelled) {
    return new BuildRequest(
        source,
        folder.resolve(output),
        "test",
        energies,
        crystal -> OptionalInt.of(221),
        Optional.empty(),
        withUnlabelled);
  }

  private Set<String> names(String output) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(output))) {
      return new TreeSet<>(files.map(f -> String.valueOf(f.getFileName())).toList());
    }
  }

  /** A hundredth of an electronvolt for every proton of the lightest element, downwards. */
  private static FormationEnergies model() {
    return new FormationEnergies() {
      @Override
      public String source() {
        return "testing-model-1";
      }

      @Override
      public double[] of(List<Crystal> crystals) {
        return crystals.stream()
            .mapToDouble(
                c ->
                    -0.01
                        * c.composition().elements().stream()
                            .mapToInt(Element::atomicNumber)
                            .min()
                            .orElse(0))
            .toArray();
      }
    };
  }

  private static final class CountingEmbedder implements SentenceEmbedder {
    private int calls;

    @Override
    public String id() {
      return "counting";
    }

    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public float[] embed(String text) {
      calls++;
      return new float[] {1, text.length()};
    }
  }
}
