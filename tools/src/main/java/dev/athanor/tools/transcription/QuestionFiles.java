package dev.athanor.tools.transcription;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.format.BoundedText;
import dev.athanor.models.privacy.images.LabelledImages;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a transcribed model is asked about: the same columns that it learned from, and if
 * wanted {@code id}; or the test part of a folder of IDX files.
 */
public final class QuestionFiles {
  private static final String ID = "id";
  private static final int LONGEST_NAME = 1024;

  private QuestionFiles() {}

  /** Takes one row after the other. */
  public interface Sink {
    /**
     * A row that reads.
     *
     * @param id that it states, else its number
     * @param formula where it has one
     * @param vector what the model is shown
     */
    void accepted(String id, Optional<String> formula, float[] vector);

    /** A row that does not. */
    void rejected(String id, int line);
  }

  /**
   * Reads all rows.
   *
   * @throws ToolException {@code BAD_INPUT} where the file is no such table
   */
  public static void read(Path source, InputRule inputs, Sink sink) {
    if (inputs instanceof InputRule.Pictures pictures) {
      pictures(source, pictures, sink);
      return;
    }
    RowCells rows = new RowCells(source, InputVectors.columns(inputs), List.of(ID));
    int[] count = new int[1];
    try {
      BoundedText.eachLine(
          source,
          (line, number) -> {
            if (!rows.isNoRow(line)) {
              row(rows.read(line), inputs, ++count[0], number, sink);
            }
          });
    } catch (MatterException e) {
      throw new ToolException(
          ToolErrors.BAD_INPUT, String.valueOf(e.getMessage()), "mend the input");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void row(
      Optional<RowCells.Cells> cells, InputRule inputs, int row, int line, Sink sink) {
    String id =
        cells
            .flatMap(found -> found.of(ID))
            .filter(name -> name.length() <= LONGEST_NAME)
            .orElse(Integer.toString(row));
    Optional<float[]> vector = cells.flatMap(found -> InputVectors.of(inputs, found));
    if (vector.isEmpty()) {
      sink.rejected(id, line);
      return;
    }
    Optional<String> formula =
        inputs instanceof InputRule.Formulas
            ? cells.flatMap(found -> found.of(InputVectors.FORMULA))
            : Optional.empty();
    sink.accepted(id, formula, vector.get());
  }

  private static void pictures(Path folder, InputRule.Pictures pictures, Sink sink) {
    LabelledImages images = LabelledImages.test(folder);
    if (images.side() != pictures.side()) {
      throw new ToolException(
          ToolErrors.BAD_INPUT,
          "the pictures have a side of " + images.side() + ", not " + pictures.side(),
          "give pictures of the size that the model learned from");
    }
    for (int i = 0; i < images.size(); i++) {
      sink.accepted(Integer.toString(i + 1), Optional.empty(), images.pixels(i, i + 1));
    }
  }
}
