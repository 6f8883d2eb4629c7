package dev.athanor.tools;

import dev.athanor.knowledge.KnowledgeBase;
import dev.athanor.knowledge.notes.SentenceEmbedder;
import dev.athanor.models.diffspectra.Elucidator;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.screening.Checkpoints;
import dev.athanor.screening.FolderCheckpoints;
import dev.athanor.tools.elucidation.ElucidateMoleculeTool;
import dev.athanor.tools.elucidation.VerifyPrecursorTool;
import dev.athanor.tools.generation.GenerateCandidatesTool;
import dev.athanor.tools.property.CheckNoveltyTool;
import dev.athanor.tools.property.ClassifySuperconductorTool;
import dev.athanor.tools.property.PredictStabilityTool;
import dev.athanor.tools.property.PredictTcTool;
import dev.athanor.tools.property.RelaxStructureTool;
import dev.athanor.tools.ranking.RankCandidatesTool;
import dev.athanor.tools.screening.ScreenStructuresTool;
import dev.athanor.tools.search.SearchKnownTool;
import dev.athanor.tools.structure.ReadStructureTool;
import dev.athanor.tools.synthesis.DraftSynthesisListTool;
import dev.athanor.tools.synthesis.ReleaseSynthesisListTool;
import dev.athanor.tools.transcription.AuditPrivacyTool;
import dev.athanor.tools.transcription.PlanTranscriptionTool;
import dev.athanor.tools.transcription.PrivateDesk;
import dev.athanor.tools.transcription.TranscribeModelTool;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The catalogue of the product. */
public final class StandardTools {
  private StandardTools() {}

  /** Every tool; screening campaigns live as long as the process. */
  public static ToolCatalogue catalogue(
      AtomicModel model,
      Elucidator elucidator,
      KnowledgeBase knowledge,
      SentenceEmbedder embedder,
      PrivateDesk desk) {
    return catalogue(
        model,
        elucidator,
        ToolKnowledge.of(knowledge),
        embedder,
        desk,
        campaign -> Checkpoints.inMemory());
  }

  /**
   * Every tool; screening campaigns are kept and resumed.
   *
   * @param campaigns folder that holds a folder for each campaign
   */
  public static ToolCatalogue catalogue(
      AtomicModel model,
      Elucidator elucidator,
      KnowledgeBase knowledge,
      SentenceEmbedder embedder,
      PrivateDesk desk,
      Path campaigns) {
    return catalogue(
        model,
        elucidator,
        ToolKnowledge.of(knowledge),
        embedder,
        desk,
        campaign -> new FolderCheckpoints(campaigns.resolve(campaign)));
  }

  /** Every tool, of parts that are at hand. */
  public static ToolCatalogue catalogue(
      AtomicModel model,
      Elucidator elucidator,
      ToolKnowledge knowledge,
      SentenceEmbedder embedder,
      PrivateDesk desk,
      Function<String, Checkpoints> checkpoints) {
    return ToolCatalogue.of(
        List.of(
            new ReadStructureTool(),
            new SearchKnownTool(knowledge, embedder),
            new GenerateCandidatesTool(model, knowledge),
            new RelaxStructureTool(model),
            new PredictStabilityTool(model, knowledge.phases()),
            new ClassifySuperconductorTool(model),
            new PredictTcTool(model),
            new CheckNoveltyTool(knowledge),
            new RankCandidatesTool(),
            new ScreenStructuresTool(model, knowledge, checkpoints),
            new ElucidateMoleculeTool(elucidator),
            new VerifyPrecursorTool(elucidator),
            new DraftSynthesisListTool(),
            new ReleaseSynthesisListTool(),
            new PlanTranscriptionTool(desk),
            new TranscribeModelTool(desk),
            new AuditPrivacyTool(desk)));
  }
}
