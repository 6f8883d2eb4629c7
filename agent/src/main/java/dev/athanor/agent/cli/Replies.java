package dev.athanor.agent.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.MatterException;
import java.util.function.Supplier;

/**
 * What one command says about the many entries of its input: several are worked on at once, and
 * written in the order of the input.
 *
 * <p>With {@code --json} every entry gets one line on the standard output, a rejected one {@code
 * {"id", "error", "code", "line"}}. Without it, replies are text and rejected entries are told on
 * the error stream. One bad entry never ends the run.
 */
final class Replies implements AutoCloseable {
  private final Terminal terminal;
  private final CommonOptions common;
  private final RowErrors errors;
  private final OrderedWork<Line> lines;
  private long answered;
  private long rejected;
  private long defects;

  /** What comes of one entry: its text, or why there is none. */
  private sealed interface Line {
    record Good(String id, Reply reply, String text) implements Line {}

    record Bad(String id, RowFault why) implements Line {}
  }

  /** Nothing said yet. */
  Replies(Surroundings surroundings, CommonOptions common) {
    this.terminal = surroundings.terminal();
    this.common = common;
    this.errors = new RowErrors(terminal, common);
    this.lines = new OrderedWork<>(this::write);
  }

  /**
   * Adds one entry.
   *
   * @param id its identifier
   * @param weight about how much memory it takes, in atoms
   * @param work answers it, in another thread; a {@link MatterException} says that it has no answer
   */
  void add(String id, int weight, Supplier<Reply> work) {
    lines.submit(weight, () -> line(id, work));
  }

  /** Adds an entry that has no answer. */
  void reject(String id, RowFault why) {
    lines.submit(0, () -> new Line.Bad(id, why));
  }

  /**
   * Waits for the last reply and returns the exit code.
   *
   * @param source what a person calls the input
   * @throws CliException {@code NOTHING_USABLE} where no entry got an answer
   */
  int finish(String source) {
    lines.finish();
    if (defects > 0) {
      return ExitCodes.INTERNAL;
    }
    if (answered == 0) {
      throw new CliException(
          CliErrors.NOTHING_USABLE,
          rejected == 0
              ? "there is nothing in " + source
              : "nothing in " + source + " could be used",
          "'--help' after the command tells what it reads");
    }
    return rejected == 0 ? ExitCodes.OK : ExitCodes.SOME_ROWS_BAD;
  }

  @Override
  public void close() {
    lines.close();
  }

  private Line line(String id, Supplier<Reply> question) {
    try {
      Reply reply = question.get();
      if (!common.json()) {
        return new Line.Good(id, reply, reply.toText(terminal));
      }
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      node.put("id", id);
      reply.fill(node);
      return new Line.Good(id, reply, node + System.lineSeparator());
    } catch (MatterException e) {
      return new Line.Bad(id, RowFault.of(e));
    } catch (CliException e) {
      throw e;
    } catch (RuntimeException e) {
      return new Line.Bad(id, RowFault.ofDefect(e));
    }
  }

  /** Runs in one thread, in the order of the input. */
  private void write(Line line) {
    if (line instanceof Line.Good good) {
      deliver(good);
    } else if (line instanceof Line.Bad bad) {
      tell(bad);
    }
    if (terminal.out().checkError()) {
      throw new CliException(
          CliErrors.OUTPUT_NOT_WRITABLE,
          "whoever read the output went away, or its disk is full",
          "let it read to the end, or write to a place with room");
    }
  }

  private void deliver(Line.Good good) {
    try {
      good.reply().delivered();
    } catch (MatterException e) {
      tell(new Line.Bad(good.id(), RowFault.of(e)));
      return;
    }
    answered++;
    terminal.out().print(good.text());
  }

  private void tell(Line.Bad bad) {
    rejected++;
    defects += bad.why().isDefect() ? 1 : 0;
    if (!common.json()) {
      errors.report(new RowErrors.BadRow(bad.id(), bad.why()));
      return;
    }
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", bad.id());
    node.put("error", bad.why().reason());
    node.put("code", bad.why().code());
    bad.why().line().ifPresent(line -> node.put("line", line));
    terminal.out().println(node);
  }
}
