package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.mechanism.SecureNoise;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.models.privacy.trial.Fault;
import dev.athanor.models.privacy.trial.TrainingFinding;
import dev.athanor.models.privacy.trial.TrainingTrial;
import dev.athanor.tools.transcription.AuditLine;
import dev.athanor.tools.transcription.Audits;
import dev.athanor.tools.transcription.LedgerSheet;
import dev.athanor.tools.transcription.RecordFiles;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code athanor audit-privacy}: attacks on the mechanisms as they are built, and the ledger. */
@Command(
    name = "audit-privacy",
    description = "Attack the mechanisms of privacy, or show what a data set has spent",
    footerHeading = "%n",
    footer = {
      "Without options: every mechanism, with and without a canary among made-up records. With",
      "--data: also one training with canaries among these records; what it prints is learned",
      "from them and is for whoever holds them. With --dataset alone: its ledger. An audit can",
      "refute a claim and confirms none; the exit code is 6 where one is refuted.",
      "",
      "  athanor audit-privacy --epsilon 1",
      "  athanor audit-privacy --broken noise",
      "  athanor audit-privacy --dataset tc"
    })
final class AuditPrivacyCommand implements Callable<Integer> {
  private static final int CANARIES = 200;
  private static final long CANARY_SEED = 11;

  private final Surroundings surroundings;
  private final CommonOptions common;

  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      defaultValue = "1",
      description = "the claim that is attacked; ${DEFAULT-VALUE}")
  private double epsilon = 1;

  @Option(
      names = "--delta",
      paramLabel = "D",
      defaultValue = "1e-5",
      description = "its delta; ${DEFAULT-VALUE}")
  private double delta = 1e-5;

  @Option(
      names = "--broken",
      paramLabel = "FAULT",
      description =
          "put a fault in beforehand, to see it caught: clipping (contributions of any length), noise"
              + " (far too little), reuse (one draw for all releases)")
  private @Nullable String broken;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "1000",
      description = "of each mechanism with a canary, and as many without; ${DEFAULT-VALUE}")
  private int runs = 1000;

  AuditPrivacyCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  @Override
  public Integer call() {
    if (!data.namesRecords() && data.dataset().isPresent() && broken == null) {
      return ledger(data.dataset().orElseThrow());
    }
    if (runs < 40 || runs > 100_000) {
      throw new CliException(CliErrors.USAGE, "--runs is 40 to 100000", "as in --runs 1000");
    }
    if (!(epsilon >= 0.01 && epsilon <= 20 && delta >= 1e-12 && delta <= 1e-3)) {
      throw new CliException(
          CliErrors.USAGE,
          "epsilon is 0.01 to 20 and delta 1e-12 to 1e-3",
          "as in --epsilon 1 --delta 1e-5");
    }
    Fault fault = fault();
    List<AuditLine> lines = mechanisms(fault);
    Optional<TrainingFinding> training =
        data.namesRecords() ? Optional.of(training(fault)) : Optional.empty();
    boolean refuted =
        lines.stream().anyMatch(AuditLine::refuted)
            || training.filter(found -> found.bound().refutes(epsilon)).isPresent();
    if (common.json()) {
      surroundings.terminal().out().println(json(fault, lines, training));
    } else {
      write(fault, lines, training);
    }
    return refuted ? ExitCodes.CLAIM_REFUTED : ExitCodes.OK;
  }

  private Fault fault() {
    String word = broken;
    return word == null
        ? Fault.NONE
        : Arrays.stream(Fault.values())
            .filter(fault -> fault != Fault.NONE && fault.word().equals(word))
            .findFirst()
            .orElseThrow(
                () ->
                    new CliException(
                        CliErrors.USAGE, "'" + word + "' is no fault", "clipping, noise or reuse"));
  }

  private List<AuditLine> mechanisms(Fault fault) {
    List<PrivateMechanism> mechanisms = Audits.shipped(epsilon, delta);
    try (ProgressLine progress =
        ProgressLine.begin(surroundings.terminal(), "audit", mechanisms.size())) {
      return Audits.of(mechanisms, delta, runs, fault, progress::step);
    }
  }

  private TrainingFinding training(Fault fault) {
    DataOptions.Chosen chosen = data.chosen(surroundings.datasets());
    PrivateRecords records =
        RecordFiles.read(chosen.source(), chosen.declaration(), RecordFiles.Part.TRAINING)
            .records();
    int taken = Math.min(records.size(), CANARIES);
    return TrainingTrial.of(
        new PrivateRecords(
            records.domain(), records.inputs(0, taken), Arrays.copyOf(records.labels(), taken)),
        new PrivacyGuarantee(epsilon, delta),
        Audits.CONFIDENCE,
        fault,
        CANARIES,
        new SecureNoise(),
        CANARY_SEED);
  }

  private void write(Fault fault, List<AuditLine> lines, Optional<TrainingFinding> training) {
    Terminal terminal = surroundings.terminal();
    PrintWriter out = terminal.out();
    if (fault != Fault.NONE) {
      out.println("with a fault put in: " + fault.word());
    }
    out.println(" claim  found >=  verdict      mechanism");
    for (AuditLine line : lines) {
      row(line.claim(), line.atLeast(), line.refuted(), line.words());
    }
    training.ifPresent(
        found -> {
          row(
              epsilon,
              found.bound().epsilonAtLeast(),
              found.bound().refutes(epsilon),
              String.format(
                  Locale.ROOT,
                  "one training of %,d records with %,d canaries, each in by a coin: %d of %d guesses"
                      + " right; members told from others with an area of %.3f (0.5: not at all)",
                  found.records(),
                  found.canaries(),
                  found.bound().successes(),
                  found.bound().attempts(),
                  found.attack().area()));
          out.println();
          for (String line :
              Wrapped.lines(
                  "The last line was learned from the records: it is for whoever holds them.",
                  terminal.width())) {
            out.println(line);
          }
        });
  }

  private void row(double claim, double found, boolean refuted, String words) {
    Terminal terminal = surroundings.terminal();
    String verdict =
        refuted
            ? terminal.paint(Paint.RED, "refuted    ")
            : terminal.paint(Paint.GREEN, "not refuted");
    boolean first = true;
    for (String part : Wrapped.lines(words, Math.max(20, terminal.width() - 31))) {
      terminal
          .out()
          .println(
              first
                  ? String.format(Locale.ROOT, "%6.3g  %8.3g  %s  %s", claim, found, verdict, part)
                  : " ".repeat(31) + part);
      first = false;
    }
  }

  private static ObjectNode json(
      Fault fault, List<AuditLine> lines, Optional<TrainingFinding> training) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("broken", fault.word());
    ArrayNode mechanisms = node.putArray("mechanisms");
    for (AuditLine line : lines) {
      mechanisms
          .addObject()
          .put("words", line.words())
          .put("claim", line.claim())
          .put("at_least", line.atLeast())
          .put("confidence", line.confidence())
          .put("attempts", line.attempts())
          .put("refuted", line.refuted());
    }
    training.ifPresent(
        found ->
            node.putObject("training")
                .put("records", found.records())
                .put("canaries", found.canaries())
                .put("at_least", found.bound().epsilonAtLeast())
                .put("confidence", found.bound().confidence())
                .put("guesses", found.bound().attempts())
                .put("right", found.bound().successes())
                .put("membership_auc", found.attack().area())
                .put("membership_at_one_percent", found.attack().caughtAtOnePercent()));
    return node;
  }

  private int ledger(String name) {
    LedgerSheet sheet =
        surroundings
            .transcriptions()
            .get()
            .sheet(name)
            .orElseThrow(
                () ->
                    new CliException(
                        CliErrors.NOTHING_USABLE,
                        "nothing was ever released of '" + name + "' here",
                        "the ledger is in ATHANOR_HOME/privacy; check the name"));
    Terminal terminal = surroundings.terminal();
    if (common.json()) {
      terminal.out().println(LedgerJson.of(sheet));
      return ExitCodes.OK;
    }
    PrintWriter out = terminal.out();
    out.println(terminal.paint(Paint.BOLD, Terminal.safe(sheet.dataset())));
    out.printf(
        Locale.ROOT,
        "  budget epsilon %.4g at delta %.1e for each %s; %.4g spent, %.4g left%n",
        sheet.budgetEpsilon(),
        sheet.budgetDelta(),
        sheet.protects(),
        sheet.spent(),
        sheet.remaining());
    for (LedgerSheet.Line line : sheet.releases()) {
      out.printf(
          Locale.ROOT,
          "  %s  epsilon alone %.3g  %s%n",
          line.at().replaceFirst("T(\\d\\d:\\d\\d).*", " $1"),
          line.epsilon(),
          Terminal.safe(line.purpose()));
    }
    return ExitCodes.OK;
  }
}
