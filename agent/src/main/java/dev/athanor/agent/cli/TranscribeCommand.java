package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.export.AtomicFile;
import dev.athanor.agent.export.PrivacyPage;
import dev.athanor.agent.export.ReleasedFiles;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.ledger.PrivacyBudget;
import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.MethodName;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.transcription.LabelledRows;
import dev.athanor.tools.transcription.PrivacyReport;
import dev.athanor.tools.transcription.RecordFiles;
import dev.athanor.tools.transcription.Released;
import dev.athanor.tools.transcription.TestRecords;
import dev.athanor.tools.transcription.TranscriptionOrder;
import dev.athanor.tools.transcription.TranscriptionProposal;
import dev.athanor.tools.transcription.Transcriptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code athanor transcribe}: a model that may be given away, of records that may not. */
@Command(
    name = "transcribe",
    description = "Make a model of private records that may be given away",
    footerHeading = "%n",
    footer = {
      "Everything is checked and shown before anything is spent; what is spent of a data set's",
      "privacy is entered into the ledger first and cannot be had back, also where the run is",
      "broken off. On a terminal you are asked; in a script the command itself is the decision.",
      "Writes MODEL, MODEL.report.html and MODEL.report.json. See docs/privacy.md.",
      "",
      "  athanor transcribe --data tc.csv --target tc_K --method selective-response \\",
      "    --epsilon 1 --out tc.student",
      "  athanor predict --model tc.student --input formulas.csv --output told.csv"
    })
final class TranscribeCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final CommonOptions common;

  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--method",
      required = true,
      paramLabel = "NAME",
      completionCandidates = MethodWords.class,
      converter = MethodWords.class,
      description = "one of ${COMPLETION-CANDIDATES}")
  private MethodName method = MethodName.SELECTIVE_RESPONSE;

  @Option(
      names = "--epsilon",
      required = true,
      paramLabel = "E",
      description = "largest epsilon: 1 is a strong promise, 10 a weak one")
  private double epsilon;

  @Option(
      names = "--delta",
      paramLabel = "D",
      defaultValue = "1e-5",
      description = "probability with which that may fail; ${DEFAULT-VALUE}")
  private double delta = 1e-5;

  @Option(names = "--out", paramLabel = "MODEL", description = "the file that may be given away")
  private @Nullable Path out;

  @Option(
      names = "--assurance",
      paramLabel = "WORD",
      defaultValue = "record",
      description =
          "record: the guarantee holds for every record; as-published: what the method's paper"
              + " argues, which is less, and for --public records only; ${DEFAULT-VALUE}")
  private String assurance = "record";

  @Option(
      names = "--public",
      description = "the records are public and spend nothing: for comparisons")
  private boolean isPublic;

  @Option(
      names = "--samples",
      arity = "2",
      paramLabel = "N FILE",
      hideParamSyntax = true,
      description =
          "N FILE: also write made-up records (of pictures a .png sheet or a folder of IDX files)")
  private List<String> samples = List.of();

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description =
          "public records like the private ones to measure the model with (of pictures the folder's"
              + " t10k files); private ones cannot be used, since a measurement is a release")
  private @Nullable Path test;

  @Option(
      names = "--budget-epsilon",
      paramLabel = "E",
      description =
          "budget of the data set, set once: all releases together keep it (default: --epsilon)")
  private @Nullable Double budgetEpsilon;

  @Option(
      names = "--budget-delta",
      paramLabel = "D",
      description = "delta of the budget (default: --delta)")
  private @Nullable Double budgetDelta;

  @Option(names = "--plan-only", description = "show what would be released and spent, and stop")
  private boolean planOnly;

  @Option(names = "--yes", description = "do not ask")
  private boolean yes;

  @Option(
      names = "--skip-bad",
      description =
          "also where more than a tenth of the rows do not read as declared: leave them out")
  private boolean skipBad;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of what hides nothing; the noise has none; ${DEFAULT-VALUE}")
  private long seed = 1;

  TranscribeCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() throws IOException {
    DataOptions.Chosen chosen = data.chosen(surroundings.datasets());
    TranscriptionOrder order = order(chosen.name());
    Optional<SampleOption> wanted =
        samples.isEmpty() ? Optional.empty() : Optional.of(SampleOption.of(samples));
    Optional<Path> target = planOnly ? Optional.empty() : Optional.of(target(chosen, wanted));
    LabelledRows rows = rows(chosen);
    Optional<TestRecords> measured = measured(chosen);
    Transcriptions all = surroundings.transcriptions().get();
    TranscriptionProposal proposal =
        all.propose(order, chosen.declaration().domain(), rows.records().size(), budget());
    show(proposal, chosen);
    if (proposal.counts() && !proposal.covered()) {
      throw new ModelException(
          ModelErrors.OVER_BUDGET,
          String.format(
              Locale.ROOT,
              "the budget of '%s' is epsilon %.4g at delta %.3g; %.4g is spent, and with this"
                  + " release it would be %.4g",
              order.dataset(),
              proposal.budget().limit().epsilon(),
              proposal.budget().limit().delta(),
              proposal.spent(),
              proposal.spentAfter()));
    }
    if (target.isEmpty()) {
      return ExitCodes.OK;
    }
    if (!agreed(proposal)) {
      surroundings.terminal().err().println("nothing was spent");
      return ExitCodes.DENIED;
    }
    TorchEngine.start();
    Released released = released(all, proposal, rows, chosen, wanted, measured);
    write(target.orElseThrow(), released);
    if (wanted.isPresent()) {
      wanted.orElseThrow().write(released.samples(), chosen.declaration());
    }
    report(target.orElseThrow(), released.report(), wanted);
    return ExitCodes.OK;
  }

  private TranscriptionOrder order(String dataset) {
    Assurance promised =
        switch (assurance) {
          case "record" -> Assurance.RECORD;
          case "as-published" -> Assurance.AS_PUBLISHED;
          default ->
              throw new CliException(
                  CliErrors.USAGE, "'" + assurance + "' is no assurance", "record or as-published");
        };
    if (promised == Assurance.AS_PUBLISHED && !isPublic) {
      throw new CliException(
          CliErrors.USAGE,
          "as-published keeps no promise for records, so that no budget covers it",
          "use it with --public, for records that need no protection, or take --assurance record");
    }
    try {
      return new TranscriptionOrder(
          dataset, method, new PrivacyGuarantee(epsilon, delta), promised);
    } catch (IllegalArgumentException e) {
      throw new CliException(
          CliErrors.USAGE, String.valueOf(e.getMessage()), "as in --epsilon 1 --delta 1e-5");
    } catch (ToolException e) {
      throw asUsage(e);
    }
  }

  private static RuntimeException asUsage(ToolException e) {
    return e.code() == ToolErrors.INVALID_ARGUMENTS
        ? new CliException(CliErrors.USAGE, String.valueOf(e.getMessage()), e.whatToDo())
        : e;
  }

  private Optional<PrivacyBudget> budget() {
    if (budgetEpsilon == null && budgetDelta == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PrivacyBudget(
              new PrivacyGuarantee(
                  budgetEpsilon == null ? epsilon : budgetEpsilon,
                  budgetDelta == null ? delta : budgetDelta),
              PrivateMechanism.Protected.RECORD));
    } catch (IllegalArgumentException e) {
      throw new CliException(
          CliErrors.USAGE, String.valueOf(e.getMessage()), "as in --budget-epsilon 4");
    }
  }

  /** Where the model goes; everything that will be written can be. */
  private Path target(DataOptions.Chosen chosen, Optional<SampleOption> wanted) throws IOException {
    Path model = out;
    if (model == null || model.toString().isEmpty()) {
      throw new CliException(
          CliErrors.USAGE, "no file for the model is named", "give --out MODEL, or --plan-only");
    }
    for (Path file : List.of(model, page(model), json(model))) {
      Outputs.requireOther(file, chosen.source());
      Outputs.create(file).close();
    }
    if (wanted.isPresent()) {
      Outputs.requireOther(wanted.orElseThrow().file(), chosen.source());
      wanted.orElseThrow().requireWritable(chosen.declaration());
    }
    return model;
  }

  private static Path page(Path model) {
    return model.resolveSibling(model.getFileName() + ReleasedFiles.PAGE);
  }

  private static Path json(Path model) {
    return model.resolveSibling(model.getFileName() + ReleasedFiles.JSON);
  }

  private LabelledRows rows(DataOptions.Chosen chosen) {
    LabelledRows rows =
        RecordFiles.read(chosen.source(), chosen.declaration(), RecordFiles.Part.TRAINING);
    if (rows.looksMisdeclared() && !skipBad) {
      throw new CliException(
          CliErrors.NOTHING_USABLE,
          String.format(
              Locale.ROOT,
              "%,d of %,d rows do not read as declared, the first in line %d",
              rows.passedOver(),
              rows.passedOver() + rows.records().size(),
              rows.firstBadLine()),
          "mend them, declare them otherwise, or leave them out with --skip-bad");
    }
    if (rows.passedOver() > 0 && !common.json()) {
      Terminal terminal = surroundings.terminal();
      terminal
          .err()
          .printf(
              Locale.ROOT,
              "%s %,d rows do not read as declared and are left out, the first in line %d%n",
              terminal.paintError(Paint.YELLOW, "warning"),
              rows.passedOver(),
              rows.firstBadLine());
    }
    return rows;
  }

  private Optional<TestRecords> measured(DataOptions.Chosen chosen) {
    Path file = test;
    if (file == null) {
      return Optional.empty();
    }
    LabelledRows rows =
        RecordFiles.read(Inputs.readable(file), chosen.declaration(), RecordFiles.Part.TEST);
    return Optional.of(new TestRecords(String.valueOf(file.getFileName()), rows.records()));
  }

  private void show(TranscriptionProposal proposal, DataOptions.Chosen chosen) {
    if (!common.json()) {
      new ProposalText(surroundings.terminal())
          .write(proposal, chosen.declaration().inputs().inWords());
    } else if (planOnly) {
      surroundings.terminal().out().println(ProposalText.json(proposal));
    }
  }

  private boolean agreed(TranscriptionProposal proposal) {
    Terminal terminal = surroundings.terminal();
    if (yes || !proposal.counts() || !terminal.isInteractive()) {
      return true;
    }
    return terminal
        .ask("Release it? This cannot be taken back.  y yes   n no: ")
        .map(String::strip)
        .filter(answer -> answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes"))
        .isPresent();
  }

  private Released released(
      Transcriptions all,
      TranscriptionProposal proposal,
      LabelledRows rows,
      DataOptions.Chosen chosen,
      Optional<SampleOption> wanted,
      Optional<TestRecords> measured) {
    Thread farewell =
        new Thread(
            () -> {
              if (proposal.counts()) {
                surroundings
                    .terminal()
                    .err()
                    .println("interrupted: " + Transcriptions.COUNTS_AS_SPENT);
              }
            });
    Runtime.getRuntime().addShutdownHook(farewell);
    try (StageProgress progress = new StageProgress(surroundings.terminal())) {
      return all.release(
          proposal,
          "transcribe, " + proposal.order().method().word(),
          rows.records(),
          chosen.declaration(),
          seed,
          wanted.map(SampleOption::count).orElse(0),
          measured,
          progress::share);
    } finally {
      Runtime.getRuntime().removeShutdownHook(farewell);
    }
  }

  private static void write(Path model, Released released) throws IOException {
    bytes(model, released.model());
    bytes(json(model), released.report().bytes());
    bytes(page(model), PrivacyPage.of(released.report()).getBytes(StandardCharsets.UTF_8));
  }

  private static void bytes(Path file, byte[] content) throws IOException {
    try (AtomicFile target = Outputs.create(file)) {
      target.stream().write(content);
      target.commit();
    }
  }

  private void report(Path model, PrivacyReport report, Optional<SampleOption> wanted) {
    Terminal terminal = surroundings.terminal();
    if (common.json()) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      node.put("model", model.toString()).put("sha256", report.model());
      node.put("report", json(model).toString()).put("page", page(model).toString());
      wanted.ifPresent(option -> node.put("samples", option.file().toString()));
      report
          .card()
          .promise()
          .epsilon()
          .ifPresentOrElse(value -> node.put("epsilon", value), () -> node.putNull("epsilon"));
      node.put("delta", report.card().promise().delta());
      node.put("epsilon_paper", report.card().promise().paperEpsilon());
      report
          .ledger()
          .ifPresent(sheet -> node.put("spent", sheet.spent()).put("remaining", sheet.remaining()));
      report
          .utility()
          .ifPresent(
              utility -> {
                JsonNumbers.put(node, "accuracy", utility.accuracy(), 4);
                JsonNumbers.put(node, "auc", utility.area(), 4);
              });
      JsonNumbers.put(node, "seconds", report.seconds(), 3);
      terminal.out().println(node);
      return;
    }
    OptionalDouble accuracy =
        report.utility().stream().mapToDouble(utility -> utility.accuracy()).findFirst();
    terminal
        .err()
        .printf(
            Locale.ROOT,
            "%s in %s%s%n",
            terminal.paintError(Paint.GREEN, "done"),
            Wrapped.duration(Math.round(1000 * report.seconds())),
            accuracy.isPresent()
                ? String.format(
                    Locale.ROOT, ", %.3f of the test records told right", accuracy.getAsDouble())
                : "");
    for (String line : Wrapped.lines(report.card().promise().sentence(), terminal.width())) {
      terminal.err().println(line);
    }
    terminal.out().println(model + ", " + page(model) + ", " + json(model));
  }
}
