package dev.athanor.tools.property;

import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.matter.MatterException;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.candidate.Rejection;
import dev.athanor.tools.candidate.Specimen;

/** Why a crystal was left out, in words that may be shown. */
final class Rejections {
  private Rejections() {}

  /**
   * The reason for one crystal.
   *
   * @throws ToolException where the fault is not the crystal's: nothing could be answered then
   */
  static Rejection of(Specimen specimen, RuntimeException thrown) {
    if (thrown instanceof ToolException fault) {
      throw fault;
    }
    if (thrown instanceof KnowledgeException fault) {
      throw new ToolException(
          ToolErrors.UNAVAILABLE,
          "what is known cannot be read: " + fault.getMessage(),
          fault.whatToDo());
    }
    String address = specimen.candidate().crystal();
    // only our own messages are known to hold neither paths nor secrets
    return thrown instanceof MatterException matter
        ? new Rejection(address, matter.code().name(), String.valueOf(matter.getMessage()))
        : new Rejection(
            address, ToolErrors.UNSUPPORTED.name(), "the model cannot handle this crystal");
  }
}
