package dev.athanor.knowledge.build;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.knowledge.files.BoundedLines;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CrystalJsonLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads a file of crystal JSON lines one by one, counting those that are defective. */
final class CrystalSource {
  private static final int TELL_EVERY = 1_000;

  private CrystalSource() {}

  /** Hands every crystal to {@code consumer}; returns how many lines were defective. */
  static int read(
      Path file, String stage, BuildListener listener, Consumer<CrystalRecord> consumer) {
    int rejected = 0;
    try (BoundedLines lines = BoundedLines.open(file)) {
      while (lines.next()) {
        if (lines.line() % TELL_EVERY == 0) {
          listener.progress(stage, lines.line());
          stopIfCancelled(listener);
        }
        CrystalRecord entry;
        try {
          entry = CrystalJsonLines.parse(lines.text());
        } catch (MatterException e) {
          rejected++;
          continue;
        }
        consumer.accept(entry);
      }
      listener.progress(stage, lines.line());
      stopIfCancelled(listener);
    }
    return rejected;
  }

  /** The first crystals of a file, up to its first defective line. */
  static List<CrystalRecord> first(Path file, int count) {
    List<CrystalRecord> found = new ArrayList<>();
    try (BoundedLines lines = BoundedLines.open(file)) {
      while (found.size() < count && lines.next()) {
        found.add(CrystalJsonLines.parse(lines.text()));
      }
      return found;
    } catch (MatterException e) {
      return found;
    }
  }

  static void stopIfCancelled(BuildListener listener) {
    if (listener.cancelled()) {
      throw new KnowledgeException(KnowledgeErrors.CANCELLED, "the build was cancelled");
    }
  }
}
