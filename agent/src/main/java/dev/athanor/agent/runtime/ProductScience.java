package dev.athanor.agent.runtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.settings.AthanorSettings;
import dev.athanor.knowledge.KnowledgeBase;
import dev.athanor.knowledge.files.BuiltNames;
import dev.athanor.knowledge.files.Manifest;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.models.elements.ElementsModel;
import dev.athanor.screening.FolderCheckpoints;
import dev.athanor.tools.StandardTools;
import dev.athanor.tools.ToolCatalogue;
import dev.athanor.tools.ToolKnowledge;
import dev.athanor.tools.transcription.PrivateDesk;
import java.nio.file.Path;

/** The product's own tools, over its trained model, its knowledge and the user's. */
final class ProductScience implements Science {
  private final Lazy<AtomicModel> model;
  private final Lazy<KnowledgeBase> knowledge;
  private final Lazy<ToolCatalogue> catalogue;

  ProductScience(AthanorSettings settings) {
    this.model = new Lazy<>(() -> AtomicModels.open(settings.models()));
    Path campaigns = settings.home().resolve("campaigns");
    this.knowledge = new Lazy<>(() -> KnowledgeBase.load(settings.home().resolve("knowledge")));
    ToolKnowledge parts =
        new ToolKnowledge(
            () -> knowledge.get().referencePhases(),
            () -> knowledge.get().superconductors(),
            () -> knowledge.get().crystals(),
            () -> knowledge.get().structures(),
            () -> knowledge.get().notes());
    this.catalogue =
        new Lazy<>(
            () ->
                StandardTools.catalogue(
                    new LazyAtomicModel(model),
                    Elucidators.lazy(new Lazy<>(Elucidators::open)),
                    parts,
                    new MiniLmEmbedder(),
                    new PrivateDesk(
                        () -> PrivateScience.datasets(settings),
                        () -> PrivateScience.transcriptions(settings)),
                    campaign -> new FolderCheckpoints(campaigns.resolve(campaign))));
  }

  @Override
  public ToolCatalogue catalogue() {
    return catalogue.get();
  }

  @Override
  public ObjectNode summary() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    // from the card and the manifest: a page must not wait for models and indexes to load
    node.put("model_version", ElementsModel.shippedVersion());
    ObjectNode counts = node.putObject("knowledge");
    Manifest manifest = knowledge.get().manifest();
    counts.put("reference_phases", manifest.records(BuiltNames.PHASES));
    counts.put("superconductors", manifest.records(BuiltNames.SUPERCONDUCTORS));
    counts.put("structures", manifest.records(BuiltNames.STRUCTURES));
    counts.put("notes", knowledge.get().notes().notes().size());
    return node;
  }

  @Override
  public void close() {
    model.ifMade().ifPresent(AtomicModel::close);
  }
}
