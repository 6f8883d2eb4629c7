package dev.athanor.tools.transcription;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.ledger.PrivacyBudget;
import dev.athanor.models.privacy.ledger.PrivacyLedger;
import dev.athanor.models.privacy.mechanism.SecureNoise;
import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.LabelledSamples;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.models.privacy.transcription.ReleasePlan;
import dev.athanor.models.privacy.transcription.Transcript;
import dev.athanor.models.privacy.transcription.TranscriptionMethod;
import dev.athanor.models.privacy.trial.Fault;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Proposes transcriptions and carries them out, by way of the ledger: entered with all that they
 * may cost, then done, then noted as done. Whatever breaks off in between counts as spent.
 */
public final class Transcriptions {
  /** What an interrupted release comes to, in words for everyone who is told of one. */
  public static final String COUNTS_AS_SPENT =
      "what was entered into the ledger counts as spent, since nobody knows how far it came";

  private static final String LEDGER = "ledger.jsonl";
  private static final String RELEASES = "releases";
  private static final int AUDIT_RUNS = 400;

  /** A plan may be dearer than asked by rounding alone. */
  private static final double ROUNDING = 1e-9;

  private final Path folder;
  private final PrivateModels models;
  private final InstantSource clock;

  /**
   * Over a folder that holds the ledger; it is made when something is first entered.
   *
   * @param folder of the ledger and of the reports on releases
   * @param models the methods at hand
   */
  public Transcriptions(Path folder, PrivateModels models, InstantSource clock) {
    this.folder = folder;
    this.models = models;
    this.clock = clock;
  }

  /** The methods at hand. */
  public PrivateModels models() {
    return models;
  }

  /** What was said of a data set; empty where it has no budget. */
  public Optional<LedgerSheet> sheet(String dataset) {
    Declared.dataset(dataset);
    return account(dataset).map(account -> LedgerSheet.of(dataset, account));
  }

  private Optional<PrivacyLedger.Account> account(String dataset) {
    return Files.isDirectory(folder) ? ledger().account(dataset) : Optional.empty();
  }

  private PrivacyLedger ledger() {
    return new PrivacyLedger(folder.resolve(LEDGER), clock);
  }

  /**
   * What a transcription would release and spend. Reads no record and spends nothing.
   *
   * @param wanted budget that the data set is to get where it has none; else it gets what is asked
   * @throws ToolException {@code INVALID_ARGUMENTS} where the data set has another budget than is
   *     wanted, {@code UNSUPPORTED} where the method cannot keep the guarantee
   */
  public TranscriptionProposal propose(
      TranscriptionOrder order, Domain domain, int records, Optional<PrivacyBudget> wanted) {
    ReleasePlan plan = plan(order, domain, records);
    Optional<PrivacyLedger.Account> account = account(order.dataset());
    if (account.isPresent()
        && wanted.isPresent()
        && !account.get().budget().equals(wanted.orElseThrow())) {
      throw new ToolException(
          ToolErrors.INVALID_ARGUMENTS,
          String.format(
              java.util.Locale.ROOT,
              "the budget of '%s' is set to epsilon %.4g at delta %.3g, and a budget is set once",
              order.dataset(),
              account.get().budget().limit().epsilon(),
              account.get().budget().limit().delta()),
          "leave the budget out");
    }
    PrivacyBudget budget =
        account
            .map(PrivacyLedger.Account::budget)
            .or(() -> wanted)
            .orElseGet(() -> new PrivacyBudget(order.asked(), PrivateMechanism.Protected.RECORD));
    List<PrivateMechanism> before =
        account.stream()
            .flatMap(known -> known.releases().stream())
            .flatMap(release -> release.mechanisms().stream())
            .toList();
    double delta = budget.limit().delta();
    return new TranscriptionProposal(
        order,
        records,
        plan,
        budget,
        account.isEmpty(),
        Costs.of(before).guarantee(delta).epsilon(),
        Costs.of(before).plus(Costs.of(plan.mechanisms())).guarantee(delta).epsilon());
  }

  private ReleasePlan plan(TranscriptionOrder order, Domain domain, int records) {
    TranscriptionMethod method = models.method(order.method());
    ReleasePlan plan;
    try {
      plan = method.plan(domain, records, order.asked(), order.assurance());
    } catch (IllegalArgumentException e) {
      throw new ToolException(
          ToolErrors.UNSUPPORTED,
          "the method cannot keep this guarantee for these records",
          "ask for a larger epsilon or delta, or choose another method");
    }
    boolean kept =
        plan.sound()
            .map(sound -> sound.epsilon() <= order.asked().epsilon() * (1 + ROUNDING))
            .orElse(order.assurance() == Assurance.AS_PUBLISHED);
    if (!kept) {
      throw new IllegalStateException("a plan exceeds the guarantee that it was made for");
    }
    return plan;
  }

  /**
   * Carries a proposal out.
   *
   * @param purpose in words, for the ledger
   * @param declaration how the records were read
   * @param seed of everything that hides nothing
   * @param samples made-up records wanted
   * @param test public records to measure with
   * @throws ModelException {@code OVER_BUDGET}, and then nothing is spent
   * @throws ToolException where it breaks off; its message says what that costs
   */
  public Released release(
      TranscriptionProposal proposal,
      String purpose,
      PrivateRecords records,
      DataDeclaration declaration,
      long seed,
      int samples,
      Optional<TestRecords> test,
      ProgressListener progress) {
    long begun = System.nanoTime();
    List<AuditLine> audits =
        Audits.of(
            proposal.plan().mechanisms(),
            proposal.order().asked().delta(),
            AUDIT_RUNS,
            Fault.NONE,
            () -> progress.progress("audit", 1, ""));
    Optional<String> release =
        proposal.counts() ? Optional.of(enter(proposal, purpose)) : Optional.empty();
    Transcript transcript = transcript(proposal, records, seed, progress);
    StudentCard card =
        new StudentCard(
            StudentCard.KIND,
            proposal.order().dataset(),
            proposal.records(),
            declaration,
            proposal.order().method().word(),
            Promise.of(proposal.plan(), proposal.records()),
            release,
            clock.instant().toString());
    byte[] model = new TranscribedModel(card, transcript.student()).bytes();
    String digest = sha256(model);
    release.ifPresent(name -> ledger().complete(name, digest));
    LabelledSamples given = some(transcript.samples(), samples, declaration.domain(), seed);
    Optional<Utility> utility =
        test.map(shown -> Utility.of(shown.file(), transcript.student(), shown.records()));
    PrivacyReport report =
        new PrivacyReport(
            PrivacyReport.KIND,
            card,
            digest,
            assurance(proposal.order().assurance()),
            proposal.order().asked().epsilon(),
            proposal.plan().mechanisms().stream()
                .map(mechanism -> MechanismLine.of(mechanism, proposal.order().asked().delta()))
                .toList(),
            proposal.counts() ? sheet(proposal.order().dataset()) : Optional.empty(),
            audits,
            utility,
            given.size(),
            ReleaseNotes.of(proposal, utility.isPresent()),
            (System.nanoTime() - begun) / 1e9);
    release.ifPresent(name -> keep(name, report));
    return new Released(model, report, given);
  }

  /** The word of an assurance. */
  public static String assurance(Assurance assurance) {
    return switch (assurance) {
      case RECORD -> "record";
      case AS_PUBLISHED -> "as-published";
    };
  }

  private String enter(TranscriptionProposal proposal, String purpose) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of the privacy ledger cannot be made", e);
    }
    if (!proposal.covered()) {
      // nothing is written for what is refused, not even a budget
      throw overBudget(proposal);
    }
    ledger().setBudget(proposal.order().dataset(), proposal.budget());
    return ledger().enter(proposal.order().dataset(), purpose, proposal.plan().mechanisms());
  }

  private static ModelException overBudget(TranscriptionProposal proposal) {
    return new ModelException(
        ModelErrors.OVER_BUDGET,
        String.format(
            java.util.Locale.ROOT,
            "the budget of '%s' is epsilon %.4g at delta %.3g; %.4g is spent, and with this release"
                + " it would be %.4g",
            proposal.order().dataset(),
            proposal.budget().limit().epsilon(),
            proposal.budget().limit().delta(),
            proposal.spent(),
            proposal.spentAfter()));
  }

  private Transcript transcript(
      TranscriptionProposal proposal,
      PrivateRecords records,
      long seed,
      ProgressListener progress) {
    try {
      return models
          .method(proposal.order().method())
          .transcribe(records, proposal.plan(), new SecureNoise(), seed, progress);
    } catch (RuntimeException e) {
      // what the cause says may come from records, so that it is told by its kind alone
      ToolErrors code = e instanceof ToolException known ? known.code() : ToolErrors.INTERNAL;
      String kind =
          e instanceof ModelException model ? model.code().name() : e.getClass().getSimpleName();
      throw new ToolException(
          code,
          "the transcription broke off ("
              + (e instanceof ToolException ? code.name() : kind)
              + ")"
              + (proposal.counts() ? "; " + COUNTS_AS_SPENT : ""),
          "see what is left with 'athanor audit-privacy --dataset', and report a defect");
    }
  }

  /** Drawn from all of them: methods make them label by label. */
  private static LabelledSamples some(
      LabelledSamples samples, int wanted, Domain domain, long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, samples.size()).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    int count = Math.min(wanted, samples.size());
    int width = domain.features().inputWidth();
    float[] inputs = new float[count * width];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      System.arraycopy(samples.inputs(), order.get(i) * width, inputs, i * width, width);
      labels[i] = samples.labels()[order.get(i)];
    }
    return new LabelledSamples(inputs, labels);
  }

  private void keep(String release, PrivacyReport report) {
    try {
      Path target = Files.createDirectories(folder.resolve(RELEASES)).resolve(release + ".json");
      Path part = target.resolveSibling("." + release + ".part");
      Files.write(part, report.bytes());
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the report on a release cannot be kept", e);
    }
  }

  /**
   * The release that was entered for a purpose, and the report on it.
   *
   * @param purpose as it was given to {@link #release}
   */
  Optional<Earlier> earlier(String dataset, String purpose) {
    return account(dataset).stream()
        .flatMap(account -> account.releases().stream())
        .filter(release -> release.purpose().equals(purpose))
        .findFirst()
        .map(release -> new Earlier(release.release(), report(release.release())));
  }

  /**
   * A release that was entered before.
   *
   * @param release its name
   * @param report on it; empty where it was interrupted
   */
  record Earlier(String release, Optional<PrivacyReport> report) {}

  private Optional<PrivacyReport> report(String release) {
    Path file = folder.resolve(RELEASES).resolve(release + ".json");
    try {
      return Files.isRegularFile(file)
          ? Optional.of(PrivacyReport.of(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the report on a release cannot be read", e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
