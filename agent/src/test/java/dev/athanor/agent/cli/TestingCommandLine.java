package dev.athanor.agent.cli;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.thermodynamics.PhaseDiagram;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;

/** The whole command line on strings instead of a terminal, with a model that needs no weights. */
final class TestingCommandLine {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final TestingAtomicModel model = new TestingAtomicModel();
  private final Surroundings surroundings;

  /** Piped: nobody watches. */
  TestingCommandLine() {
    this(TerminalTraits.PIPED);
  }

  TestingCommandLine(TerminalTraits traits) {
    surroundings =
        new Surroundings(
            new Terminal(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new StringReader(""),
                traits),
            "tester",
            () -> model,
            TestingCommandLine::phases,
            () -> {
              throw new IllegalStateException("this command needs no investigation");
            });
  }

  private static PhaseDiagram phases() {
    return PhaseDiagram.withElementsAtZero(
        List.of(
            new PhaseEntry("a", Composition.parse("NaCl"), -0.3),
            new PhaseEntry("b", Composition.parse("Re2Zr"), -0.05)));
  }

  /** Runs one command. */
  int run(String... arguments) {
    return CommandTree.build(surroundings).execute(arguments);
  }

  /** What was written to the standard output. */
  String out() {
    return out.toString();
  }

  /** What was written to the error output. */
  String err() {
    return err.toString();
  }

  /** The model that was asked. */
  TestingAtomicModel model() {
    return model;
  }
}
