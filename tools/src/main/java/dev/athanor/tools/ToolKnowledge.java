package dev.athanor.tools;

import dev.athanor.knowledge.KnowledgeBase;
import dev.athanor.knowledge.crystals.KnownCrystal;
import dev.athanor.knowledge.notes.NoteLibrary;
import dev.athanor.knowledge.phases.ReferencePhases;
import dev.athanor.knowledge.superconductors.KnownSuperconductors;
import dev.athanor.matter.matching.StructureIndex;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the tools know; each part is asked for when a tool first needs it.
 *
 * @param phases reference phases and their diagram
 * @param superconductors known superconductors and motifs
 * @param crystals known crystals to make others from
 * @param structures fingerprints of known structures
 * @param notes literature notes
 */
public record ToolKnowledge(
    Supplier<ReferencePhases> phases,
    Supplier<KnownSuperconductors> superconductors,
    Supplier<List<KnownCrystal>> crystals,
    Supplier<StructureIndex> structures,
    Supplier<NoteLibrary> notes) {
  /** The parts of a knowledge base. */
  public static ToolKnowledge of(KnowledgeBase base) {
    return new ToolKnowledge(
        base::referencePhases,
        base::superconductors,
        base::crystals,
        base::structures,
        base::notes);
  }
}
