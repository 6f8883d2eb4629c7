package dev.athanor.knowledge.build;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.knowledge.crystals.KnownCrystal;
import dev.athanor.knowledge.crystals.KnownCrystalLines;
import dev.athanor.knowledge.files.BoundedLines;
import dev.athanor.knowledge.files.BuiltNames;
import dev.athanor.knowledge.files.CsvTable;
import dev.athanor.knowledge.files.KnowledgeFiles;
import dev.athanor.knowledge.files.Manifest;
import dev.athanor.knowledge.files.RowProblems;
import dev.athanor.knowledge.notes.NoteLibrary;
import dev.athanor.knowledge.notes.PassageVectors;
import dev.athanor.knowledge.phases.PhaseTable;
import dev.athanor.knowledge.phases.ReferencePhase;
import dev.athanor.knowledge.superconductors.Evidence;
import dev.athanor.knowledge.superconductors.KnownSuperconductor;
import dev.athanor.knowledge.superconductors.Motif;
import dev.athanor.knowledge.superconductors.MotifLines;
import dev.athanor.knowledge.superconductors.SuperconductorTable;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.matching.StructureIndex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Builds the files of the knowledge base from the raw data sets. The same input gives the same
 * bytes. Nothing is written until everything is built.
 */
public final class KnowledgeBuilder {
  private static final String SUPERCON = "supercon";
  private static final String THREE_D_SC = "3dsc_mp";
  private static final String JARVIS = "jarvis_dft";
  private static final String TEXTBOOK = "textbook_superconductors.csv";

  private final BuildRequest request;
  private final BuildListener listener;
  private final DataSets data;
  private final OutputFiles output = new OutputFiles();
  private final Map<String, Integer> counts = new TreeMap<>();

  private KnowledgeBuilder(BuildRequest request, BuildListener listener) {
    this.request = request;
    this.listener = listener;
    this.data = new DataSets(request.source());
  }

  /**
   * Builds everything and writes it.
   *
   * @return the manifest of what was written
   * @throws KnowledgeException {@code MISSING_INPUT}, {@code INPUT_OUTPUT}, {@code BAD_ANSWER} of a
   *     port, or {@code CANCELLED}
   */
  public static Manifest build(BuildRequest request, BuildListener listener) {
    return new KnowledgeBuilder(request, listener).build();
  }

  private Manifest build() {
    buildPhases();
    buildSuperconductors();
    buildCrystals();
    buildStructures();
    String embedder = buildPassages();
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT_VERSION,
            request.command(),
            energySource(),
            embedder,
            output.built(),
            data.sources(),
            counts);
    output.write(request.output(), manifest);
    return manifest;
  }

  private String energySource() {
    return request.energies().map(FormationEnergies::source).orElse(Manifest.DFT_ENERGIES);
  }

  private void buildPhases() {
    PhaseStage stage = new PhaseStage(request.energies(), request.spaceGroups());
    read(DataSets.LABELLED, BuiltNames.PHASES_STAGE, stage::add);
    if (request.withUnlabelled()) {
      read(DataSets.UNLABELLED, BuiltNames.PHASES_STAGE, stage::add);
    }
    List<ReferencePhase> phases = stage.finish();
    counts.put("phases_without_energy", stage.withoutEnergy());
    output.addLines(
        BuiltNames.PHASES,
        Stream.concat(Stream.of(PhaseTable.header()), phases.stream().map(PhaseTable::row))
            .toList(),
        phases.size());
  }

  private void buildSuperconductors() {
    SuspectReports suspects = SuspectReports.load();
    SuperconductorStage known = new SuperconductorStage(suspects);
    MotifStage motifs = new MotifStage(request.spaceGroups());
    RowProblems refused = new RowProblems();
    readTextbook(known);
    readSupercon(known, refused);
    readCrystals(DataSets.THREE_D_SC, THREE_D_SC, Evidence.MEASURED, known, motifs, refused);
    readCrystals(DataSets.JARVIS, JARVIS, Evidence.COMPUTED, known, motifs, refused);
    counts.put("superconductor_reports_refused", refused.count());
    List<KnownSuperconductor> superconductors = known.finish();
    output.addLines(
        BuiltNames.SUPERCONDUCTORS,
        Stream.concat(
                Stream.of(SuperconductorTable.header()),
                superconductors.stream().map(SuperconductorTable::row))
            .toList(),
        superconductors.size());
    List<Motif> chosen = motifs.finish();
    output.addLines(
        BuiltNames.MOTIFS, chosen.stream().map(MotifLines::format).toList(), chosen.size());
  }

  private void buildCrystals() {
    CrystalStage stage = new CrystalStage(request.spaceGroups());
    read(DataSets.LABELLED, BuiltNames.CRYSTALS_STAGE, stage::add);
    List<KnownCrystal> chosen = stage.finish();
    output.addLines(
        BuiltNames.CRYSTALS,
        chosen.stream().map(KnownCrystalLines::format).toList(),
        chosen.size());
  }

  /** Famous compounds that the data sets lack or carry with a zero; a defect here is ours. */
  private void readTextbook(SuperconductorStage known) {
    InputStream stream = KnowledgeBuilder.class.getResourceAsStream(TEXTBOOK);
    if (stream == null) {
      throw new KnowledgeException(KnowledgeErrors.MISSING_FILE, "no file " + TEXTBOOK);
    }
    RowProblems defects = new RowProblems();
    try (BoundedLines lines = BoundedLines.of(TEXTBOOK, stream)) {
      CsvTable.read(
          lines,
          List.of("formula", "tc_K", "family", "source"),
          defects,
          row ->
              known.add(
                  row.required("formula"),
                  row.requiredNumber("tc_k"),
                  row.required("family"),
                  Evidence.MEASURED,
                  row.required("source")));
    }
    if (defects.count() > 0) {
      throw new KnowledgeException(KnowledgeErrors.CORRUPT_FILE, defects.first().get(0).toString());
    }
  }

  private void readSupercon(SuperconductorStage known, RowProblems refused) {
    try (BoundedLines lines = BoundedLines.open(data.file(DataSets.SUPERCON))) {
      CsvTable.read(
          lines,
          List.of("formula", "tc_K"),
          refused,
          row -> {
            double kelvin = row.requiredNumber("tc_k");
            String family = row.text("family").orElse("");
            String formula = row.required("formula");
            if (family.isEmpty() && kelvin > 0) {
              // rows that SuperCon could not assign to a family are mostly misspelled formulas
              refused.add(lines.name(), lines.line(), "superconducting but of no family");
              return;
            }
            known.add(formula, kelvin, family, Evidence.MEASURED, SUPERCON);
          });
      listener.progress(BuiltNames.SUPERCONDUCTORS_STAGE, lines.line());
    }
  }

  private void readCrystals(
      String path,
      String source,
      Evidence evidence,
      SuperconductorStage known,
      MotifStage motifs,
      RowProblems refused) {
    read(
        path,
        BuiltNames.SUPERCONDUCTORS_STAGE,
        entry -> {
          Optional<Double> kelvin = entry.number("tc_K");
          if (kelvin.isEmpty()) {
            return;
          }
          String formula =
              entry.text("formula").orElse(entry.crystal().composition().reducedFormula());
          String family = entry.text("family").orElse("");
          try {
            known.add(formula, kelvin.get(), family, evidence, source);
            motifs.add(entry, kelvin.get(), evidence, SuperconductorStage.family(family), source);
          } catch (KnowledgeException | MatterException e) {
            refused.add(path, 0, String.valueOf(e.getMessage()));
          }
        });
  }

  private void buildStructures() {
    StructureStage stage = new StructureStage(data, listener);
    StructureIndex index = stage.build(KnowledgeFiles.folder(request.output()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      index.save(bytes);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    output.add(BuiltNames.STRUCTURES, bytes.toByteArray(), index.size());
  }

  private String buildPassages() {
    PassageVectors vectors =
        request
            .embedder()
            .map(embedder -> PassageVectors.of(NoteLibrary.shipped(), embedder))
            .orElse(PassageVectors.none());
    listener.progress(BuiltNames.PASSAGES_STAGE, vectors.size());
    List<String> lines = new ArrayList<>(List.of(vectors.format().split("\n", 0)));
    output.addLines(BuiltNames.PASSAGES, lines, vectors.size());
    return vectors.embedder();
  }

  private void read(String path, String stage, Consumer<CrystalRecord> consumer) {
    int rejected = CrystalSource.read(data.file(path), stage, listener, consumer);
    counts.merge("defective_lines " + path, rejected, Math::max);
  }
}
