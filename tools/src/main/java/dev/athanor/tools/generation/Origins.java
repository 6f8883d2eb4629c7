package dev.athanor.tools.generation;

import dev.athanor.tools.candidate.Origin;
import dev.athanor.tools.candidate.Rounding;
import java.util.Locale;
import java.util.Optional;

/** Where a candidate came from, for the one who reads of it. */
final class Origins {
  private Origins() {}

  /** Of a draft that was built. */
  static Origin of(Draft draft, String rule) {
    return new Origin(
        draft.template().route(),
        draft.template().id(),
        draft.prototype(),
        draft.substitution(),
        Rounding.round(draft.score(), 3),
        draft.template().spaceGroup(),
        rule,
        draft.template().note());
  }

  /** Of a draft that lent no more than its composition. */
  static Origin of(Draft draft, RandomPlacement.Placed placed, String rule) {
    String symbol = placed.group().shortSymbol();
    return new Origin(
        Origin.Route.SPACE_GROUP,
        draft.template().id(),
        "atoms at random in " + symbol,
        draft.substitution(),
        Rounding.round(draft.score(), 3),
        Optional.of(placed.group().number()),
        rule,
        Optional.of(
            String.format(
                Locale.ROOT,
                "composition from %s; atoms at random on Wyckoff positions of %s, brought to rest;"
                    + " of %d that came to rest the lowest in predicted energy",
                draft.template().crystal().composition().reducedFormula(),
                symbol,
                placed.compared())));
  }
}
