package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.RenyiCost;
import java.util.List;

/** What mechanisms cost together. */
final class Costs {
  private Costs() {}

  static RenyiCost of(List<PrivateMechanism> mechanisms) {
    return mechanisms.stream().map(PrivateMechanism::cost).reduce(RenyiCost.NONE, RenyiCost::plus);
  }
}
