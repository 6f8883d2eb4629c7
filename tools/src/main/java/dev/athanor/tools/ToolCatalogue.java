package dev.athanor.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.MatterException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All tools by name; arguments and results cross its border as JSON. */
public final class ToolCatalogue {
  private final Map<String, Tool<?, ?>> tools;
  private final ToolJson json = new ToolJson();

  private ToolCatalogue(Map<String, Tool<?, ?>> tools) {
    this.tools = tools;
  }

  /**
   * A catalogue of these tools, in this order.
   *
   * @throws IllegalArgumentException if two share a name
   */
  public static ToolCatalogue of(Collection<? extends Tool<?, ?>> tools) {
    Map<String, Tool<?, ?>> byName = new LinkedHashMap<>();
    for (Tool<?, ?> tool : tools) {
      if (byName.put(tool.description().name(), tool) != null) {
        throw new IllegalArgumentException("two tools named " + tool.description().name());
      }
    }
    return new ToolCatalogue(byName);
  }

  /** Every tool, in catalogue order. */
  public List<Tool<?, ?>> tools() {
    return List.copyOf(tools.values());
  }

  /** The tool of this name. */
  public Optional<Tool<?, ?>> find(String name) {
    return Optional.ofNullable(tools.get(name));
  }

  /** JSON schema (2020-12) of a tool's request. */
  public JsonNode requestSchema(Tool<?, ?> tool) {
    return json.schema(tool.requestType());
  }

  /** JSON schema (2020-12) of a tool's result. */
  public JsonNode resultSchema(Tool<?, ?> tool) {
    return json.schema(tool.resultType());
  }

  /**
   * Checks arguments without running anything; returns them in canonical form (unknown fields are
   * an error).
   *
   * @throws ToolException {@code UNKNOWN_TOOL} or {@code INVALID_ARGUMENTS}
   */
  public JsonNode check(String name, JsonNode arguments) {
    return json.write(json.read(require(name).requestType(), arguments));
  }

  /**
   * Runs a tool.
   *
   * @throws ToolException for whatever keeps it from giving a result
   */
  public JsonNode run(String name, JsonNode arguments, ToolContext context) {
    return run(require(name), arguments, context);
  }

  private <Q extends Record, R extends Record> JsonNode run(
      Tool<Q, R> tool, JsonNode arguments, ToolContext context) {
    Q request = json.read(tool.requestType(), arguments);
    try {
      return json.write(tool.run(request, context));
    } catch (MatterException e) {
      throw withCause(
          new ToolException(
              ToolErrors.BAD_INPUT,
              e.code() + ": " + e.getMessage(),
              "correct the structure or formula that the message names"),
          e);
    } catch (ToolException e) {
      throw e;
    } catch (RuntimeException e) {
      // the details belong into the log, through the cause; a planner is shown none of them
      throw withCause(
          new ToolException(
              ToolErrors.INTERNAL,
              tool.description().name() + " failed for a reason of its own",
              "go on without it, and report this as a defect"),
          e);
    }
  }

  private static ToolException withCause(ToolException exception, RuntimeException cause) {
    exception.initCause(cause);
    return exception;
  }

  private Tool<?, ?> require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new ToolException(
                    ToolErrors.UNKNOWN_TOOL,
                    "there is no tool named '" + name + "'",
                    "use one of " + String.join(", ", tools.keySet())));
  }
}
