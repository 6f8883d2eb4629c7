package dev.athanor.agent.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.athanor.agent.runtime.PrivateScience;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.thermodynamics.PhaseDiagram;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import dev.athanor.tools.transcription.RegisteredDatasets;
import dev.athanor.tools.transcription.Transcriptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The whole command line on strings instead of a terminal, with a model that needs no weights. */
final class TestingCommandLine {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final TestingAtomicModel model = new TestingAtomicModel();
  private final TestingCompositionModel formulas = new TestingCompositionModel();
  private final Surroundings surroundings;
  private InputStream input = InputStream.nullInputStream();
  private Optional<Path> home = Optional.empty();

  /** Piped: nobody watches. */
  TestingCommandLine() {
    this(TerminalTraits.PIPED);
  }

  TestingCommandLine(TerminalTraits traits) {
    this(traits, "");
  }

  /** With somebody who answers questions. */
  TestingCommandLine(TerminalTraits traits, String answers) {
    surroundings =
        new Surroundings(
            new Terminal(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new StringReader(answers),
                traits),
            new LaterInput(),
            "tester",
            () -> model,
            () -> formulas,
            TestingElucidator::new,
            TestingCommandLine::phases,
            () -> new Transcriptions(home(), PrivateScience.models(), InstantSource.system()),
            () -> new RegisteredDatasets(home().resolve("datasets")),
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

  private Path home() {
    return home.orElseThrow(() -> new IllegalStateException("this command needs no home"));
  }

  /** The same, with a folder for the ledger of privacy. */
  TestingCommandLine withHome(Path folder) {
    home = Optional.of(folder);
    return this;
  }

  /** The same, with something on the standard input. */
  TestingCommandLine withInput(byte... bytes) {
    input = new ByteArrayInputStream(bytes);
    return this;
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

  /** The lines of the standard output as JSON. */
  List<JsonNode> lines() {
    return out().lines().map(TestingCommandLine::json).toList();
  }

  private static JsonNode json(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON: " + line, e);
    }
  }

  /** Reads from whatever the test put there. */
  private final class LaterInput extends InputStream {
    @Override
    public int read() throws IOException {
      return input.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return input.read(target, offset, length);
    }
  }

  /** The model that was asked. */
  TestingAtomicModel model() {
    return model;
  }

  /** The model of compositions that was asked. */
  TestingCompositionModel formulas() {
    return formulas;
  }
}
