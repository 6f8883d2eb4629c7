package dev.athanor.knowledge;

import dev.athanor.knowledge.crystals.KnownCrystal;
import dev.athanor.knowledge.crystals.KnownCrystalLines;
import dev.athanor.knowledge.files.BoundedLines;
import dev.athanor.knowledge.files.BuiltNames;
import dev.athanor.knowledge.files.KnowledgeFiles;
import dev.athanor.knowledge.files.Lazy;
import dev.athanor.knowledge.files.Manifest;
import dev.athanor.knowledge.files.RowProblem;
import dev.athanor.knowledge.files.RowProblems;
import dev.athanor.knowledge.notes.Note;
import dev.athanor.knowledge.notes.NoteLibrary;
import dev.athanor.knowledge.notes.PassageVectors;
import dev.athanor.knowledge.phases.PhaseTable;
import dev.athanor.knowledge.phases.ReferencePhase;
import dev.athanor.knowledge.phases.ReferencePhases;
import dev.athanor.knowledge.superconductors.KnownSuperconductor;
import dev.athanor.knowledge.superconductors.KnownSuperconductors;
import dev.athanor.knowledge.superconductors.Motif;
import dev.athanor.knowledge.superconductors.MotifLines;
import dev.athanor.knowledge.superconductors.SuperconductorTable;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.matching.StructureIndex;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Everything that is known before a model is asked. Each part is read when first used, checked
 * against the checksum in the manifest, and merged with the user's own files.
 *
 * <p>A user's folder may hold {@code phases/*.csv} and {@code phases/*.jsonl}, {@code
 * superconductors/*.csv}, {@code superconductors/*.jsonl} (motifs) and {@code notes/*.md}; tables
 * and lines may be packed ({@code .gz}). Where it holds {@code built/manifest.json}, written by
 * {@code KnowledgeBuilder}, that build replaces the shipped one. Immutable to its users and safe
 * for use from several threads.
 */
public final class KnowledgeBase {
  private final Manifest manifest;
  private final RowProblems problems = new RowProblems();
  private final Lazy<ReferencePhases> phases;
  private final Lazy<KnownSuperconductors> superconductors;
  private final Lazy<List<KnownCrystal>> crystals;
  private final Lazy<StructureIndex> structures;
  private final Lazy<NoteLibrary> notes;

  private KnowledgeBase(KnowledgeFiles files, UserFolder user) {
    this.manifest = Manifest.read(files);
    this.phases = new Lazy<>(() -> phases(files, user));
    this.superconductors = new Lazy<>(() -> superconductors(files, user));
    this.crystals = new Lazy<>(() -> crystals(files));
    this.structures = new Lazy<>(() -> structures(files));
    this.notes = new Lazy<>(() -> notes(files, user));
  }

  /**
   * What the product ships.
   *
   * @throws KnowledgeException if its files are missing or of another version
   */
  public static KnowledgeBase load() {
    return new KnowledgeBase(KnowledgeFiles.shipped(), UserFolder.none());
  }

  /**
   * What the product ships, and the user's own files; a folder that does not exist adds nothing.
   *
   * @throws KnowledgeException if the files of the product, or of the user's own build, are missing
   *     or of another version
   */
  public static KnowledgeBase load(Path userFolder) {
    Path built = userFolder.resolve("built");
    KnowledgeFiles files =
        Files.isRegularFile(built.resolve(Manifest.NAME))
            ? KnowledgeFiles.folder(built)
            : KnowledgeFiles.shipped();
    return new KnowledgeBase(files, new UserFolder(Optional.of(userFolder)));
  }

  /** What was built into a folder, and nothing else. */
  public static KnowledgeBase ofBuild(Path folder) {
    return new KnowledgeBase(KnowledgeFiles.folder(folder), UserFolder.none());
  }

  /** What the built files are made of. */
  public Manifest manifest() {
    return manifest;
  }

  /** Known compounds with their formation energies, and their phase diagram. */
  public ReferencePhases referencePhases() {
    return phases.get();
  }

  /** Known superconductors and the motifs among them. */
  public KnownSuperconductors superconductors() {
    return superconductors.get();
  }

  /** Known crystals to make others from; none where an earlier version built the knowledge. */
  public List<KnownCrystal> crystals() {
    return crystals.get();
  }

  /** Fingerprints of known structures. */
  public StructureIndex structures() {
    return structures.get();
  }

  /** Literature notes. */
  public NoteLibrary notes() {
    return notes.get();
  }

  /**
   * Rows and notes of the user's files that were left out, the first thousand; reads all parts that
   * a user can add to.
   */
  public List<RowProblem> problems() {
    referencePhases();
    superconductors().motifs();
    notes();
    return problems.first();
  }

  private ReferencePhases phases(KnowledgeFiles files, UserFolder user) {
    List<ReferencePhase> shipped = table(files, BuiltNames.PHASES, PhaseTable::read);
    List<ReferencePhase> own = new ArrayList<>();
    own.addAll(user.read("phases", ".csv", PhaseTable::read, problems));
    own.addAll(user.read("phases", ".jsonl", PhaseTable::readCrystals, problems));
    return ReferencePhases.of(shipped, manifest.energySource()).plus(own);
  }

  private KnownSuperconductors superconductors(KnowledgeFiles files, UserFolder user) {
    List<KnownSuperconductor> known =
        new ArrayList<>(table(files, BuiltNames.SUPERCONDUCTORS, SuperconductorTable::read));
    known.addAll(user.read("superconductors", ".csv", SuperconductorTable::read, problems));
    return KnownSuperconductors.of(
        known,
        () -> {
          List<Motif> motifs = new ArrayList<>(table(files, BuiltNames.MOTIFS, MotifLines::read));
          motifs.addAll(user.read("superconductors", ".jsonl", MotifLines::read, problems));
          return motifs;
        });
  }

  private List<KnownCrystal> crystals(KnowledgeFiles files) {
    return manifest.records(BuiltNames.CRYSTALS) == 0
        ? List.of()
        : table(files, BuiltNames.CRYSTALS, KnownCrystalLines::read);
  }

  private StructureIndex structures(KnowledgeFiles files) {
    byte[] bytes = manifest.verified(files, BuiltNames.STRUCTURES);
    try (InputStream stream = new ByteArrayInputStream(bytes)) {
      return StructureIndex.load(stream);
    } catch (IOException | MatterException e) {
      throw new KnowledgeException(
          KnowledgeErrors.CORRUPT_FILE, BuiltNames.STRUCTURES + ": " + e.getMessage(), e);
    }
  }

  private NoteLibrary notes(KnowledgeFiles files, UserFolder user) {
    List<Note> all = new ArrayList<>(NoteLibrary.shipped());
    user.folder("notes").ifPresent(f -> all.addAll(NoteLibrary.ofFolder(f, problems)));
    return NoteLibrary.of(
        all,
        new Lazy<>(
            () -> {
              try (BoundedLines lines = open(files, BuiltNames.PASSAGES)) {
                return PassageVectors.read(lines);
              }
            }));
  }

  private <T> List<T> table(
      KnowledgeFiles files, String name, BiFunction<BoundedLines, RowProblems, List<T>> reader) {
    RowProblems damage = new RowProblems();
    try (BoundedLines lines = open(files, name)) {
      List<T> rows = reader.apply(lines, damage);
      if (damage.count() > 0) {
        throw new KnowledgeException(
            KnowledgeErrors.CORRUPT_FILE, damage.first().get(0).toString());
      }
      return rows;
    }
  }

  private BoundedLines open(KnowledgeFiles files, String name) {
    return BoundedLines.of(name, new ByteArrayInputStream(manifest.verified(files, name)));
  }
}
