package dev.athanor.tools.property;

import dev.athanor.matter.MatterException;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.candidate.Rejection;
import dev.athanor.tools.candidate.Specimen;

/** Why a crystal was left out, in words that may be shown. */
final class Rejections {
  private Rejections() {}

  static Rejection of(Specimen specimen, RuntimeException thrown) {
    String address = specimen.candidate().crystal();
    // only our own messages are known to hold neither paths nor secrets
    return thrown instanceof MatterException matter
        ? new Rejection(address, matter.code().name(), String.valueOf(matter.getMessage()))
        : new Rejection(
            address, ToolErrors.UNSUPPORTED.name(), "the model cannot handle this crystal");
  }
}
