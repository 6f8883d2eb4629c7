package dev.athanor.knowledge.build;

import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.knowledge.files.BuiltNames;
import dev.athanor.knowledge.files.KnowledgeFiles;
import dev.athanor.knowledge.files.Manifest;
import dev.athanor.knowledge.files.Manifest.InputFile;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.matching.StructureFingerprint;
import dev.athanor.matter.matching.StructureIndex;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The index of known structures: every ordered crystal of the data sets. As fingerprints take most
 * of a build's time, the index of an earlier build is kept where its inputs were the same files and
 * a sample of it is still what would be computed today.
 */
final class StructureStage {
  private static final List<String> PATHS =
      List.of(DataSets.LABELLED, DataSets.VALIDATION, DataSets.UNLABELLED, DataSets.THREE_D_SC);
  private static final int SAMPLE = 100;

  private final DataSets data;
  private final BuildListener listener;

  StructureStage(DataSets data, BuildListener listener) {
    this.data = data;
    this.listener = listener;
  }

  StructureIndex build(KnowledgeFiles earlier) {
    Optional<StructureIndex> kept = kept(earlier);
    if (kept.isPresent()) {
      listener.progress(BuiltNames.STRUCTURES_STAGE, kept.get().size());
      return kept.get();
    }
    StructureIndex.Builder builder = StructureIndex.builder();
    for (String path : PATHS) {
      CrystalSource.read(
          data.file(path), BuiltNames.STRUCTURES_STAGE, listener, entry -> add(builder, entry));
    }
    return builder.build();
  }

  private static void add(StructureIndex.Builder builder, CrystalRecord entry) {
    if (entry.crystal().isOrdered()) {
      builder.add(entry.id(), entry.crystal());
    }
  }

  private Optional<StructureIndex> kept(KnowledgeFiles earlier) {
    try {
      Manifest manifest = Manifest.read(earlier);
      Set<InputFile> before = new HashSet<>();
      manifest.sources().forEach(source -> before.addAll(source.inputs()));
      for (String path : PATHS) {
        if (!before.contains(data.input(path))) {
          return Optional.empty();
        }
      }
      byte[] bytes = manifest.verified(earlier, BuiltNames.STRUCTURES);
      StructureIndex index = StructureIndex.load(new ByteArrayInputStream(bytes));
      return isCurrent(index) ? Optional.of(index) : Optional.empty();
    } catch (KnowledgeException | MatterException | IOException e) {
      // whatever is wrong with the earlier build, this one replaces it
      return Optional.empty();
    }
  }

  private boolean isCurrent(StructureIndex index) {
    for (String path : PATHS) {
      for (CrystalRecord entry : CrystalSource.first(data.file(path), SAMPLE)) {
        if (entry.crystal().isOrdered()
            && index.nearest(StructureFingerprint.of(entry.crystal()), 50).stream()
                .noneMatch(match -> match.distance() == 0 && match.id().equals(entry.id()))) {
          return false;
        }
      }
    }
    return true;
  }
}
