package dev.athanor.tools.transcription;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.format.BoundedText;
import dev.athanor.models.ModelException;
import dev.athanor.models.privacy.images.LabelledImages;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads records as a declaration says they are: a table ({@code .csv}, {@code .tsv}, its first line
 * names the columns) or JSON lines ({@code .jsonl}), packed with gzip or not; or a folder of IDX
 * files.
 *
 * <p>No message repeats what stands in a file: it names the line, and what should be there.
 */
public final class RecordFiles {
  /** Most records of a data set. */
  public static final int MOST_RECORDS = 2_000_000;

  private static final long MOST_NUMBERS = 1L << 28;

  private RecordFiles() {}

  /** Which part of a folder of IDX files. */
  public enum Part {
    /** What is learned from. */
    TRAINING,
    /** What is measured on. */
    TEST
  }

  /** The edge of the pictures in a folder of IDX files, which is taken as known. */
  public static int pictureSide(Path folder) {
    return pictures(folder, Part.TEST).side();
  }

  /**
   * Reads the records.
   *
   * @param source a file, or a folder of IDX files
   * @throws ToolException {@code NOT_FOUND}, {@code BAD_INPUT} where nothing is as declared, {@code
   *     UNSUPPORTED} beyond the bounds of size
   */
  public static LabelledRows read(Path source, DataDeclaration declaration, Part part) {
    if (declaration.inputs() instanceof InputRule.Pictures) {
      return pictures(source, declaration, part);
    }
    if (!Files.isRegularFile(source)) {
      throw new ToolException(
          ToolErrors.NOT_FOUND, "the data set's file is not there", "check where it is kept");
    }
    Rows rows = new Rows(source, declaration);
    try {
      BoundedText.eachLine(source, rows::accept);
    } catch (MatterException e) {
      // its message may quote the file
      throw bad("the data set's file is broken or too large (" + e.code() + ")");
    } catch (IOException e) {
      throw bad("the data set's file cannot be read");
    }
    return rows.all();
  }

  private static LabelledImages pictures(Path folder, Part part) {
    try {
      return part == Part.TRAINING ? LabelledImages.training(folder) : LabelledImages.test(folder);
    } catch (ModelException e) {
      throw bad(String.valueOf(e.getMessage()));
    }
  }

  private static LabelledRows pictures(Path folder, DataDeclaration declaration, Part part) {
    LabelledImages images = pictures(folder, part);
    int width = declaration.domain().features().inputWidth();
    if (images.side() * images.side() != width) {
      throw bad("the pictures have a side of " + images.side() + ", which was not declared");
    }
    int[] numbers = images.labels();
    for (int i = 0; i < numbers.length; i++) {
      // IDX labels are numbers; declared words are theirs in order unless they are numbers too
      OptionalInt named = declaration.target().labelOf(Integer.toString(numbers[i]));
      numbers[i] = named.orElse(numbers[i]);
      if (numbers[i] >= declaration.target().labels().size()) {
        throw bad("picture " + (i + 1) + " has a label that was not declared");
      }
    }
    return new LabelledRows(
        new PrivateRecords(declaration.domain(), images.pixels(0, images.size()), numbers), 0, 0);
  }

  private static ToolException bad(String what) {
    return new ToolException(
        ToolErrors.BAD_INPUT, what, "mend the file where it is kept, or declare it otherwise");
  }

  /** Collects line after line. */
  private static final class Rows {
    private final DataDeclaration declaration;
    private final RowCells rows;
    private final int width;
    private float[] inputs = new float[1 << 12];
    private int[] labels = new int[1 << 8];
    private int count;
    private int passedOver;
    private int firstBad;

    Rows(Path source, DataDeclaration declaration) {
      List<String> columns = new ArrayList<>(InputVectors.columns(declaration.inputs()));
      columns.add(declaration.target().column());
      this.declaration = declaration;
      this.rows = new RowCells(source, columns, List.of());
      this.width = declaration.domain().features().inputWidth();
    }

    void accept(String line, int number) {
      if (rows.isNoRow(line)) {
        return;
      }
      Optional<RowCells.Cells> cells = rows.read(line);
      Optional<float[]> vector =
          cells.flatMap(found -> InputVectors.of(declaration.inputs(), found));
      OptionalInt label =
          cells
              .flatMap(found -> found.of(declaration.target().column()))
              .map(declaration.target()::labelOf)
              .orElseGet(OptionalInt::empty);
      if (vector.isEmpty() || label.isEmpty()) {
        passedOver++;
        firstBad = firstBad == 0 ? number : firstBad;
        return;
      }
      add(vector.get(), label.getAsInt());
    }

    private void add(float[] vector, int label) {
      if (count == MOST_RECORDS || (count + 1L) * width > MOST_NUMBERS) {
        throw new ToolException(
            ToolErrors.UNSUPPORTED,
            "the data set has more records than fit, " + count,
            "transcribe a part of it");
      }
      if (inputs.length < (count + 1) * width) {
        inputs = Arrays.copyOf(inputs, (int) Math.min(MOST_NUMBERS, 2L * (count + 1) * width));
      }
      if (labels.length == count) {
        labels = Arrays.copyOf(labels, 2 * count);
      }
      System.arraycopy(vector, 0, inputs, count * width, width);
      labels[count++] = label;
    }

    LabelledRows all() {
      if (count == 0) {
        throw bad("the data set's file holds no record of the kind that was declared");
      }
      return new LabelledRows(
          new PrivateRecords(
              declaration.domain(),
              Arrays.copyOf(inputs, count * width),
              Arrays.copyOf(labels, count)),
          passedOver,
          firstBad);
    }
  }
}
