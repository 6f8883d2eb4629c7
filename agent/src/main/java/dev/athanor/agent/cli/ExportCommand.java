package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.athanor.agent.export.AtomicFile;
import dev.athanor.agent.export.ExportFormat;
import dev.athanor.agent.export.SynthesisListExport;
import dev.athanor.agent.runtime.AgentRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code athanor export}: the synthesis list of an investigation as a file. */
@Command(
    name = "export",
    description = "Write the synthesis list of an investigation as a file",
    footerHeading = "%n",
    footer = {"  athanor export 4f2a --format xlsx --output list.xlsx"})
final class ExportCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Parameters(index = "0", paramLabel = "ID", description = "investigation, or how its name begins")
  private String id = "";

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      converter = FormatWord.class,
      description = "json, csv, xlsx, zip (of CIF files) or html (a report to print)")
  private ExportFormat format = ExportFormat.JSON;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "the file to write (default: synthesis-list-ID.FORMAT)")
  private @Nullable Path output;

  ExportCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() throws IOException {
    try (AgentRuntime runtime = surroundings.agent().get()) {
      JsonNode view = runtime.view(runtime.investigations().get(id));
      Path file =
          Optional.ofNullable(output)
              .orElseGet(() -> Path.of(SynthesisListExport.fileName(view, format)));
      try (AtomicFile target = Outputs.create(file)) {
        new SynthesisListExport(runtime.artifacts()).export(view, format, target.stream());
        target.commit();
      }
      surroundings
          .terminal()
          .out()
          .println(
              common.json()
                  ? JsonNodeFactory.instance
                      .objectNode()
                      .put("written_to", file.toString())
                      .toString()
                  : file.toString());
      return ExitCodes.OK;
    }
  }

  /** The name of a format. */
  static final class FormatWord implements ITypeConverter<ExportFormat> {
    @Override
    public ExportFormat convert(String word) {
      return ExportFormat.of(word)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + word + "' is none of json, csv, xlsx, zip, html"));
    }
  }
}
