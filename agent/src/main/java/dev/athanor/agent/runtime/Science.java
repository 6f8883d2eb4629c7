package dev.athanor.agent.runtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.tools.ToolCatalogue;

/** The tools and what they rest on. */
public interface Science extends AutoCloseable {
  /**
   * The tools; cheap to make, since models and knowledge are loaded when a tool first needs them.
   */
  ToolCatalogue catalogue();

  /** {@code model_version} and {@code knowledge} as the status page shows them. */
  ObjectNode summary();

  @Override
  void close();

  /** Only these tools, resting on nothing. */
  static Science of(ToolCatalogue catalogue) {
    return new Science() {
      @Override
      public ToolCatalogue catalogue() {
        return catalogue;
      }

      @Override
      public ObjectNode summary() {
        return JsonNodeFactory.instance.objectNode();
      }

      @Override
      public void close() {
        // Nothing was opened.
      }
    };
  }
}
