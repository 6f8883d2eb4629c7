package dev.athanor.matter.symmetry;

import dev.athanor.matter.crystal.Site;
import java.util.List;

/**
 * Sites of a crystal that its symmetry makes one.
 *
 * @param site one of them, refined, in the standard conventional cell
 * @param position where it lies
 * @param members indices of these sites in the crystal, ascending
 */
public record SiteOrbit(Site site, WyckoffPosition position, List<Integer> members) {
  public SiteOrbit {
    members = List.copyOf(members);
  }
}
