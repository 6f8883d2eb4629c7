package dev.athanor.matter.matching.internal;

import dev.athanor.matter.symmetry.BasisChange;
import java.util.List;

/**
 * Sites of one cell laid on those of another.
 *
 * @param rms root mean square distance of partners over {@code (V/n)^(1/3)}
 * @param largest largest such distance
 * @param latticeMap see {@code StructureMatch}
 * @param partners for each site of the target the site of the other that lies on it
 */
public record SiteMap(double rms, double largest, BasisChange latticeMap, List<Integer> partners) {
  /** Takes a copy. */
  public SiteMap {
    partners = List.copyOf(partners);
  }
}
