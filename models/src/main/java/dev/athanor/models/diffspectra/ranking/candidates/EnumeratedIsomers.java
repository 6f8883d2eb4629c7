package dev.athanor.models.diffspectra.ranking.candidates;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.isomer.IsomerEnding;
import dev.athanor.matter.isomer.IsomerEnumeration;
import dev.athanor.matter.isomer.IsomerSettings;
import dev.athanor.matter.molecule.MolecularGraph;
import java.time.Duration;
import java.util.function.Predicate;

/** All constitutions of a formula that a bottle may contain. */
public final class EnumeratedIsomers implements IsomerSource {
  private static final long MOST = 2_000_000;
  private static final Duration LONGEST = Duration.ofHours(1);

  @Override
  public boolean forEach(Composition formula, Duration longest, Predicate<MolecularGraph> sink) {
    Duration limit = longest.compareTo(LONGEST) > 0 ? LONGEST : longest;
    return IsomerEnumeration.forEach(formula, IsomerSettings.plausible().within(MOST, limit), sink)
            .ending()
        == IsomerEnding.COMPLETE;
  }
}
