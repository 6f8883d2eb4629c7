package dev.athanor.agent.testing;

import dev.athanor.tools.Effect;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolCatalogue;
import dev.athanor.tools.ToolContext;
import dev.athanor.tools.ToolDescription;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tools that leave a line in a file for every run. The one that releases looks there first, as real
 * ones must: the same call releases once.
 */
public final class TestingTools {
  private TestingTools() {}

  /** What a testing tool is asked. */
  public record Request(String text) {
    /** Refuses what no tool accepts. */
    public Request {
      if (text.equals("refuse me")) {
        throw new ToolException(
            ToolErrors.INVALID_ARGUMENTS, "this text is refused", "send another text");
      }
    }
  }

  /** What a testing tool answers. */
  public record Result(String text, double value, List<Integer> numbers) {}

  /** Reading, computing and releasing tools that write to this file. */
  public static ToolCatalogue catalogue(Path traces) {
    return catalogue(traces, "found", tool -> {});
  }

  /**
   * The same with a chosen text in the reading tool's results.
   *
   * @param found what the reading tool finds
   * @param afterEffect runs when a tool has done its work and not yet returned
   */
  public static ToolCatalogue catalogue(Path traces, String found, Consumer<String> afterEffect) {
    return ToolCatalogue.of(
        List.of(
            new Tracing("look_up", Effect.READ, traces, found, afterEffect),
            new Tracing("compute_thing", Effect.COMPUTE, traces, "computed", afterEffect),
            new Tracing("release_thing", Effect.RELEASE, traces, "released", afterEffect)));
  }

  /** The lines left so far. */
  public static List<String> traces(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Tracing(
      String name, Effect effect, Path traces, String found, Consumer<String> afterEffect)
      implements Tool<Request, Result> {
    @Override
    public ToolDescription description() {
      return new ToolDescription(name, "Tests.", "In tests.", "text", "text", "None.", "None.");
    }

    @Override
    public Class<Request> requestType() {
      return Request.class;
    }

    @Override
    public Class<Result> resultType() {
      return Result.class;
    }

    @Override
    public Duration timeLimit() {
      return Duration.ofSeconds(20);
    }

    @Override
    public Result run(Request request, ToolContext context) {
      context.progress(1, 2, "half way");
      String line = name + " " + context.callId().replaceAll(".*/", "") + " " + request.text();
      if (effect != Effect.RELEASE || !TestingTools.traces(traces).contains(line)) {
        append(line);
      }
      if (request.text().equals("fail")) {
        throw new ToolException(ToolErrors.BAD_INPUT, "it failed", "ask for something else");
      }
      afterEffect.accept(name);
      return new Result(found + " " + request.text(), 4.25, List.of(1, 2, 3));
    }

    private void append(String line) {
      try {
        Files.writeString(
            traces,
            line + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND,
            StandardOpenOption.SYNC);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
