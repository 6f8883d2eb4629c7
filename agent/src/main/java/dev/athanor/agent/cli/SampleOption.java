package dev.athanor.agent.cli;

import dev.athanor.agent.export.AtomicFile;
import dev.athanor.agent.export.CsvLines;
import dev.athanor.models.privacy.transcription.LabelledSamples;
import dev.athanor.tools.transcription.DataDeclaration;
import dev.athanor.tools.transcription.InputRule;
import dev.athanor.tools.transcription.SampleIdx;
import dev.athanor.tools.transcription.SamplePictures;
import dev.athanor.tools.transcription.SampleText;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Made-up records that are wanted beside a model.
 *
 * @param count how many
 * @param file a table; of pictures a sheet (.png), or a folder of IDX files
 */
record SampleOption(int count, Path file) {
  static final int MOST = 100_000;

  /**
   * The two words of the option.
   *
   * @throws CliException {@code USAGE}
   */
  static SampleOption of(List<String> words) {
    try {
      int count = Integer.parseInt(words.get(0));
      if (count >= 1 && count <= MOST && !words.get(1).isEmpty()) {
        return new SampleOption(count, Path.of(words.get(1)));
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new CliException(
        CliErrors.USAGE,
        "--samples takes a number of 1 to " + MOST + " and a file",
        "as in --samples 500 made-up.csv");
  }

  private boolean isSheet() {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
  }

  /** Finds out whether they can be written, before anything is spent. */
  void requireWritable(DataDeclaration declaration) throws IOException {
    if (declaration.inputs() instanceof InputRule.Pictures && !isSheet()) {
      if (Files.exists(file) && !Files.isDirectory(file)) {
        throw new CliException(
            CliErrors.OUTPUT_NOT_WRITABLE,
            "'" + file + "' is a file",
            "name a folder for IDX files, or a sheet that ends in .png");
      }
      return;
    }
    Outputs.create(file).close();
  }

  void write(LabelledSamples samples, DataDeclaration declaration) throws IOException {
    if (declaration.inputs() instanceof InputRule.Pictures pictures) {
      if (isSheet()) {
        bytes(file, SamplePictures.png(samples, pictures.side()));
      } else {
        SampleIdx files = SampleIdx.of(samples, pictures.side());
        bytes(file.resolve(SampleIdx.IMAGES), files.images());
        bytes(file.resolve(SampleIdx.LABELS), files.labels());
      }
      return;
    }
    try (AtomicFile target = Outputs.create(file);
        Writer writer = new OutputStreamWriter(target.stream(), StandardCharsets.UTF_8)) {
      CsvLines lines = new CsvLines(writer);
      for (List<String> row : SampleText.rows(samples, declaration)) {
        lines.write(row.stream().map(CsvLines::guarded).toList());
      }
      writer.flush();
      target.commit();
    }
  }

  private static void bytes(Path file, byte[] content) throws IOException {
    try (AtomicFile target = Outputs.create(file)) {
      target.stream().write(content);
      target.commit();
    }
  }
}
