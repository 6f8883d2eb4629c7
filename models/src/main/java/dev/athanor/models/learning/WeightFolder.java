package dev.athanor.models.learning;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.cards.ModelCards;
import dev.athanor.models.weights.WeightFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where training leaves weights, their cards, and the curves of their training. */
public final class WeightFolder {
  private final Path folder;

  /** A folder, made where it is missing. */
  public WeightFolder(Path folder) {
    this.folder = folder;
  }

  /** Says what a file of weights, written to a path, is. */
  public interface Describing {
    /** The card of a file that was just written. */
    ModelCard card(WeightFile file, Path written) throws IOException;
  }

  /** Weights that were not trained in passes. */
  public void write(WeightFile file, Describing describing) {
    write(file, describing, List.of(), "", "");
  }

  /**
   * Weights with the history of their training.
   *
   * @param pass what a point of the history stands for, in the plural
   * @param error what the history counts, with its unit
   */
  public void write(
      WeightFile file,
      Describing describing,
      List<ModelCard.LearningPoint> history,
      String pass,
      String error) {
    Path target = folder.resolve(file.model() + ".weights");
    try {
      Files.createDirectories(folder);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
        file.write(out);
      }
      ModelCard card = describing.card(file, target);
      List<String> charts = List.of();
      if (!history.isEmpty()) {
        String title = "Training of " + file.model() + " " + file.version();
        String name = file.model() + "-loss.svg";
        Files.writeString(folder.resolve(name), LossCurve.of(title, pass, error, history).svg());
        charts = List.of(name);
      }
      ModelCards.write(card.withHistory(history, charts), folder.resolve(file.model() + ".yaml"));
    } catch (IOException e) {
      throw new ModelException(
          ModelErrors.BAD_DATA, target.getFileName() + " cannot be written", e);
    }
  }
}
