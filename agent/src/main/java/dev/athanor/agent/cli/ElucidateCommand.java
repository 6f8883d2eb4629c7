package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.runtime.Elucidators;
import dev.athanor.matter.MatterException;
import dev.athanor.models.ModelException;
import dev.athanor.models.diffspectra.Elucidator;
import dev.athanor.models.diffspectra.SpectralQuestion;
import dev.athanor.models.diffspectra.sampling.JoinedElucidator;
import dev.athanor.tools.elucidation.NamedMolecule;
import dev.athanor.tools.elucidation.SpectraFiles;
import dev.athanor.tools.elucidation.UnknownMolecule;
import dev.athanor.tools.elucidation.UnknownMoleculeSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code athanor elucidate}: which molecule has these spectra, for every entry of a file or folder;
 * or whether the spectra are those of one molecule.
 */
@Command(
    name = "elucidate",
    description = "Tell molecules from their infrared, Raman and UV-Vis spectra",
    footerHeading = "%n",
    footer = {
      "Input: JSON lines (.jsonl, .jsonl.gz) with id and any of ir, raman, uv as",
      "[[position, strength], ...] in 1/cm, 1/cm and eV, and formula where it is known;",
      "measured spectra (.jdx, .dx, or two columns in .csv, .txt); or a folder of them.",
      "Nothing else that a line says is read. Output: a JSON line for each entry with its",
      "candidates (smiles, inchikey, probability, species, positions), the probability",
      "that the first one is right, and 'outside' with a reason where there is no answer.",
      "Bad entries go to OUTPUT.errors, and the exit code is 3. The output appears when it is",
      "whole: a run that is broken off leaves an earlier one as it was, and starts anew.",
      "",
      "  athanor elucidate --input spectra.jsonl.gz --top 10 --output out.jsonl",
      "  athanor elucidate --input measured.jdx --verify CCO --output verdict.jsonl"
    })
final class ElucidateCommand implements Callable<Integer> {
  private static final int LONGEST_PATIENCE = 3600;

  private final Surroundings surroundings;
  private final CommonOptions common;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "PATH",
      description = "a file of spectra, or a folder of such files")
  private Path input = Path.of("");

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "the JSON lines to write; appears only when it is whole")
  private Path output = Path.of("");

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "candidates for each entry, 1 to 1000; ${DEFAULT-VALUE}")
  private int top = 10;

  @Option(
      names = "--formula",
      paramLabel = "FORMULA",
      description = "formula of every entry that does not state one, as in C5H8O2")
  private Optional<String> formula = Optional.empty();

  @Option(
      names = "--verify",
      paramLabel = "SMILES",
      description = "do not search: say how well the spectra go with this molecule")
  private Optional<String> verify = Optional.empty();

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "longest time for one entry; ${DEFAULT-VALUE}")
  private int patience = 60;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "also draw so many molecules with the diffusion, and say what they add; ${DEFAULT-VALUE}")
  private int samples;

  @Spec private CommandSpec spec = CommandSpec.create();

  ElucidateCommand(Surroundings surroundings, CommonOptions common) {
    this.surroundings = surroundings;
    this.common = common;
  }

  /** What comes of one entry. */
  private sealed interface Outcome {
    record Answer(ObjectNode line) implements Outcome {}

    record Fault(String id, RowFault why) implements Outcome {}
  }

  @Override
  public Integer call() throws IOException {
    require(top >= 1 && top <= SpectralQuestion.MAX_CANDIDATES, "--top is 1 to 1000");
    require(patience >= 1 && patience <= LONGEST_PATIENCE, "--patience is 1 to 3600 seconds");
    require(samples >= 0 && samples <= JoinedElucidator.MOST_SAMPLES, "--samples is 0 to 1000");
    Path source = Inputs.readable(input);
    Function<UnknownMolecule, ObjectNode> question = question();
    long begun = System.nanoTime();
    try (ElucidationFile file = new ElucidationFile(output, source)) {
      answer(source, question, file);
      if (file.answered() + file.badRows().count() == 0) {
        throw new CliException(
            CliErrors.NOTHING_USABLE,
            "no spectrum was found in '" + input + "'",
            "known endings: .jsonl, .jdx, .dx, .csv, .txt, each also with .gz");
      }
      file.commit();
      report(file, (System.nanoTime() - begun) / 1e9);
      if (file.badRows().defects() > 0) {
        return ExitCodes.INTERNAL;
      }
      return file.badRows().count() == 0 ? ExitCodes.OK : ExitCodes.SOME_ROWS_BAD;
    }
  }

  private void require(boolean holds, String rule) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), rule);
    }
  }

  private Function<UnknownMolecule, ObjectNode> question() {
    Optional<NamedMolecule> named = verify.map(NamedMolecule::parse);
    Elucidator shipped = surroundings.elucidator().get();
    Elucidator elucidator = samples > 0 ? Elucidators.drawing(shipped, samples) : shipped;
    if (named.isPresent()) {
      NamedMolecule molecule = named.get();
      return unknown ->
          ElucidationLines.verdict(unknown, molecule, molecule.heldAgainst(unknown, elucidator));
    }
    return unknown ->
        ElucidationLines.candidates(
            unknown,
            unknown.elucidate(elucidator, OptionalInt.empty(), top, Duration.ofSeconds(patience)));
  }

  /** Reads, answers on every core, and writes in the order of the input; memory stays flat. */
  private void answer(
      Path source, Function<UnknownMolecule, ObjectNode> question, ElucidationFile file)
      throws IOException {
    Terminal terminal = surroundings.terminal();
    long total = terminal.showsProgress() ? Inputs.structureCount(source) : 0;
    try (ProgressLine progress = ProgressLine.begin(terminal, "elucidate", total);
        OrderedWork<Outcome> work =
            new OrderedWork<>(
                outcome -> {
                  write(outcome, file);
                  progress.step();
                })) {
      SpectraFiles.read(
          source,
          path -> !Outputs.isSame(output, path),
          new UnknownMoleculeSink() {
            @Override
            public void accepted(UnknownMolecule unknown) {
              UnknownMolecule whole =
                  unknown.formula().isPresent() ? unknown : unknown.withFormula(formula);
              work.submit(weight(whole), () -> outcome(whole, question));
            }

            @Override
            public void rejected(String id, MatterException why) {
              work.submit(0, () -> new Outcome.Fault(id, RowFault.of(why)));
            }
          });
      work.finish();
    }
  }

  private static int weight(UnknownMolecule unknown) {
    return unknown.spectra().values().stream().mapToInt(s -> s.points().size()).sum();
  }

  private static Outcome outcome(
      UnknownMolecule unknown, Function<UnknownMolecule, ObjectNode> question) {
    try {
      return new Outcome.Answer(question.apply(unknown));
    } catch (MatterException e) {
      return new Outcome.Fault(unknown.id(), RowFault.of(e));
    } catch (ModelException e) {
      return new Outcome.Fault(unknown.id(), RowFault.of(e));
    } catch (RuntimeException e) {
      return new Outcome.Fault(unknown.id(), RowFault.ofDefect(e));
    }
  }

  private static void write(Outcome outcome, ElucidationFile file) {
    if (outcome instanceof Outcome.Answer answer) {
      file.add(answer.line());
    } else if (outcome instanceof Outcome.Fault fault) {
      file.badRows().add(fault.id(), fault.why());
    }
  }

  private void report(ElucidationFile file, double seconds) {
    Terminal terminal = surroundings.terminal();
    if (common.json()) {
      ObjectNode summary = new ObjectMapper().createObjectNode();
      summary.put("answered", file.answered() - file.outside());
      summary.put("outside", file.outside());
      summary.put("rejected", file.badRows().count());
      summary.put("output", output.toString());
      if (file.badRows().count() > 0) {
        summary.put("errors", file.badRows().path().toString());
      }
      JsonNumbers.put(summary, "seconds", seconds, 3);
      terminal.out().println(summary);
      return;
    }
    if (terminal.showsProgress()) {
      terminal
          .err()
          .printf(
              Locale.ROOT,
              "%s %,d entries in %.1f s, %,d of them outside the model's reach, written to %s%n",
              terminal.paintError(Paint.GREEN, "done"),
              file.answered(),
              seconds,
              file.outside(),
              output);
    }
    if (file.badRows().count() > 0) {
      terminal
          .err()
          .printf(
              Locale.ROOT,
              "%s %,d bad entries, with their reasons in %s%n",
              terminal.paintError(Paint.YELLOW, "warning"),
              file.badRows().count(),
              file.badRows().path());
    }
  }
}
