package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.runtime.MiniLmEmbedder;
import dev.athanor.knowledge.build.BuildRequest;
import dev.athanor.knowledge.build.DeterminedSpaceGroups;
import dev.athanor.knowledge.build.KnowledgeBuilder;
import dev.athanor.knowledge.files.Manifest;
import dev.athanor.models.elements.AtomicModel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code athanor knowledge build}: the files of the knowledge base from the raw data sets. */
@Command(
    name = "build",
    description = "Compute reference phases, superconductors and fingerprints from a data folder",
    footerHeading = "%n",
    footer = {
      "The reference phases get the model's own formation energies, so that a candidate and its",
      "competitors are judged by one yardstick. A build in ATHANOR_HOME/knowledge/built replaces",
      "the shipped one."
    })
final class KnowledgeBuildCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final CommonOptions common;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "FOLDER",
      description = "holds mp2018, mp_more and tc")
  private Path from = Path.of("");

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = "where to write (default: ATHANOR_HOME/knowledge/built)")
  private @Nullable Path output;

  KnowledgeBuildCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() {
    Path source = Inputs.readable(from);
    Path target =
        output == null
            ? CommandSettings.load().home().resolve("knowledge").resolve("built")
            : output;
    try (AtomicModel model = surroundings.model().get();
        StageProgress progress = new StageProgress(surroundings.terminal())) {
      Manifest manifest =
          KnowledgeBuilder.build(
              new BuildRequest(
                  source,
                  target,
                  "athanor knowledge build",
                  Optional.of(new ModelEnergies(model)),
                  new DeterminedSpaceGroups(),
                  Optional.of(new MiniLmEmbedder()),
                  true),
              progress::count);
      report(manifest, target);
    }
    return ExitCodes.OK;
  }

  private void report(Manifest manifest, Path target) {
    Terminal terminal = surroundings.terminal();
    if (common.json()) {
      ObjectNode node = new ObjectMapper().createObjectNode();
      node.put("written_to", target.toString());
      node.put("energy_source", manifest.energySource());
      ObjectNode records = node.putObject("records");
      manifest.files().forEach(file -> records.put(file.name(), file.records()));
      terminal.out().println(node);
      return;
    }
    manifest
        .files()
        .forEach(
            file ->
                terminal
                    .out()
                    .println(
                        String.format(
                            Locale.ROOT,
                            "  %-28s %,9d records  %,11d bytes",
                            file.name(),
                            file.records(),
                            file.bytes())));
    terminal.out().println("written to " + target);
  }
}
