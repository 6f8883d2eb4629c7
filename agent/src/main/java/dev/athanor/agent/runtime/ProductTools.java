package dev.athanor.agent.runtime;

import dev.athanor.agent.settings.AthanorSettings;
import dev.athanor.tools.ToolCatalogue;
import java.util.List;

/** The tools of the product, over its models and its knowledge. */
final class ProductTools {
  private ProductTools() {}

  static ToolCatalogue catalogue(AthanorSettings settings) {
    return ToolCatalogue.of(List.of());
  }
}
