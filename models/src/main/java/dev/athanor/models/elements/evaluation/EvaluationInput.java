package dev.athanor.models.elements.evaluation;

import dev.athanor.models.elements.CompositionModel;
import dev.athanor.models.elements.ElementsCompositions;
import dev.athanor.models.elements.ElementsModel;
import dev.athanor.models.elements.training.HeadData;
import dev.athanor.models.learning.ProgressListener;
import java.nio.file.Path;
import java.util.Optional;

/** What parts of an evaluation measure with. Model and rows are read once, when first asked for. */
public final class EvaluationInput implements AutoCloseable {
  private final Path data;
  private final Optional<Path> weights;
  private final ProgressListener listener;
  private Optional<ElementsModel> model = Optional.empty();
  private Optional<HeadData> rows = Optional.empty();

  EvaluationInput(Path data, Optional<Path> weights, ProgressListener listener) {
    this.data = data;
    this.weights = weights;
    this.listener = listener;
  }

  /** The project's data folder. */
  public Path data() {
    return data;
  }

  /** Folder of the weights that are measured; empty for the shipped ones. */
  public Optional<Path> weights() {
    return weights;
  }

  /** Told how far it is. */
  public ProgressListener listener() {
    return listener;
  }

  /** The model that is measured; closed after the evaluation. */
  public ElementsModel model() {
    ElementsModel loaded =
        model.orElseGet(() -> weights.map(ElementsModel::load).orElseGet(ElementsModel::load));
    model = Optional.of(loaded);
    return loaded;
  }

  /** The model of compositions that is measured. */
  public CompositionModel formulas() {
    return weights.map(ElementsCompositions::load).orElseGet(ElementsCompositions::load);
  }

  /** Rows of the heads with the features of the model's backbone. */
  public HeadData rows() {
    HeadData read = rows.orElseGet(() -> HeadData.read(data, model().backbone()));
    rows = Optional.of(read);
    return read;
  }

  @Override
  public void close() {
    model.ifPresent(ElementsModel::close);
    model = Optional.empty();
  }
}
